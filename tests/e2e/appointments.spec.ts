import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { endAppointment, findAppointments } from '#server/accounts/appointments.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { windowSizes } from '#tests/e2e/support/sound-screen.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
const username = 'rangkap';
const smaller = [{ width: 1024, height: 700 }];

async function look(page: Page, screen: string): Promise<void> {
  await lookInEveryTheme(page, screen, smaller);
  await page.setViewportSize(windowSizes.usual);
}

async function openAccountMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Akun / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
}

test('a verifikator who is also approver chooses at the sign-in, changes without network, and is told when one ends', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const account = (await findAccountByLogin(desk.db, username))!;
  const [first, second] = await findAppointments(desk.db, account.id);
  const office = first!.account.scopeName;
  const usulId = await submitWithFixture(desk, username, ['bad/zeropage.pdf']);
  const officer = makeVerifikator(page);

  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bertugas sebagai' })).toBeVisible();
  const asVerifikator = `Verifikator OPD · ${office}`;
  const asApprover = `Approver BKPSDM · ${second!.account.scopeName}`;
  await expect(page.getByRole('radio', { name: asVerifikator })).toBeFocused();
  await expect(page.getByRole('radio', { name: asVerifikator })).toBeChecked();
  await look(page, 'bertugas sebagai');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: asApprover })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText(asApprover);
  await expect(officer.statusBar).toContainText('Semua dokumen ada di PC ini', { timeout: 60_000 });
  const skip = page.getByRole('button', { name: 'Lewati panduan' });
  await skip.click();
  // The questions of the demonstration.
  const questions = page.getByRole('button', { name: 'Perlu dijawab 2' });
  await expect(questions).toBeVisible();

  await openAccountMenu(page);
  await look(page, 'menu akun, dua penunjukan');
  await page.getByRole('menuitemradio', { name: asVerifikator }).press('Enter');
  await expect(page.getByRole('banner')).toContainText(asVerifikator);
  await expect(officer.statusBar).toContainText('Semua dokumen ada di PC ini', { timeout: 60_000 });

  await page.context().setOffline(true);
  await expect(officer.statusBar).toContainText('Luring');
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(officer.gaps).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  const differs = page.getByRole('group', { name: /, tidak sesuai$/i });
  await expect(differs.first()).toBeVisible();
  await openAccountMenu(page);
  await page.getByRole('menuitemradio', { name: asApprover }).press('Enter');
  await expect(page.getByRole('banner')).toContainText(asApprover);
  await expect(questions).toBeVisible();
  await openAccountMenu(page);
  await page.getByRole('menuitemradio', { name: asVerifikator }).press('Enter');
  // Where the person was, and everything typed.
  await expect(page).toHaveURL(new RegExp(usulId));
  await expect(differs.first()).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await officer.saveAndGoOn();
  await openAccountMenu(page);
  await page.getByRole('menuitemradio', { name: asApprover }).press('Enter');
  await expect(officer.statusBar).toContainText('1 keputusan menunggu dikirim');

  await endAppointment(desk.db, first!.account.appointmentId, null, new Date());
  await page.context().setOffline(false);
  // What was decided under the one that ended waits for BKPSDM, and the person goes on under the other.
  await expect(officer.statusBar).toContainText('1 keputusan perlu diperiksa lagi', {
    timeout: 60_000,
  });
  const told = page.getByRole('alert');
  await expect(told).toContainText(`Penunjukan Anda sebagai Verifikator OPD (${office})`);
  await look(page, 'penunjukan berakhir');
  await told.getByRole('button', { name: 'Mengerti' }).click();
  await expect(told).toBeHidden();
  // With one left there is nothing to choose.
  await openAccountMenu(page);
  await expect(page.getByRole('menuitemradio')).toHaveCount(0);
  await page.keyboard.press('Escape');
});
