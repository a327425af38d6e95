import { expect, type Page } from '@playwright/test';
import {
  employeeNip,
  submitAwardLike,
  submitWithFixture,
  type TestFile,
} from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { openUsul } from '#tests/e2e/support/screen-walk.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';
import { print, printedDecree } from '#tests/support/cases/decree-page.ts';
import { madePdf } from '#tests/support/cases/made-pdf.ts';
import { makeGate } from '#tests/support/gate.ts';

const desk = useFreshDesk({ queue: 'short' });
const { username } = busyVerifikator;

/**
 * A page that says nothing for or against anybody: what is warned of is the rules' alone, however soon it is read. Each usul
 * has its own, for one that is in two of them is warned of.
 */
function silent(name: string): TestFile {
  return { name: 'lampiran.pdf', bytes: madePdf({ content: print(`Lampiran ${name}`, 72, 700) }) };
}

/** The awards whose rules and documents raise one warning, and many. */
const awards = {
  one: {
    values: { hargaId: '204', skNomor: '12/TK/Tahun 2025', skDate: '2025-08-12', tahun: '2024' },
  },
  many: {
    values: {
      hargaId: '201',
      skNomor: '-',
      skDate: '2098-08-12',
      tahun: '2099',
      asal: 'Bupati',
    },
    fixtures: ['viewer/scan1-g4-300.pdf', 'viewer/scan1-g4-300.pdf', 'bad/zeropage.pdf'],
  },
} as const;

const looks = [
  { name: 'Terang', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'Gelap', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'Kontras tinggi', colorScheme: 'dark', contrast: 'more' },
] as const;

const bar = (page: Page) => page.getByTestId('peringatan');

/** Usul of theirs, by what happens to them. */
let usuls: Readonly<Record<'answered' | 'one' | 'many' | 'returned', string>>;
const signedIn = useSignedIn(desk, {
  prepare: async () => {
    const submitOne = (name: string): Promise<string> =>
      submitAwardLike(desk, username, { ...awards.one, fixtures: [silent(name)] });
    usuls = {
      answered: await submitOne('satu'),
      one: await submitOne('dua'),
      many: await submitAwardLike(desk, username, awards.many),
      returned: await submitOne('tiga'),
    };
  },
});

async function opened(
  usulId: string,
): Promise<{ readonly page: Page; readonly verifikator: Verifikator }> {
  const { page, verifikator } = signedIn;
  await openUsul(page, desk, usulId);
  return { page, verifikator };
}

test('an open warning stands in the bar, is answered by one key, and told wherever the decision is', async () => {
  const usulId = usuls.answered;
  const { page, verifikator } = await opened(usulId);
  await expect(bar(page)).toContainText('1 peringatan: Tahun penghargaan berbeda dengan SK');
  await verifikator.lookAtDocuments();
  await page.keyboard.press('a');
  await expect(verifikator.gaps).toContainText('Periksa peringatan, lalu tekan W.');

  // However often it is pressed, Enter neither saves nor answers for the person.
  const address = page.url();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Enter');
  await expect(verifikator.gaps).toContainText('Periksa peringatan, lalu tekan W.');
  expect(page.url()).toBe(address);

  await page.keyboard.press('w');
  await expect(bar(page)).toContainText('1 peringatan sudah diperiksa');
  await page.keyboard.press('Control+z');
  await expect(bar(page)).toContainText('1 peringatan: ');
  await page.keyboard.press('w');
  await verifikator.saveAndGoOn();

  await page.keyboard.press('z');
  await expect(page).toHaveURL(new RegExp(usulId));
  await expect(bar(page)).toContainText('1 peringatan sudah diperiksa');
  // Or the decision would say that its document was still being read.
  await expect(verifikator.gaps).not.toContainText('masih dibaca', { timeout: 60_000 });
  await verifikator.saveAndGoOn();
  const decision = () =>
    desk.db
      .selectFrom('decision')
      .select('payload')
      .where('usul_id', '=', usulId)
      .executeTakeFirst();
  await expect
    .poll(async () => (await decision())?.payload.acknowledged, { timeout: 60_000 })
    .toEqual([{ kind: 'aturan', subject: 'TAHUN_PENGHARGAAN', about: 'tahun,skDate' }]);

  // Whoever opens it next is told, here the verifikator who follows it.
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(page.getByText('Diputuskan dengan peringatan')).toBeVisible({ timeout: 60_000 });
});

