import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '#build/project-root.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import {
  mostAttempts,
  type DocumentReading,
  type FailedPage,
  type ReadPage,
} from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import {
  decree,
  drawnPdf,
  lyingScan,
  scannedPdf,
  sheet,
  turnedScan,
} from '#tests/support/evidence/draw-scan.ts';
import { readOnPage, type DocumentToRead } from '#tests/support/evidence/read-in-chromium.ts';
import { serveEvidencePage, type ServedEvidencePage } from '#tests/support/evidence/serve-page.ts';
import { nestedForms, writtenPdf, type WrittenPage } from '#tests/support/evidence/written-pdf.ts';

let served: ServedEvidencePage;
/** One page reads for all tests but the last: to start a reader takes longer than most of what it reads here. */
let reader: Page;
const foreign: string[] = [];

test.beforeAll(async ({ browser }) => {
  served = await serveEvidencePage();
  reader = await browser.newPage();
  await openReader(reader);
});

test.afterAll(async () => {
  await reader.close();
  await served.close();
});

// Whatever a document says, nothing is asked of anybody else.
test.afterEach(() => {
  expect(foreign).toEqual([]);
});

async function openReader(page: Page): Promise<void> {
  page.context().on('request', (request) => {
    if (!request.url().startsWith(served.url)) foreign.push(request.url());
  });
  await page.goto(served.url);
  await page.waitForFunction(() => 'evidence' in globalThis);
}

async function read(document: DocumentToRead): Promise<DocumentReading> {
  const { reading } = await readOnPage(reader, served, document);
  if (!reading) throw new Error('The order was given up.');
  return reading;
}

async function readBad(name: string): Promise<DocumentReading> {
  const bytes = await readFile(path.join(projectRoot, 'tests', 'fixtures', 'bad', name));
  return read({ bytes });
}

/** A number that the decree does not have. */
const otherNumber: FieldQuery = {
  field: 'nomor',
  kind: 'nomor',
  value: '821.2/458/BKPSDM/2021',
  also: [],
  labels: ['Nomor'],
  of: 'dokumen',
};

function says(text: string): WrittenPage {
  return { kind: 'teks', text };
}

function textOf(page: ReadPage | undefined): string {
  return (page?.readings[0]?.words ?? []).map(({ text }) => text).join(' ');
}

test('a scan is read, every word at the place where it is printed', async () => {
  const reading = await read({ bytes: await scannedPdf([decree]) });
  const [first] = reading.pages;
  expect(first).toMatchObject({ page: 1, quality: { level: 'baik', flaws: [], dpi: 150 } });
  expect(first?.readings.map(({ pass }) => pass)).toEqual(['gambar']);
  for (const text of ['821.2/457/BKPSDM/2021', 'RAHMAWATI', '19850412', 'Ditetapkan']) {
    const line = decree.find((printed) => printed.text.includes(text));
    const word = first?.readings[0]?.words.find((seen) => seen.text === text);
    const middle = word ? (word.box[1] + word.box[3]) / 2 : -1;
    expect(Math.abs(middle - ((line?.baseline ?? 0) - 4) / sheet.height), text).toBeLessThan(0.01);
    expect(word?.box[0]).toBeGreaterThan(90 / sheet.width - 0.01);
  }
});

test('a page made on a computer is believed as it says', async () => {
  const bytes = await drawnPdf((pdf) =>
    pdf.fontSize(12).text('Nomor 821.2/457/BKPSDM/2021', 90, 100),
  );
  const [first] = (await read({ bytes })).pages;
  expect(first?.readings[0]?.pass).toBe('lapisan_teks');
  expect(textOf(first)).toBe('Nomor 821.2/457/BKPSDM/2021');
  expect(first?.quality).toEqual({ level: 'baik', flaws: [], dpi: null, acuity: null });
});

