import { expect, type Page } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';
import { makeGate } from '#tests/support/gate.ts';

const desk = useFreshDesk();

/** The line takes long from the second page of the list on, until the gate is opened. */
async function slowLine(page: Page) {
  const gate = makeGate();
  let pages = 0;
  await page.route('**/api/v1/changes*', async (route) => {
    pages += 1;
    if (pages > 1) await gate.opened;
    await route.continue();
  });
  return gate;
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(busyVerifikator.password);
  await page.keyboard.press('Enter');
}

test('before the list is whole the screen says how far it is, and counts nothing', async ({
  page,
}) => {
  const gate = await slowLine(page);
  await signIn(page, busyVerifikator.username);
  const loading = page.getByText(/^Memuat 25 dari \d+ usul…$/);
  await expect(loading).toBeVisible();
  const main = page.getByRole('main');
  const status = page.getByRole('contentinfo');
  const tabs = page.getByRole('group', { name: 'Status', exact: true });
  await page.getByRole('button', { name: 'Lewati panduan' }).click();
  await expect(main).not.toContainText(/\d+ menunggu|\d+\/hari|dari \d+ usul$|Tidak ada usul/);
  await expect(tabs).not.toContainText(/\d/);
  // Contact is the first answer, and the list has the line to itself.
  await expect(status).toContainText('Tersambung');
  await expect(status).toContainText('Terakhir terhubung');
  await expect(status).toContainText(/Daftar usul: 25 dari \d+/);
  await expect(status).not.toContainText('Mengambil dokumen');
  await page.getByRole('searchbox').fill('tidak ada orang dengan nama ini');
  await expect(page.getByText('daftar masih dimuat')).toBeVisible();
  await page.getByRole('searchbox').fill('');

  gate.open();
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  await expect(main).toContainText(`${waiting.length} menunggu`);
  await expect(loading).toBeHidden();
  await expect(tabs.getByRole('button', { name: /^Belum diperiksa/ })).toContainText(
    String(waiting.length),
  );
  await expect(status).toContainText('Semua dokumen ada di PC ini', { timeout: 60_000 });
});

test('a monitor has no desk here: the desks that there are, and no session left', async ({
  page,
}) => {
  const username = 'monitor';
  await signIn(page, username);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('belum mempunyai meja');
  await expect(alert).toContainText('Verifikator OPD');
  await expect(page.getByText(/luring/i)).toHaveCount(0);
  await expect
    .poll(() =>
      desk.db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select('session.id')
        .where('account.username', '=', username)
        .where('session.revoked_at', 'is', null)
        .execute(),
    )
    .toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Kata sandi', { exact: true })).toBeVisible();
});