test('what a rule finds wrong is not marked with the others, and the focus goes there', async () => {
  const { page } = await opened(usuls.many);
  await page.keyboard.press('a');
  const left = page.getByRole('group', { name: /, belum dinilai$/ });
  await expect(left.first()).toBeVisible();
  await expect(page.locator('[data-field="tahun"][aria-current="true"]')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('group', { name: /^Tanggal SK.*belum dinilai$/ })).toBeVisible();
});

test('the bar is sound with one warning and with many, in every theme and to a screen reader', async () => {
  test.setTimeout(240_000);
  const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
  for (const [name, usulId] of Object.entries({ satu: usuls.one, banyak: usuls.many })) {
    const { page, verifikator } = await opened(usulId);
    await expect(bar(page)).toContainText('peringatan: ');
    await page.keyboard.press('a');
    for (const { name: look, ...media } of looks) {
      await page.emulateMedia(media);
      await expectSoundLayout(page, `peringatan ${name}`, sizes, look);
      await expectNoViolations(page, `${look}: peringatan ${name}`);
    }
    await page.keyboard.press('w');
    await expectSoundLayout(page, `peringatan ${name} dinyatakan`, sizes, 'Kontras tinggi');
    await expect(verifikator.gaps).not.toContainText('tekan W');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  }
});

test('a decision that is faster than the reader comes back when the paper is another person’s', async ({
  page,
}) => {
  const paper = { name: 'sk-orang-lain.pdf', bytes: madePdf({ content: printedDecree() }) };
  const usulId = await submitAwardLike(desk, username, { ...awards.one, fixtures: [paper] });
  // The reader gets what it reads with when the decision is made, not before.
  const decided = makeGate();
  await page.context().route('**/tesseract/**', async (route) => {
    await decided.opened;
    await route.continue();
  });
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await openUsul(page, desk, usulId);
  await verifikator.lookAtDocuments();
  await page.keyboard.press('a');
  await expect(verifikator.gaps).toContainText('tekan W');
  await page.keyboard.press('w');
  await expect(verifikator.gaps).toContainText('Dokumen masih dibaca');
  decided.open();
  await verifikator.saveAndGoOn();

  const notice = page.getByRole('region', { name: 'Pemberitahuan' });
  await expect(notice).toContainText('kembali ke meja, keputusannya belum dikirim');
  await expect(notice).toContainText('milik orang lain (SITI RAHMAWATI)');
  for (const { name: look, ...media } of looks) {
    await page.emulateMedia(media);
    const sizes = [windowSizes.usual, { width: 1024, height: 700 }];
    await expectSoundLayout(page, 'usul kembali ke meja', sizes, look);
    await expectNoViolations(page, `${look}: usul kembali ke meja`, 'colours');
  }
  await page.keyboard.press('u');
  await expect(page).toHaveURL(new RegExp(usulId));
  await expect(notice).toBeHidden();
  await expect(bar(page)).toContainText('milik orang lain');
  // Nothing but the answer is missing.
  await page.keyboard.press('w');
  await expect(verifikator.gaps).toContainText('Lengkap');
});

test('a return that its own verdicts deny is asked about', async () => {
  const { page, verifikator } = await opened(usuls.returned);
  await page.keyboard.press('a');
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Alasan tidak didukung penilaian isian');
  await page.keyboard.press('w');
  await expect(verifikator.gaps).toContainText('Lengkap');
});

test('an own usul is shown, marked and left to another verifikator', async ({ page }) => {
  const usulId = await submitWithFixture(desk, username, ['bad/zeropage.pdf'], -60);
  const nip = await employeeNip(desk, username);
  await desk.db.updateTable('account').set({ nip }).where('username', '=', username).execute();
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  const row = page.getByRole('row', { name: /Milik sendiri/ }).first();
  await expect(row).toBeVisible();
  await expectSoundLayout(
    page,
    'kotak masuk, milik sendiri',
    [{ width: 1366, height: 768 }],
    'Terang',
  );
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  const panel = page.getByRole('region', { name: 'Keputusan atas usul' });
  await expect(panel).toContainText('Usul ini milik Anda sendiri');
  await expectSoundLayout(page, 'usul milik sendiri', [{ width: 1024, height: 700 }], 'Terang');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  // Nothing is judged, and Enter goes on.
  await expect(page).not.toHaveURL(new RegExp(usulId));
});
