import { expect, test, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });

const newPassword = 'padang rumput luas 7';

async function look(page: Page, screen: string): Promise<void> {
  const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
  await expectSoundLayout(page, screen, sizes, 'Terang');
  await expectNoViolations(page, screen);
}

test('a report written without network is answered at the helpdesk by keyboard; its code lets in whoever forgot the password', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const pc = async () => {
    const context = await browser.newContext({ viewport: windowSizes.usual });
    await sparePc(context);
    return context.newPage();
  };
  const reporter = makeVerifikator(await pc());
  await reporter.signIn(desk.url, busyVerifikator);
  const report = reporter.page;
  await test.step('the verifikator reports something about the application, offline', async () => {
    await report.context().setOffline(true);
    await expect(reporter.statusBar).toContainText('Luring');
    await report.getByRole('button', { name: /^Akun / }).click();
    await report.getByRole('menuitem', { name: 'Lapor ke helpdesk' }).click();
    await report.getByRole('textbox', { name: 'Uraian' }).fill('Daftar usul lama terbuka.');
    await look(report, 'lapor ke helpdesk, luring');
    await report.keyboard.press('Control+Enter');
    await expect(report.getByRole('textbox', { name: 'Uraian' })).toHaveValue('');
    await report.context().setOffline(false);
    await expect(reporter.statusBar).toContainText('Tersambung');
  });

  const page = await pc();
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill('helpdesk');
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  const ticket = page.getByRole('article');
  await test.step('an officer takes it on and answers', async () => {
    const list = page.getByRole('list', { name: 'Daftar tiket' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(list).toContainText('Daftar usul lama terbuka.');
    await page.keyboard.press('ArrowDown');
    await expect(ticket).toContainText('Daftar usul lama terbuka.');
    await expect(ticket).toContainText('sambungan: luring');
    await page.keyboard.press('t');
    await expect(ticket).toContainText('Diproses');
    await page.getByRole('checkbox').first().click();
    await expect(page.getByRole('checkbox').first()).toBeChecked();
    await page.keyboard.press('Escape');
    await page.getByRole('article').getByRole('heading').first().click();
    await page.keyboard.press('n');
    await page.keyboard.type('Mohon muat ulang aplikasi.');
    await look(page, 'tiket');
    await page.keyboard.press('Control+Enter');
    await expect(ticket).toContainText('Dijawab dalam');
    await expect(page.getByRole('textbox', { name: 'Balasan' })).toHaveValue('');
  });

  await test.step('a code is issued, and sets a new password', async () => {
    await page.getByRole('button', { name: /^Kode sekali pakai/ }).click();
    await page.getByLabel('Nama pengguna atau NIP').fill('approver');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('tidak diterbitkan untuk akun ini');
    await page.getByLabel('Nama pengguna atau NIP').fill(busyVerifikator.username);
    await page.keyboard.press('Enter');
    const code = (await page.getByTestId('kode').textContent()) ?? '';
    await look(page, 'kode sekali pakai');
    const other = await pc();
    await other.goto(desk.url);
    await other.getByRole('button', { name: 'Aktifkan akun dengan kode' }).click();
    await other.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
    await other.getByLabel('Kode aktivasi').fill(code.toLowerCase());
    const passwords = other.locator('input[type="password"]');
    await passwords.nth(0).fill(newPassword);
    await passwords.nth(1).fill(newPassword);
    await other.keyboard.press('Enter');
    await expect(other.getByRole('navigation')).toContainText('Kotak Masuk', { timeout: 30_000 });
  });
  for (const one of [report, page]) await one.context().close();
});
