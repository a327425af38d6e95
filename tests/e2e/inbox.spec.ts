import { expect, type Page } from '@playwright/test';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

const desk = useFreshDesk();
const signedIn = useSignedIn(desk);

async function choose(page: Page, filter: RegExp, value: string): Promise<void> {
  await page.getByRole('button', { name: filter }).press('Enter');
  const item = page.getByRole('menuitemcheckbox', { name: value, exact: true });
  await item.press('Enter');
  await expect(item).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();
}

/** A person goes on for a moment (what was chosen is written with a short pause), and starts the application anew. */
async function goOnAndReload(page: Page): Promise<void> {
  await makeVerifikator(page).openActive();
  await expect(page.locator('.page[data-loaded="true"]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  await page.reload();
  await makeVerifikator(page).unlock(busyVerifikator);
}

function shown(page: Page, count: number) {
  return expect(page.getByText(new RegExp(`^${count}( dari \\d+)? usul$`)).first()).toBeVisible();
}

test('filters combine, come back after a reload, can be saved under a name and used again', async ({
  page,
}) => {
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const both = waiting.filter((usul) => usul.recordType === 'jabatan' && usul.kind === 'tambah');
  const ofType = waiting.filter((usul) => usul.recordType === 'jabatan');
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(ofType.length);
  await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  await shown(page, waiting.length);
  await choose(page, /^Jenis riwayat/, recordTypes.jabatan.label);
  await shown(page, ofType.length);
  await choose(page, /^Jenis usul/, usulKindLabels.tambah);
  await shown(page, both.length);

  await goOnAndReload(page);
  await shown(page, both.length);

  await page.getByRole('button', { name: 'Simpan saringan…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Nama saringan' }).fill('Jabatan baru');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Hapus saringan' }).first().press('Enter');
  await shown(page, waiting.length);
  await goOnAndReload(page);
  await shown(page, waiting.length);
  await page.getByRole('button', { name: /^Saringan tersimpan/ }).press('Enter');
  await page.getByRole('button', { name: 'Pakai saringan Jabatan baru' }).press('Enter');
  await shown(page, both.length);
});

test('by ASN: the usul of one person stand in a row under the name', async () => {
  const { page } = signedIn;
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const counts = new Map<string, Usul[]>();
  for (const usul of waiting) {
    counts.set(usul.employee.nip, [...(counts.get(usul.employee.nip) ?? []), usul]);
  }
  const [first] = [...counts.values()].toSorted((a, b) => b.length - a.length);
  const { nip, nama } = first![0]!.employee;
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await page.getByRole('button', { name: /^Urutkan/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'Per ASN' }).press('Enter');
  await page.getByRole('searchbox').fill(nip);
  await shown(page, first!.length);
  const grid = page.getByRole('grid', { name: 'Daftar usul' });
  await expect(grid).toContainText(nama, { ignoreCase: true });
  await expect(grid.getByText(`${first!.length} usul`)).toBeVisible();
});

test('the search forgives spelling, titles and spaces in a NIP', async () => {
  const { page } = signedIn;
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const { employee } = waiting.find(({ employee: { nama } }) =>
    nama.split(' ').some((word) => word.length > 6),
  )!;
  const long = employee.nama.split(' ').find((word) => word.length > 6)!;
  const slip = `${long.slice(0, 3)}${long.slice(4)}`;
  await page.goto(`${desk.url}/#/kotak-masuk`);
  const grid = page.getByRole('grid', { name: 'Daftar usul' });
  for (const search of [
    employee.nama.toLowerCase(),
    `Drs. ${employee.nama}, M.Si.`,
    employee.nama.replace(long, slip),
    employee.nip.replace(/^(.{8})(.{6})(.)(.{3})$/, '$1 $2 $3 $4'),
    employee.nip.slice(0, 12),
  ]) {
    await test.step(search, async () => {
      await page.getByRole('searchbox').fill(search);
      await expect(grid.getByText(employee.nama, { exact: false }).first()).toBeVisible();
      await expect
        .poll(async () => grid.getByRole('row').count(), { message: search })
        .toBeLessThan(waiting.length);
    });
  }
});
