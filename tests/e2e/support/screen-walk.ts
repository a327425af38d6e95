import { expect, type Page } from '@playwright/test';
import type { UsulKind } from '#shared/records/usul.ts';
import { submitWithFixture, submitWithLongName } from '#tests/e2e/support/extra-usul.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeMovingUsul } from '#tests/e2e/support/moving-usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

/** Usul that show the workbench from all sides; ids. */
export interface ShownUsul {
  readonly tambah: string;
  readonly ubah: string;
  readonly hapus: string;
  readonly twoDocuments: string;
  readonly longName: string;
}

/** Looks at the screen that stands now. */
export type Look = (screen: string) => Promise<void>;

/** How to sit down. */
export interface Sitting {
  readonly theme: 'Terang' | 'Ikuti Windows';
  readonly textSize?: '130 %';
}

/** Finds one open usul of each kind, and adds the unusual ones. */
export async function prepareUsul(desk: Desk): Promise<ShownUsul> {
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const first = (kind: UsulKind): string => waiting.find((usul) => usul.kind === kind)!.id;
  const longName = await submitWithLongName(desk, busyVerifikator.username);
  return {
    tambah: first('tambah'),
    ubah: first('ubah'),
    hapus: first('hapus'),
    twoDocuments: longName,
    longName,
  };
}

/** Who walks where, how the PC is set, and what is done at each screen. */
export interface Walk {
  readonly page: Page;
  readonly desk: Desk;
  readonly usul: ShownUsul;
  readonly sitting: Sitting;
  readonly look: Look;
}

/** Every screen and state of the application, in walks that can be taken at the same time; one sign-in each. */
export const walks = {
  'from the door to the inbox': async ({ page, desk, sitting, look }: Walk) => {
    await walkSignIn(page, desk, look);
    await makeVerifikator(page).signIn(desk.url, busyVerifikator, { keepGuide: true });
    await setLook(page, desk, sitting);
    await look('pengaturan');
    await walkGuide(page, desk, look);
    await walkInbox(page, desk, look);
    await page.keyboard.press('F9');
    await expect(page.getByRole('button', { name: 'Buka kunci' })).toBeVisible();
    await look('meja terkunci');
  },
  'at the workbench': async ({ page, desk, usul, sitting, look }: Walk) => {
    await signIn(page, desk, sitting);
    await walkWorkbench(page, desk, usul, look);
    await walkHelp(page, look);
    await walkJudging(page, desk, usul, look);
  },
  'from a decision to its return': async ({ page, desk, sitting, look }: Walk) => {
    const broken = await submitWithFixture(desk, busyVerifikator.username, ['bad/header-only.pdf']);
    await signIn(page, desk, sitting);
    await walkDecided(page, desk, broken, look);
    await walkSignOut(page, look);
    await walkReturned(page, desk, broken, look);
  },
} as const;

async function signIn(page: Page, desk: Desk, sitting: Sitting): Promise<void> {
  await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  await setLook(page, desk, sitting);
}

async function walkSignIn(page: Page, desk: Desk, look: Look): Promise<void> {
  await page.goto(desk.url);
  await expect(page.getByLabel('Kata sandi', { exact: true })).toBeVisible();
  await look('masuk');
  await page.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill('salah');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('masuk, kata sandi salah');
}

async function setLook(page: Page, desk: Desk, { theme, textSize }: Sitting): Promise<void> {
  await page.goto(`${desk.url}/#/pengaturan`);
  await page.getByRole('radio', { name: theme }).check();
  if (textSize) await page.getByRole('radio', { name: textSize }).check();
}

async function walkGuide(page: Page, desk: Desk, look: Look): Promise<void> {
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await expect(page.getByTestId('panduan')).toBeVisible();
  await look('panduan');
  await page.getByRole('button', { name: 'Lewati panduan' }).click();
}

async function walkInbox(page: Page, desk: Desk, look: Look): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  await look('kotak masuk');
  await page.getByRole('searchbox').fill('tidak ada orang dengan nama ini');
  await expect(page.getByText('Tidak ada usul yang cocok')).toBeVisible();
  await look('kotak masuk, tanpa hasil');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /^Urutkan/ }).click();
  await look('kotak masuk, pilihan urutan');
  await page.getByRole('menuitemradio', { name: 'Per ASN' }).click();
  await look('kotak masuk, per ASN');
  await page.goto(`${desk.url}/#/antrean-kirim`);
  await expect(page.getByRole('heading', { name: 'Antrean Kirim' })).toBeVisible();
  await look('antrean kirim, awal');
}