test.describe('a text that nobody sees is not believed', () => {
  test('under a scan', async () => {
    const bytes = await lyingScan(decree, 'NOMOR : 999.9/999/PALSU/2099');
    const [first] = (await read({ bytes })).pages;
    expect(textOf(first)).not.toContain('PALSU');
    expect(textOf(first)).toContain('821.2/457/BKPSDM/2021');
  });

  test('on top of one that is seen', async () => {
    const [first] = (await readBad('invisible-text-lie.pdf')).pages;
    expect(textOf(first)).not.toContain('PALSU');
    expect(textOf(first)).toContain('821.2/123/BKPSDM/2021');
  });

  test('in white, and under a white sheet', async () => {
    const bytes = await drawnPdf((pdf) => {
      pdf.fontSize(14).text('Nomor 821.2/457/BKPSDM/2021', 90, 100);
      pdf.fillColor('#ffffff').text('Nomor 999.9/999/PALSU/2099', 90, 200);
      pdf.fillColor('#000000').text('NIP 19990101 202012 1 999', 90, 300);
      pdf.rect(80, 290, 300, 40).fill('#ffffff');
    });
    const [first] = (await read({ bytes })).pages;
    expect(textOf(first)).not.toMatch(/PALSU|19990101/u);
    expect(textOf(first)).toContain('821.2/457/BKPSDM/2021');
  });
});

test.describe('a page that lies the wrong way is read all the same, and said to', () => {
  for (const degrees of [90, 180, 270] as const) {
    test(`by ${degrees} degrees`, async () => {
      const [first] = (await read({ bytes: await turnedScan(decree, degrees) })).pages;
      expect(textOf(first)).toContain('821.2/457/BKPSDM/2021');
      expect(first?.quality.flaws).toContain('terbalik');
      const word = first?.readings[0]?.words.find(({ text }) => text === 'RAHMAWATI');
      // The sixth line, a third down the sheet as it was printed.
      const across = word ? (word.box[0] + word.box[2]) / 2 : -1;
      const down = word ? (word.box[1] + word.box[3]) / 2 : -1;
      const along = { 90: 1 - across, 180: 1 - down, 270: across }[degrees];
      expect(Math.abs(along - (120 + 5 * 34 - 4) / sheet.height)).toBeLessThan(0.01);
    });
  }
});

test('a blurred page and a blank one are told before anybody looks', async () => {
  const blurred = await read({ bytes: await scannedPdf([decree], { damage: 'blurred' }) });
  expect(blurred.pages[0]?.quality).toMatchObject({ level: 'tidak_terbaca', flaws: ['kabur'] });
  const blank = await read({ bytes: await scannedPdf([decree], { damage: 'blank' }) });
  expect(blank.pages[0]?.quality).toMatchObject({ level: 'tidak_terbaca', flaws: ['kosong'] });
});

test('values that are not certain are looked for again, and what is known is not read again', async () => {
  const bytes = await scannedPdf([decree, decree]);
  const queries = [otherNumber];
  const first = await read({ bytes, queries, pages: 1 });
  expect(first.pages.map((each) => each.page)).toEqual([1]);
  expect(first.pages[0]?.readings.length).toBeGreaterThan(1);
  const whole = await read({ bytes, queries, pages: 2, known: first });
  expect(whole.pages.map((each) => each.page)).toEqual([1, 2]);
  expect(whole.pages[0]?.readings.slice(0, 2)).toEqual(first.pages[0]?.readings.slice(0, 2));
  // It says another number however often it is looked at: three rounds, each kept for itself, and that is that.
  const rounds = whole.pages[0]?.readings.filter(({ pass }) => pass === 'potongan') ?? [];
  expect(rounds).toHaveLength(3);
  for (const { words } of rounds) expect(words.map(({ text }) => text).join(' ')).toContain('457');
  expect(await read({ bytes, queries, pages: 2, known: whole })).toEqual(whole);
});

test('every broken or hostile document costs a word and seconds', async () => {
  const failures = {
    'empty.pdf': 'kosong',
    'enc-userpw-aes256.pdf': 'bersandi',
    'header-only.pdf': 'rusak',
    'pages-2000.pdf': 'terlalu_banyak',
    'truncated-scan.pdf': 'rusak',
  } as const;
  for (const [name, failure] of Object.entries(failures)) {
    expect(await readBad(name), name).toMatchObject({ failure, pages: [] });
  }
  // Larger than the program takes: that is no fault of the file.
  expect(await readBad('bomb-20000px-1bit.pdf')).toMatchObject({
    failure: null,
    pages: [],
    failedPages: [{ page: 1, failure: 'dilewati' }],
  });
  for (const name of ['bad-jpeg.pdf', 'xobj-recursion.pdf']) {
    const reading = await readBad(name);
    const isTold =
      reading.failure === 'terlalu_lama' || reading.pages[0]?.quality.flaws.includes('kosong');
    expect(isTold, name).toBe(true);
  }
  expect(await read({ bytes: nestedForms() })).toMatchObject({
    failure: 'terlalu_lama',
    pages: [],
  });
  // After all of them the reader still reads.
  const after = await read({ bytes: await scannedPdf([decree]) });
  expect(textOf(after.pages[0])).toContain('RAHMAWATI');
});

