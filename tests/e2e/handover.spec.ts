import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });

async function decisionsOnServer(): Promise<number> {
  const rows = await desk.db.selectFrom('decision').select('id').execute();
  return rows.length;
}

test('a decision leaves a PC without network in a file, reaches the server from another one, and counts once', async ({
  browser,
}) => {
  const page = await browser.newPage();
  await sparePc(page.context());
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  const before = await decisionsOnServer();
  await page.context().setOffline(true);
  await expect(verifikator.statusBar).toContainText('Luring');
  await verifikator.openActive();
  await verifikator.sendBack();
  await page.getByRole('button', { name: /Antrean Kirim/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ekspor keputusan' }).click();
  const exported = await download;
  expect(exported.suggestedFilename()).toMatch(/^keputusan-.*\.mejaserah$/);
  await expect(page.getByRole('status').filter({ hasText: '1 keputusan diekspor' })).toBeAttached();

  const other = await browser.newPage();
  await sparePc(other.context());
  await makeVerifikator(other).signIn(desk.url, busyVerifikator);
  await other.getByRole('button', { name: /Antrean Kirim/ }).click();
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Kirimkan berkas serah terima' }).click();
  await (await chooser).setFiles(await exported.path());
  await expect(
    other.getByRole('status').filter({ hasText: 'Berkas diterima server: 1 keputusan.' }),
  ).toBeAttached();
  expect(await decisionsOnServer()).toBe(before + 1);

  await page.context().setOffline(false);
  await expect(page.getByText(/^Terkirim/).first()).toBeVisible({ timeout: 60_000 });
  expect(await decisionsOnServer()).toBe(before + 1);
});
