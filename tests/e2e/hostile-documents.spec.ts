import { expect } from '@playwright/test';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';

const desk = useFreshDesk({ queue: 'short' });

const blank = /tampil kosong/;

/** What a person reads for each broken or hostile document. */
const messages = {
  'bad-jpeg.pdf': blank,
  'bomb-20000px-1bit.pdf': /dilewati oleh program/,
  'empty.pdf': 'Berkas dokumen kosong (0 byte).',
  'enc-userpw-aes256.pdf': 'Dokumen dikunci dengan kata sandi.',
  'header-only.pdf': 'Berkas dokumen rusak atau bukan PDF.',
  'pages-2000.pdf': 'Dokumen ini lebih dari 200 halaman',
  'truncated-scan.pdf': 'Berkas dokumen rusak atau bukan PDF.',
  'xobj-recursion.pdf': blank,
} as const;

/** Documents that carry an attack but can be read: the attack must come to nothing and the page must show. */
const readable = [
  'hugepage-14400.pdf',
  'invisible-text-lie.pdf',
  'js-openaction.pdf',
  'launch-uri.pdf',
  'zeropage.pdf',
] as const;

const viewable = ['scan1-jpx200.pdf', 'scan1-g4-300.pdf'] as const;

/** The usul of each document, by its file. */
const usuls = new Map<string, string>();
const signedIn = useSignedIn(desk, {
  prepare: async () => {
    const { username } = busyVerifikator;
    const bad = [...Object.keys(messages), ...readable];
    for (const file of bad) {
      usuls.set(file, await submitWithFixture(desk, username, [`bad/${file}`]));
    }
    for (const file of viewable) {
      usuls.set(file, await submitWithFixture(desk, username, [`viewer/${file}`]));
    }
  },
});

test('every broken document says what is wrong, and its usul can still be decided and delivered', async () => {
  const { page, verifikator } = signedIn;
  const broken = Object.keys(messages).map((file) => usuls.get(file)!);
  for (const [file, message] of Object.entries(messages)) {
    await test.step(file, async () => {
      await page.goto(`${desk.url}/#/periksa/${usuls.get(file)}`);
      await expect(page.getByRole('main').getByText(message).first()).toBeVisible({
        timeout: 30_000,
      });
      // Every field unreadable, back to the ASN, third reason: "Dokumen tidak terbaca".
      const fields = await page.getByRole('group', { name: /, belum dinilai$/ }).count();
      for (let field = 0; field < fields; field += 1) await page.keyboard.press('b');
      await page.keyboard.press('p');
      await page.keyboard.press('3');
      await expect(page.getByRole('checkbox', { name: 'Dokumen tidak terbaca' })).toBeChecked();
      await verifikator.saveAndGoOn();
    });
  }

  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const decided = async () => {
    const rows = await desk.db
      .selectFrom('decision')
      .select('usul_id')
      .where('usul_id', 'in', broken)
      .execute();
    return rows.map((row) => row.usul_id).toSorted();
  };
  await expect.poll(decided, { timeout: 60_000 }).toEqual(broken.toSorted());
});

test('a document with scripts, links or lies in it opens as a picture and does nothing else', async () => {
  const { page, verifikator } = signedIn;
  const context = page.context();
  const requests: string[] = [];
  const dialogs: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) requests.push(request.url());
  });
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const file of readable) {
    await test.step(file, async () => {
      await page.goto(`${desk.url}/#/periksa/${usuls.get(file)}`);
      await verifikator.lookAtDocuments();
      await expect(page.getByTestId('halaman-dilihat')).toHaveText('Semua halaman dilihat');
      await expect(page.locator('.textLayer').getByText('821.2/123/BKPSDM/2021')).toBeAttached();
    });
  }
  expect(context.pages()).toHaveLength(1);
  expect(dialogs).toEqual([]);
  // The application opens nothing outside; blob: and data: pictures of its own are no network.
  expect(requests.filter((url) => /^https?:|^file:/.test(url))).toEqual([]);
});

for (const file of viewable) {
  test(`the scan in ${file} shows`, async () => {
    const { page, verifikator } = signedIn;
    await page.goto(`${desk.url}/#/periksa/${usuls.get(file)}`);
    await verifikator.lookAtDocuments();
    await expect(page.getByText(blank)).toHaveCount(0);
    // The letterhead is dark on light: a page whose picture could not be decoded would be one colour.
    const shades = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.page canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 100) dark += 1;
      return dark / (data.length / 4);
    });
    expect(shades).toBeGreaterThan(0.01);
    expect(shades).toBeLessThan(0.5);
  });
}
