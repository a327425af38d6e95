import type { BrowserContext, Page } from '@playwright/test';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

/** One PC for all tests of a file, signed in once. Usable inside tests only. */
export interface SignedIn {
  readonly page: Page;
  readonly verifikator: Verifikator;
}

/** How the PC comes to be signed in. */
export interface SignedInOptions {
  /** Submits what the tests open, before the sign-in, so that it is on the PC. */
  readonly prepare?: () => Promise<void>;
  /** Whether the guide of the first start still stands there. */
  readonly keepGuide?: boolean;
}

/**
 * Gives the test file that calls it (at its top level, after its desk) a signed-in PC: a sign-in costs a core for eight
 * seconds. For tests that leave nothing behind for each other but decided usul.
 */
export function useSignedIn(desk: Desk, options: SignedInOptions = {}): SignedIn {
  const { prepare, keepGuide = false } = options;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const started = (): Page => {
    if (page === undefined) throw new Error('The PC is there inside tests only.');
    return page;
  };
  test.beforeAll(async ({ browser }) => {
    await prepare?.();
    context = await browser.newContext();
    await sparePc(context);
    page = await context.newPage();
    await makeVerifikator(page).signIn(desk.url, busyVerifikator, { keepGuide });
  });
  test.afterAll(() => context?.close());
  return {
    get page() {
      return started();
    },
    get verifikator() {
      return makeVerifikator(started());
    },
  };
}
