import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { codeAt } from '#tests/support/second-factor.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';

// From the admin's desk to that of whom he let in: each by clicks, at a browser of his own.

const desk = useFreshDesk({ queue: 'short' });
const sizes = [windowSizes.usual, { width: 1024, height: 700 }];
const newPassword = 'padang rumput luas 7';
const longName = 'R. Ay. Prof. Dr. Kusumawardhani Tjokroaminoto Adiningrat, S.Kom., M.Kom., Ph.D.';

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function look(page: Page, screen: string): Promise<void> {
  await expectSoundLayout(page, screen, sizes, 'admin');
  await expectNoViolations(page, screen);
  await page.setViewportSize(windowSizes.usual);
}

const screens = [
  'Ringkasan',
  'Akun',
  'Penunjukan',
  'Penugasan',
  'PC',
  'Serahan',
  'Periode',
  'Impor',
  'Jejak Audit',
];

test('an admin lets somebody in, who activates the account elsewhere and finds the queue', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin', demoPassword);
  const link = (name: string) => page.getByRole('navigation').getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await test.step('sees every screen of the administration', async () => {
    for (const name of screens) {
      await link(name).first().click();
      await expect(heading(name)).toBeVisible();
      await expect(page.getByText('Mengambil dari server')).toBeHidden();
      await look(page, name);
    }
    await expect(page.getByRole('contentinfo')).toContainText('Tersambung');
  });

  await test.step('imports offices: looks first, takes the good ones, gets the others back', async () => {
    await link('Impor').click();
    const content = 'Kode OPD;Nama OPD\r\ndinas-baru;Dinas Baru\r\n;Tanpa Kode\r\n';
    await page.getByLabel('Pilih berkas').setInputFiles({
      name: 'opd.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
    await expect(page.getByRole('row', { name: /Dinas Baru.*Baru/ })).toBeVisible();
    await look(page, 'impor, dinilai');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh yang ditolak' }).click();
    expect((await download).suggestedFilename()).toBe('opd-ditolak.csv');
    await page.getByRole('button', { name: 'Ambil 1 baris' }).click();
    await expect(page.getByText('Baris yang baik sudah diambil.').first()).toBeVisible();
    await link('Ringkasan').click();
    await expect(page.getByRole('link', { name: 'OPD (4)' })).toBeVisible();
  });

  const code = await test.step('adds an account; its code is told once', async () => {
    await link('Akun').click();
    await page.keyboard.press('n');
    await page.getByLabel('Nama', { exact: true }).fill(longName);
    await page.getByRole('textbox', { name: 'Nama pengguna' }).fill('petugas.baru');
    await page.getByRole('button', { name: 'Tambah akun' }).last().click();
    const told = await page.getByTestId('kode').innerText();
    await look(page, 'slip');
    await page.getByRole('button', { name: 'Selesai' }).click();
    await expect(page.getByRole('row', { name: /petugas\.baru.*Belum diaktifkan/ })).toBeVisible();
    await expect(page.getByText(told)).toHaveCount(0);
    return told;
  });

  await test.step('appoints it to an OPD', async () => {
    await link('Penunjukan').click();
    await page.getByRole('button', { name: 'Tunjuk' }).click();
    await page.getByRole('combobox', { name: 'Akun' }).fill('Kusumawardhani');
    await page.getByRole('option', { name: /petugas\.baru/ }).click();
    await page.getByLabel('Cakupan').selectOption({ label: 'Dinas Pendidikan' });
    await page.getByLabel('Nomor surat penunjukan').fill('800/7/BKPSDM');
    await page.getByLabel('Tanggal surat').fill('2026-11-02');
    await look(page, 'tunjuk');
    await page.getByRole('dialog').getByRole('button', { name: 'Tunjuk' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('searchbox').fill('petugas.baru');
    await expect(page.getByRole('row', { name: /Kusumawardhani.*Dinas Pendidikan/ })).toBeVisible();
  });

  await test.step('divides the work: in turn, with somebody on leave, and by hand', async () => {
    await link('Penugasan').click();
    await page.getByLabel('Kantor').selectOption({ label: 'Dinas Pendidikan' });
    await page.getByRole('button', { name: 'Ubah aturan Verifikasi OPD' }).click();
    await page.getByRole('radio', { name: 'Menurut unor' }).check();
    await page.getByRole('combobox', { name: 'Unor' }).selectOption({ index: 1 });
    await look(page, 'aturan menurut unor');
    await page.getByRole('radio', { name: /^Bergilir/ }).check();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Bergilir' })).toBeVisible();
    const people = page.getByRole('table', { name: 'Petugas' });
    const mine = people.getByRole('row').filter({ hasText: 'Kusumawardhani' });
    await mine.getByRole('button', { name: /^Catat cuti/ }).click();
    await page.getByLabel('Sampai dengan').fill('2999-12-31');
    await look(page, 'cuti');
    await page.getByRole('dialog').getByRole('button', { name: 'Catat cuti' }).click();
    await expect(mine).toContainText('Sedang cuti');
    // What a rule gave goes to others, so that there is nothing left to be moved.
    await expect(mine).toContainText('0 usul');
    await page.keyboard.press('n');
    const whom = page.getByRole('combobox', { name: 'Kepada' });
    const theirOption = whom.getByRole('option', { name: /Kusumawardhani/ });
    await whom.selectOption(await theirOption.getAttribute('value'));
    await page.getByLabel('Usul yang mana').selectOption({ label: 'Semua yang menunggu di sini' });
    await page.getByLabel('Alasan').fill('Pembagian minggu ini.');
    await look(page, 'tugaskan');
    await page.getByRole('dialog').getByRole('button', { name: 'Tugaskan usul' }).click();
    await expect(page.getByText(/usul ditugaskan\./).first()).toBeVisible();
    const leave = page.getByRole('list', { name: 'Cuti' }).getByRole('listitem');
    await leave.getByRole('button').click();
    await expect(page.getByText('Tidak ada cuti yang sedang atau akan berjalan.')).toBeVisible();
    await page.getByRole('button', { name: 'Catat penggantian' }).click();
    await look(page, 'penggantian');
    await page.getByRole('button', { name: 'Batal' }).click();
  });

  const other = await browser.newContext({ viewport: windowSizes.usual });
  await sparePc(other);
  const theirs = await other.newPage();
  await test.step('who got the slip opens the account at another PC', async () => {
    await theirs.goto(desk.url);
    await theirs.getByRole('button', { name: 'Aktifkan akun dengan kode' }).click();
    await look(theirs, 'aktivasi');
    await theirs.getByLabel('NIP atau nama pengguna').fill('petugas.baru');
    await theirs.getByLabel('Kode aktivasi').fill(code.toLowerCase());
    await theirs.getByLabel('Kata sandi baru').fill(newPassword);
    await theirs.getByLabel('Ketik sekali lagi').fill(newPassword);
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByRole('heading', { name: /menunggu/ })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('changes the password, and the desk opens with it without network', async () => {
    await theirs.goto(`${desk.url}/#/pengaturan`);
    await theirs.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await theirs.getByLabel('Kata sandi lama').fill(newPassword);
    await theirs.getByLabel('Kata sandi baru').fill('lembah hijau 2 pagi');
    await theirs.getByLabel('Ketik sekali lagi').fill('lembah hijau 2 pagi');
    await look(theirs, 'ganti kata sandi');
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByRole('dialog')).toBeHidden();
    await other.setOffline(true);
    await theirs.keyboard.press('F9');
    await theirs.getByLabel('Kata sandi', { exact: true }).fill(newPassword);
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByRole('alert')).toContainText('Kata sandi salah');
    await theirs.getByLabel('Kata sandi', { exact: true }).fill('lembah hijau 2 pagi');
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByRole('heading', { name: 'Pengaturan', exact: true })).toBeVisible();
    await other.close();
  });

  await test.step('offline a screen says since when, and nothing of it stays after sign-out', async () => {
    await page.context().setOffline(true);
    await link('Jejak Audit').click();
    await expect(page.getByRole('alert')).toContainText('Luring sejak');
    await look(page, 'jejak audit, luring');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Ambil ulang' }).first().click();
    await expect(page.getByRole('row', { name: /Menunjuk/ }).first()).toBeVisible();
    await page.getByRole('button', { name: /^Akun / }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await expect(page.getByLabel('Kata sandi', { exact: true })).toBeVisible();
    await expect(page.getByText('Kusumawardhani')).toHaveCount(0);
  });
});

test('a role must have a second factor: it is put in at the sign-in, with another password, and asked for afterwards', async ({
  page,
  browser,
}) => {
  await test.step('the admin says so', async () => {
    await signIn(page, 'admin', demoPassword);
    await page.getByRole('navigation').getByRole('button', { name: 'Akun' }).click();
    await page.getByRole('button', { name: 'Kode verifikasi wajib' }).click();
    await page.getByLabel('Helpdesk').fill(localDateIn('WIB', new Date()));
    await look(page, 'kode verifikasi wajib');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  // As `set-password` leaves it.
  await desk.db
    .updateTable('account')
    .set({ password_due: true })
    .where('username', '=', 'helpdesk')
    .execute();

  const other = await browser.newContext({ viewport: windowSizes.usual });
  const theirs = await other.newPage();
  const tickets = theirs.getByRole('heading', { level: 1, name: 'Tiket' });
  const secret =
    await test.step('the officer chooses a password and puts the factor in', async () => {
      await signIn(theirs, 'helpdesk', demoPassword);
      await theirs.getByLabel('Kata sandi baru').fill(newPassword);
      await theirs.getByLabel('Ketik sekali lagi').fill(newPassword);
      await look(theirs, 'masuk, kata sandi baru');
      await theirs.keyboard.press('Enter');
      await theirs.getByRole('button', { name: 'Pasang sekarang' }).click();
      const shown = await theirs.getByTestId('kunci-faktor').innerText();
      await look(theirs, 'masuk, kode QR');
      await theirs.getByRole('button', { name: 'Lanjut' }).click();
      await expect(theirs.getByTestId('kode-cadangan').getByRole('listitem')).toHaveCount(10);
      await theirs.getByLabel('Kode dari aplikasi autentikator').fill('000000');
      await theirs.getByLabel('Kode cadangan sudah saya simpan').check();
      await theirs.getByRole('button', { name: 'Pasang', exact: true }).click();
      await expect(theirs.getByRole('alert')).toContainText('Kode verifikasi salah');
      await look(theirs, 'masuk, kode cadangan');
      await theirs.getByLabel('Kode dari aplikasi autentikator').fill(codeAt(shown));
      await theirs.getByRole('button', { name: 'Pasang', exact: true }).click();
      await expect(tickets).toBeVisible();
      return shown;
    });

  await test.step('the lock opens without it, the server asks for it', async () => {
    await theirs.goto(`${desk.url}/#/pengaturan`);
    await expect(theirs.getByText(/^Dipasang .*; 10 kode cadangan/)).toBeVisible();
    await look(theirs, 'pengaturan, kode verifikasi');
    await theirs.keyboard.press('F9');
    await theirs.getByLabel('Kata sandi', { exact: true }).fill(newPassword);
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByRole('heading', { name: 'Pengaturan', exact: true })).toBeVisible();
    await theirs.getByRole('button', { name: /^Akun / }).click();
    await theirs.getByRole('menuitem', { name: 'Keluar' }).click();
    // Else the page is loaded again before the session has ended, and is locked.
    await expect(theirs.getByLabel('NIP atau nama pengguna')).toBeVisible();
    await signIn(theirs, 'helpdesk', newPassword);
    await look(theirs, 'masuk, kode verifikasi');
    // The code of the step after the one that was used counts already.
    await theirs.getByLabel('Kode verifikasi').fill(codeAt(secret, 1));
    await theirs.keyboard.press('Enter');
    await expect(tickets).toBeVisible();
    await other.close();
  });
});
