import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk();

/** Ids of the usul that the server has decisions on, in the order of receipt. */
async function decidedOnServer(): Promise<readonly string[]> {
  const rows = await desk.db
    .selectFrom('decision')
    .select('usul_id')
    .orderBy('chain_seq')
    .execute();
  return rows.map((row) => row.usul_id);
}

test('the day of a verifikator: 20 usul by keyboard, half of them offline, delivered exactly once', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const verifikator = makeVerifikator(page);
  const before = await decidedOnServer();
  const decided: string[] = [];

  /** Judges the usul on the desk: every fourth one goes back to the ASN. */
  async function decideOne(at: number): Promise<void> {
    decided.push(new URL(page.url()).hash.replace('#/periksa/', ''));
    await (at % 4 === 3 ? verifikator.sendBack() : verifikator.forward());
  }

  await verifikator.signIn(desk.url, busyVerifikator);
  await verifikator.openActive();
  for (let at = 0; at < 6; at += 1) await decideOne(at);

  await context.setOffline(true);
  await expect(verifikator.statusBar).toContainText('Luring');
  for (let at = 6; at < 12; at += 1) await decideOne(at);

  await page.reload();
  await verifikator.unlock(busyVerifikator);
  await expect(verifikator.gaps).toBeVisible();
  await expect(verifikator.statusBar).toContainText('keputusan menunggu dikirim');
  for (let at = 12; at < 16; at += 1) await decideOne(at);
  const reachedWhileOffline = await decidedOnServer();
  expect(reachedWhileOffline.length - before.length).toBeLessThanOrEqual(6);

  await context.setOffline(false);
  for (let at = 16; at < 20; at += 1) await decideOne(at);

  const arrivals = async () => (await decidedOnServer()).length - before.length;
  await expect.poll(arrivals, { timeout: 60_000 }).toBe(20);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const arrived = (await decidedOnServer()).slice(before.length);
  expect(arrived.toSorted()).toEqual(decided.toSorted());
  expect(new Set(arrived).size).toBe(20);
  expect(faults).toEqual([]);

  await page.getByRole('button', { name: /Antrean Kirim/ }).click();
  await expect(page.getByText(/20 terkirim/)).toBeVisible();
});