async function walkWorkbench(page: Page, desk: Desk, usul: ShownUsul, look: Look): Promise<void> {
  for (const kind of ['tambah', 'ubah', 'hapus', 'longName'] as const) {
    await openUsul(page, desk, usul[kind]);
    await look(kind === 'longName' ? 'meja periksa, nama panjang' : `meja periksa, ${kind}`);
  }
  await openUsul(page, desk, usul.twoDocuments);
  for (const [key, state] of [
    ['j', 'dua dokumen'],
    ['h', 'gambar kecil'],
    ['f', 'dokumen layar penuh'],
    ['o', 'mode fokus'],
    ['g', 'antrean terbuka'],
    ['Control+f', 'cari dalam dokumen'],
  ] as const) {
    await page.keyboard.press(key);
    await look(`meja periksa, ${state}`);
    await page.keyboard.press(key === 'Control+f' ? 'Escape' : key);
  }
}

async function walkHelp(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('daftar tombol');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByText('Yang dikerjakan di sini')).toBeVisible();
  await look('bantuan');
  await page.keyboard.press('F1');
}

async function walkJudging(page: Page, desk: Desk, usul: ShownUsul, look: Look): Promise<void> {
  await openUsul(page, desk, usul.ubah);
  await page.keyboard.press('t');
  await look('meja periksa, isian tidak sesuai');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await look('meja periksa, alasan terbuka');
}

async function walkDecided(page: Page, desk: Desk, broken: string, look: Look): Promise<void> {
  await page.goto(`${desk.url}/#/periksa/${broken}`);
  await expect(page.getByText('Berkas dokumen rusak atau bukan PDF.').first()).toBeVisible();
  await look('meja periksa, dokumen rusak');
  // Without network the decision waits as long as it is looked at.
  await page.context().setOffline(true);
  await expect(page.getByRole('contentinfo')).toContainText('Luring');
  await page.keyboard.press('p');
  await page.keyboard.press('6');
  await makeVerifikator(page).saveAndGoOn();
  await look('meja periksa, baru diputuskan');
  await page.goto(`${desk.url}/#/periksa/${broken}`);
  await expect(page.getByTestId('kekurangan')).toBeHidden();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await look('meja periksa, sudah diputuskan');
  await page.goto(`${desk.url}/#/antrean-kirim`);
  await expect(page.getByRole('heading', { name: 'Antrean Kirim' })).toBeVisible();
  await look('antrean kirim, terisi');
}

/** The dialog is there because the decision made last still waits to be sent. */
async function walkSignOut(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: /^Akun / }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('menu akun');
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
  await look('keluar dengan keputusan yang menunggu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeHidden();
}

/** The decision that waited comes back: meanwhile the ASN has submitted its usul again. */
async function walkReturned(page: Page, desk: Desk, usulId: string, look: Look): Promise<void> {
  const moving = makeMovingUsul(desk);
  await moving.returnByColleague(usulId, 'Berkas tidak dapat dibuka.');
  await moving.resubmit(usulId, { skNomor: '12/TK/Tahun 2026', skDate: '2026-08-12' });
  await page.context().setOffline(false);
  await expect(page.getByRole('contentinfo')).toContainText('perlu diperiksa lagi', {
    timeout: 60_000,
  });
  await page.goto(`${desk.url}/#/antrean-kirim`);
  await expect(page.getByRole('button', { name: /^Bandingkan keputusan/ })).toBeVisible();
  await look('antrean kirim, dikembalikan');
  await page.keyboard.press('u');
  await expect(page.getByRole('region', { name: 'Yang berubah' })).toContainText('2 dari 4 isian');
  await page.getByRole('button', { name: /^Isian yang tetap/ }).click();
  await look('perlu diperiksa lagi');
}

/** Opens an usul and waits for its document. */
export async function openUsul(page: Page, desk: Desk, id: string): Promise<void> {
  const address = `${desk.url}/#/periksa/${id}`;
  const gaps = page.getByTestId('kekurangan');
  const [before] = page.url() === address ? [] : await gaps.elementHandles();
  await page.goto(address);
  // The usul that lay there before may still be shown.
  await before?.waitForElementState('hidden');
  await expect(gaps).toBeVisible();
  await expect(page.locator('.page[data-loaded="true"]').first()).toBeVisible();
}