test.describe('a page that cannot be read', () => {
  test('is named, and all others are read', async () => {
    const bytes = writtenPdf([
      says('Nomor 821.2/457/BKPSDM/2021'),
      { kind: 'tanpa_akhir' },
      says('Ditetapkan di Contoh Raya'),
      { kind: 'hilang' },
    ]);
    const reading = await read({ bytes });
    expect(reading).toMatchObject({
      pageCount: 4,
      failure: null,
      failedPages: [
        { page: 2, failure: 'terlalu_lama' },
        { page: 4, failure: 'gagal' },
      ],
    });
    expect(reading.pages.map((each) => [each.page, textOf(each)])).toEqual([
      [1, 'Nomor 821.2/457/BKPSDM/2021'],
      [3, 'Ditetapkan di Contoh Raya'],
    ]);
  });

  test('is read another time where it failed by chance, and a few times where it took too long', async () => {
    const bytes = writtenPdf(['satu', 'dua', 'tiga'].map(says));
    const whole = await read({ bytes });
    const failedPages: FailedPage[] = [
      { page: 2, failure: 'terlalu_lama' },
      { page: 3, failure: 'gagal' },
    ];
    const known = { ...whole, pages: whole.pages.slice(0, 1), failedPages };
    const again = await read({ bytes, known });
    expect(again.failedPages).toEqual(failedPages.slice(0, 1));
    expect(again.pages.map(textOf)).toEqual(['satu', 'tiga']);
    const once = await read({ bytes, known: { ...known, attempts: 1 } });
    expect(once.failedPages).toBeUndefined();
    expect(once.attempts).toBeUndefined();
    expect(once.pages.map(textOf)).toEqual(['satu', 'dua', 'tiga']);
  });

  const again =
    'when it is looked at again stays as it was read, and is given up after a few times';
  test(again, { tag: '@long' }, async () => {
    const known = await read({ bytes: await scannedPdf([decree]) });
    const bytes = writtenPdf([{ kind: 'tanpa_akhir' }, says('dua')]);
    const order = { bytes, queries: [otherNumber] };
    const reading = await read({ ...order, known });
    expect(reading).toMatchObject({
      failure: null,
      pages: [known.pages[0], { page: 2 }],
      failedPages: [{ page: 1, failure: 'terlalu_lama' }],
    });
    expect(reading.attempts).toBe(1);
    const often = { ...reading, attempts: mostAttempts };
    expect(await read({ ...order, known: often })).toEqual(often);
  });

  test('is not waited for again and again: a file full of them costs seconds', async () => {
    const endless = Array.from({ length: 20 }, (): WrittenPage => ({ kind: 'tanpa_akhir' }));
    const bytes = writtenPdf([says('Nomor 821.2/457/BKPSDM/2021'), ...endless]);
    const reading = await read({ bytes });
    expect(reading).toMatchObject({ pageCount: 21, failure: 'terlalu_lama' });
    expect(reading.pages.map((each) => each.page)).toEqual([1]);
    expect(reading.failedPages).toHaveLength(readingLimits.hungPages);
  });
});

test('an order that is given up ends at once', async ({ page: fresh }) => {
  await openReader(fresh);
  const bytes = await scannedPdf(Array.from({ length: 12 }, () => decree));
  const given = readOnPage(fresh, served, { bytes });
  // As soon as the worker has begun.
  await expect.poll(() => fresh.workers().length, { timeout: 30_000 }).toBeGreaterThan(0);
  await fresh.evaluate(() => globalThis.evidence.abort());
  expect((await given).reading).toBeNull();
  await expect.poll(() => fresh.workers().length).toBe(0);
});
