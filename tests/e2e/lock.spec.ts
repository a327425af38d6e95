import { expect, type Page } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
// Each test leaves the desk open for the next one; the last one, whose clock is not the real one, has none after it.
const signedIn = useSignedIn(desk);

async function lockedPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Daftar usul' })).toHaveCount(0);
  await expect(page.getByTestId('kekurangan')).toHaveCount(0);
}

async function unlockWith(page: Page, password: string): Promise<void> {
  await expect(page.getByLabel('Kata sandi', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

test('F9 locks while typing; the desk comes back as it was, with the right password only, also without network', async () => {
  const { page, verifikator } = signedIn;
  await verifikator.openActive();
  const name = await page.getByRole('main').getByRole('heading', { level: 1 }).textContent();
  const usul = page.url();
  await page.keyboard.press('s');
  await page.keyboard.press('n');
  await page.keyboard.type('Ditulis sebelum rapat.');
  expect(await page.content()).toContain(name);
  await page.keyboard.press('F9');
  await lockedPage(page);
  // Neither in a text nor in the name of anything.
  expect(await page.content()).not.toContain(name);

  await unlockWith(page, 'bukan sandi saya');
  await expect(page.getByRole('alert')).toBeVisible();
  await lockedPage(page);

  await page.context().setOffline(true);
  await unlockWith(page, busyVerifikator.password);
  await expect(verifikator.gaps).toBeVisible();
  expect(page.url()).toBe(usul);
  await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
    'Ditulis sebelum rapat.',
  );
  await expect(page.getByRole('group', { name: /, Sesuai$/i })).toHaveCount(1);
  await page.context().setOffline(false);
});

test('a locked desk stays locked when the application is started anew', async () => {
  const { page } = signedIn;
  await page.keyboard.press('F9');
  await lockedPage(page);
  await page.reload();
  await lockedPage(page);
  await page.goto(`${desk.url}/#/antrean-kirim`);
  await page.reload();
  await lockedPage(page);
  await unlockWith(page, busyVerifikator.password);
  await expect(page.getByRole('heading', { name: 'Antrean Kirim' })).toBeVisible();
});

test.describe('kept on the PC', () => {
  test.use({ serviceWorkers: 'allow' });

  test('every start of the application begins locked, and opens without network', async ({
    page,
    context,
  }) => {
    const verifikator = makeVerifikator(page);
    await verifikator.signIn(desk.url, busyVerifikator);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await page.reload();
    await lockedPage(page);
    await unlockWith(page, busyVerifikator.password);
    await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  });
});

test('a second window is open at once, and locked with the first one', async () => {
  const { page } = signedIn;
  const second = await page.context().newPage();
  await second.goto(desk.url);
  await expect(second.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('F9');
  await lockedPage(page);
  await lockedPage(second);
  await unlockWith(page, busyVerifikator.password);
  await expect(second.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  await second.close();
});

test('a decision made before locking is sent while the desk is locked', async () => {
  const { page, verifikator } = signedIn;
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await verifikator.openActive();
  const usulId = new URL(page.url()).hash.replace('#/periksa/', '');
  await verifikator.sendBack();
  await page.keyboard.press('F9');
  await lockedPage(page);
  const arrived = async (): Promise<number> =>
    (await desk.db.selectFrom('decision').select('usul_id').where('usul_id', '=', usulId).execute())
      .length;
  await expect.poll(arrived, { timeout: 60_000 }).toBe(1);
  await unlockWith(page, busyVerifikator.password);
});

test('nobody at the desk: it locks by itself, not earlier than the policy says', async () => {
  const { page, verifikator } = signedIn;
  await page.clock.install();
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await page.reload();
  await verifikator.unlock(busyVerifikator);
  await verifikator.openActive();
  await page.keyboard.press('ArrowDown');
  await page.clock.fastForward('14:00');
  await expect(verifikator.gaps).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.clock.fastForward('14:00');
  await expect(verifikator.gaps).toBeVisible();
  await page.clock.fastForward('02:00');
  await lockedPage(page);
});
