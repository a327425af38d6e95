import { expect, type Browser } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { sparePc } from '#tests/e2e/support/office-pc.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

/** Where several people work, each at a PC of his or her own. */
export interface Offices {
  readonly browser: Browser;
  readonly desk: Pick<Desk, 'url'>;
}

/** A person of the demonstration at a PC of his or her own, signed in. */
export async function sitDown({ browser, desk }: Offices, username: string): Promise<Verifikator> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await sparePc(context);
  const officer = makeVerifikator(await context.newPage());
  await officer.signIn(desk.url, { username, password: demoPassword });
  return officer;
}

/** Goes to the address of an usul. */
export async function address({ page }: Verifikator, id: string): Promise<void> {
  const [origin] = page.url().split('#');
  await page.goto(`${origin}#/periksa/${id}`);
  await expect(page).toHaveURL(new RegExp(id));
}

/** Puts an usul on the desk of somebody who may decide it. */
export async function open(officer: Verifikator, id: string): Promise<void> {
  await address(officer, id);
  await expect(officer.gaps).toBeVisible();
}

/** Every decision is with the server. */
export async function delivered({ statusBar }: Verifikator): Promise<void> {
  await expect(statusBar).toContainText('Semua keputusan terkirim', { timeout: 60_000 });
}

/** Whoever comes back from a break of the line asks at once what is new. */
export async function catchUp({ page, statusBar }: Verifikator): Promise<void> {
  await page.context().setOffline(true);
  await expect(statusBar).toContainText('Luring');
  await page.context().setOffline(false);
  await expect(statusBar).toContainText('Tersambung');
}
