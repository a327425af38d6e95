import { expect, type Page } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/by-keyboard.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk();
const sizes = Object.values(windowSizes);

async function accountId(): Promise<string> {
  const { id } = await desk.db
    .selectFrom('account')
    .select('id')
    .where('username', '=', busyVerifikator.username)
    .executeTakeFirstOrThrow();
  return id;
}

/** A newer version of the application raises the database of the account; the desk must be closed. */
async function upgradeDatabase(page: Page): Promise<void> {
  await page.goto(`${desk.url}/api/v1/health`);
  await page.evaluate(
    async (name) => {
      const opened = (version?: number): Promise<number> =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open(name, version);
          request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
          request.addEventListener('success', () => {
            const found = request.result.version;
            request.result.close();
            resolve(found);
          });
        });
      await opened((await opened()) + 10);
    },
    `meja-${await accountId()}`,
  );
}

test('a desk that a newer version wrote says so and still sends what waits', async ({ page }) => {
  const usulId = await submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.context().setOffline(true);
  await expect(verifikator.statusBar).toContainText('Luring');
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(verifikator.gaps).toBeVisible();
  for (const key of ['p', '2', 'n']) await page.keyboard.press(key);
  await page.keyboard.type('Piagam milik orang lain.');
  await verifikator.saveAndGoOn();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await upgradeDatabase(page);

  await page.goto(desk.url);
  await expect(
    page.getByRole('heading', { name: 'Versi aplikasi ini terlalu lama' }),
  ).toBeVisible();
  await expect(page.getByText('1 keputusan belum terkirim.')).toBeVisible();
  await expectNoViolations(page, 'versi lama');
  await expectSoundLayout(page, 'versi lama', sizes, 'pemberitahuan');
  await expect(page.getByLabel('Kata sandi', { exact: true })).toBeFocused();
  await page.keyboard.type(busyVerifikator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 keputusan diterima server.')).toBeVisible();
});

test('nearly all usul gone from the server: nothing is removed before the person agrees, by keyboard', async ({
  page,
}) => {
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await desk.db.updateTable('feed_entry').set({ present: false }).execute();
  await desk.db
    .updateTable('feed_counter')
    .set({ epoch: 'f'.repeat(32) })
    .execute();
  await page.reload();
  await verifikator.unlock(busyVerifikator);

  const notices = page.getByRole('region', { name: 'Pemberitahuan' });
  await expect(notices).toContainText('Tidak ada yang dihapus sebelum Anda menyetujuinya.');
  await expectNoViolations(page, 'penghapusan ditahan');
  await expectSoundLayout(page, 'penghapusan ditahan', sizes, 'pemberitahuan');
  await tabTo(page, notices.getByRole('button', { name: 'Tinjau' }));
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Batal' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(notices).toBeVisible();
  await tabTo(page, notices.getByRole('button', { name: 'Tinjau' }));
  await page.keyboard.press('Enter');
  await tabTo(page, question.getByRole('button', { name: 'Hapus dari PC ini' }));
  await page.keyboard.press('Enter');
  await expect(notices).toBeHidden();
  await expect(page.getByText('Belum ada usul untuk unit Anda.')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});
