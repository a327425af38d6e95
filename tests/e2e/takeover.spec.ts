import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
const colleagueLogin = { username: 'umpeg2.disdik', password: demoPassword };

async function look(page: Page, screen: string): Promise<void> {
  await expectSoundLayout(page, screen, sizes, 'penugasan');
  await expectNoViolations(page, screen);
  await page.setViewportSize(windowSizes.usual);
}

async function appointmentOf({ username }: { readonly username: string }): Promise<string> {
  const account = await findAccountByLogin(desk.db, username);
  return account!.id;
}

test('taken over while its holder is offline: one decision, the other comes back, and the takeover is told', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const usulId = await submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const [usul] = await readUsulByIds(desk.db, [usulId]);
  const scope = { kind: 'opd', id: usul!.opdId } as const;
  await assignByHand(
    desk.db,
    { scope, stage: 'verifikasi', filter: { usulIds: [usulId] } },
    await appointmentOf(busyVerifikator),
    { by: null, reason: 'Pembagian tugas minggu ini.', now: new Date() },
  );
  const holder = makeVerifikator(page);
  await holder.signIn(desk.url, busyVerifikator);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await sparePc(context);
  const colleague = makeVerifikator(await context.newPage());
  await colleague.signIn(desk.url, colleagueLogin);

  await page.context().setOffline(true);
  await expect(holder.statusBar).toContainText('Luring');
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(page.getByText('Ditugaskan kepada Anda: Pembagian tugas minggu ini.')).toBeVisible();
  await holder.sendBack();

  const { page: other } = colleague;
  await other.goto(`${desk.url}/#/periksa/${usulId}`);
  const panel = other.getByRole('region', { name: 'Penugasan' });
  await expect(panel).toContainText('Ditugaskan kepada');
  await look(other, 'meja periksa, milik rekan');
  await other.keyboard.press('n');
  await other.keyboard.type('Rekan sedang dinas luar.');
  await other.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  await expect(colleague.gaps).toBeVisible();
  await colleague.sendBack();
  await expect(colleague.statusBar).toContainText('Semua keputusan terkirim', { timeout: 60_000 });

  await page.context().setOffline(false);
  await expect(holder.statusBar).toContainText('1 keputusan perlu diperiksa lagi', {
    timeout: 60_000,
  });
  const notices = page.getByRole('region', { name: 'Pemberitahuan' });
  await expect(notices).toContainText('“Rekan sedang dinas luar.”');
  await page.keyboard.press('u');
  const now = page.getByRole('main').getByRole('region', { name: 'Keadaan sekarang' });
  await expect(now).toContainText('Perbaikan oleh ASN');
  await look(page, 'perlu diperiksa, diambil alih');
  await notices.getByRole('button', { name: 'Mengerti' }).click();
  await expect(notices).toBeHidden();
  await page.keyboard.press('l');
  const decided = await desk.db
    .selectFrom('decision')
    .select('account_id')
    .where('usul_id', '=', usulId)
    .execute();
  expect(decided).toEqual([{ account_id: await appointmentOf(colleagueLogin) }]);
  await context.close();
});
