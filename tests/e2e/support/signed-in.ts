import type { Page } from '@playwright/test';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

/** One PC for all tests of a file, signed in once. Usable inside tests only. */
export interface SignedIn {
  readonly page: Page;
  readonly verifikator: Verifikator;
}

/**
 * Gives the test file that calls it (at its top level, after its desk) a signed-in PC: a sign-in costs a core for eight
 * seconds. For tests that leave nothing behind for each other but decided usul; what they open is submitted in `prepare`,
 * before the sign-in, so that it is on the PC.
 */
export function useSignedIn(desk: Desk, prepare?: () => Promise<void>): SignedIn {
  let page: Page | undefined;
  const started = (): Page => {
    if (page === undefined) throw new Error('The PC is there inside tests only.');
    return page;
  };
  test.beforeAll(async ({ browser }) => {
    await prepare?.();
    page = await browser.newPage();
    await sparePc(page.context());
    await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  });
  test.afterAll(() => page?.close());
  return {
    get page() {
      return started();
    },
    get verifikator() {
      return makeVerifikator(started());
    },
  };
}
