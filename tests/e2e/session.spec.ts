import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

const desk = useFreshDesk({ queue: 'short' });

/** A verifikator of another office in the small demonstration. */
async function otherVerifikator() {
  const account = await desk.db
    .selectFrom('account')
    .select('username')
    .where('role', '=', 'verifikator')
    .where('scope_id', '<>', (eb) =>
      eb
        .selectFrom('account as busy')
        .select('busy.scope_id')
        .where('busy.username', '=', busyVerifikator.username),
    )
    .orderBy('username')
    .executeTakeFirstOrThrow();
  return { username: account.username, password: busyVerifikator.password };
}

/** NIP of somebody whose usul waits at the office of an account. */
async function someNip(username: string): Promise<string> {
  const [first] = await waitingUsul(desk, username);
  return first!.employee.nip;
}

test('two accounts on one PC do not see each other', async ({ page }) => {
  const other = await otherVerifikator();
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
