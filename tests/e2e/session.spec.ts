import { expect } from '@playwright/test';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { tabTo } from '#tests/e2e/support/by-keyboard.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { otherVerifikator } from '#tests/e2e/support/other-verifikator.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

const desk = useFreshDesk({ queue: 'short' });
const sizes = Object.values(windowSizes);

/** NIP of somebody whose usul waits at the office of an account. */
async function someNip(username: string): Promise<string> {
  const [first] = await waitingUsul(desk, username);
  return first!.employee.nip;
}

test('two accounts on one PC do not see each other', async ({ page }) => {
  const other = await otherVerifikator(desk);
  const [mine, theirs] = [await someNip(busyVerifikator.username), await someNip(other.username)];
  const verifikator = makeVerifikator(page);
  const search = page.getByRole('searchbox');
  const rows = page.getByRole('grid', { name: 'Daftar usul' }).getByRole('row', { selected: true });

  await verifikator.signIn(desk.url, busyVerifikator);
  await search.fill(mine);
  await expect(rows.first()).toBeVisible();
  await search.fill(theirs);
  await expect(page.getByText('Tidak ada usul yang cocok')).toBeVisible();

  await page.getByRole('button', { name: /^Akun / }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByLabel('NIP atau nama pengguna')).toBeVisible();
  await verifikator.signIn(desk.url, other);
  await search.fill(theirs);
  await expect(rows.first()).toBeVisible();
  await search.fill(mine);
  await expect(page.getByText('Tidak ada usul yang cocok')).toBeVisible();
});

test('another server in the place of the known one: a person is asked at the desk, and at the sign-in', async ({
  page,
}) => {
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  // It passes everything on to the right one, and has no key to show.
  await page
    .context()
    .route('**/api/v1/identity', (route) =>
      route.fulfill({ status: 404, json: { error: makeApiError('tidak_ditemukan') } }),
    );
  await page.context().setOffline(true);
  await expect(verifikator.statusBar).toContainText('Luring');
  await page.context().setOffline(false);

  const notices = page.getByRole('region', { name: 'Pemberitahuan' });
  await expect(notices).toContainText('bukan server yang dikenal PC ini');
  await tabTo(page, notices.getByRole('button', { name: 'Tinjau' }));
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Server itu tidak menunjukkan kunci.');
  await expect(question.getByRole('button', { name: 'Batal' })).toBeFocused();
  await expectNoViolations(page, 'server lain di meja');
  await expectSoundLayout(page, 'server lain di meja', sizes, 'server lain');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();

  await page.getByRole('button', { name: /^Akun / }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await page.getByLabel('Kata sandi', { exact: true }).fill(busyVerifikator.password);
  await page.keyboard.press('Enter');
  const trust = page.getByRole('button', { name: 'Percayai server ini dan masuk' });
  await expect(trust).toBeVisible();
  await expectNoViolations(page, 'server lain saat masuk');
  await expectSoundLayout(page, 'server lain saat masuk', sizes, 'server lain');
  await tabTo(page, trust);
  await page.keyboard.press('Enter');
  await expect(verifikator.statusBar).toContainText('Tersambung');
});

test.describe('kept on the PC', () => {
  test.use({ serviceWorkers: 'allow' });

  test('without network the application starts, and says why nobody can sign in yet', async ({
    page,
    context,
  }) => {
    await page.goto(desk.url);
    await expect(page.getByLabel('Kata sandi', { exact: true })).toBeVisible();
    // The application keeps itself on the PC in the background; a person who comes back later finds it there.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
    await page.getByLabel('Kata sandi', { exact: true }).fill(busyVerifikator.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/jaringan|luring|tersambung/i);

    await context.setOffline(false);
    await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  });
});

test('the server gone in the middle of work: a clear word, and the work goes on', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await verifikator.openActive();
  await verifikator.forward();
  await expect(verifikator.statusBar).not.toContainText('Tersambung', { timeout: 60_000 });
  await expect(verifikator.statusBar).toContainText('1 keputusan menunggu dikirim');
  await page.unroute('**/api/**');
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 90_000,
  });
  expect(faults).toEqual([]);
});
