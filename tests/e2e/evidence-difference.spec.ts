import { expect, type Page } from '@playwright/test';
import { employeeNip, submitAwardLike, type TestFile } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { openUsul } from '#tests/e2e/support/screen-walk.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import { expectNoViolations, expectSoundLayout } from '#tests/e2e/support/sound-screen.ts';
import { madePdf } from '#tests/support/cases/made-pdf.ts';
import { print } from '#tests/support/cases/decree-page.ts';

const desk = useFreshDesk({ queue: 'short' });
const { username } = busyVerifikator;

const looks = [
  { name: 'Terang', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'Gelap', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'Kontras tinggi', colorScheme: 'dark', contrast: 'more' },
] as const;
const sizes = [
  { width: 1024, height: 700 },
  { width: 1366, height: 768 },
];

const values = {
  hargaId: '201',
  skNomor: '12/TK/TAHUN 2025',
  skDate: '2025-08-12',
  tahun: '2025',
};

/** A charter with this number, given to somebody. */
function charter(number: string, name: string, nip: string): TestFile {
  const lines = [
    'PRESIDEN REPUBLIK INDONESIA',
    'PIAGAM TANDA KEHORMATAN',
    `Nomor : ${number}`,
    'menganugerahkan tanda kehormatan SATYALANCANA KARYA SATYA X TAHUN',
    `kepada : ${name}`,
    `NIP : ${nip}`,
    'sebagai penghargaan atas pengabdian dan kesetiaan dalam melaksanakan tugas',
    'Ditetapkan di Jakarta pada tanggal 12 Agustus 2025',
  ];
  const content = lines.map((text, at) => print(text, 80, 720 - at * 30)).join('\n');
  return { name: 'piagam.pdf', bytes: madePdf({ content }) };
}

let [otherNumber, otherPerson] = ['', ''];
const signedIn = useSignedIn(desk, {
  prepare: async () => {
    const submit = (file: TestFile): Promise<string> =>
      submitAwardLike(desk, username, { values, fixtures: [file] });
    const own = await employeeNip(desk, username);
    otherNumber = await submit(charter('12/TK/TAHUN 2026', 'SIAPA PUN', own));
    otherPerson = await submit(charter('12/TK/TAHUN 2025', 'BUDI SANTOSO', '197902032005011007'));
  },
});

async function opened(usulId: string): Promise<Page> {
  const { page } = signedIn;
  await openUsul(page, desk, usulId);
  return page;
}

async function looksSound(page: Page, screen: string): Promise<void> {
  for (const { name, ...media } of looks) {
    await page.emulateMedia(media);
    await expectSoundLayout(page, screen, sizes, name);
    await expectNoViolations(page, `${name}: ${screen}`);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
}

test('another value is told as such, with what stands there, and is left to the person', async () => {
  test.setTimeout(240_000);
  const page = await opened(otherNumber);
  const row = page.locator('[data-field="skNomor"]');
  await expect(row.locator('[data-lencana="berbeda"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-field="skDate"] [data-lencana="ditemukan"]')).toBeVisible();
  await row.click();
  await expect(row).toContainText('Tertulis: 12/TK/TAHUN 2026');
  // The picture of the place is underlined as its mark in the document is.
  const underline = row.getByTestId('potongan').locator('canvas + span');
  await expect(underline).toHaveCSS('border-bottom-color', 'rgb(177, 14, 28)');
  await expect(underline).toHaveCSS('border-bottom-style', 'double');
  await looksSound(page, 'isian berbeda');
  await row.focus();
  await page.keyboard.press('4');
  await expect(page.locator('[data-field="skDate"]')).toHaveAccessibleName(/Sesuai$/);
  await expect(row).toHaveAccessibleName(/belum dinilai/);
});

test('nothing is found in the paper of somebody else, and the record says whose it is', async () => {
  test.setTimeout(240_000);
  const page = await opened(otherPerson);
  const problems = page.getByRole('region', { name: 'Peringatan dokumen usul ini' });
  await expect(problems).toContainText('BUDI SANTOSO', { timeout: 60_000 });
  const row = page.locator('[data-field="skNomor"]');
  await expect(row.locator('[data-lencana="periksa"]')).toBeVisible();
  await row.click();
  await expect(row).toContainText('Nilai ini milik orang lain');
  await expect(page.locator('[data-lencana="ditemukan"]')).toHaveCount(0);
  await looksSound(page, 'dokumen orang lain');
});
