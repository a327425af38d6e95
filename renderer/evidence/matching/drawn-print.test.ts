import { describe, expect, it } from 'vitest';
import type { DocumentReading, PageReading } from '#renderer/evidence/matching/document-reading.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { beliedPages, placesToDraw } from '#renderer/evidence/matching/places-to-draw.ts';
import { samplePage, sampleQuery } from '#tests/support/samples/sample-page.ts';

const number = sampleQuery({ kind: 'nomor', value: '821.2/457/BKPSDM/2021', labels: ['Nomor'] });
const line = 'Nomor : 821.2/457/BKPSDM/2021';

function layer(...drawn: readonly (string | null)[]): DocumentReading {
  const [first = null, ...further] = drawn;
  const reading = samplePage([
    { pass: 'lapisan_teks', lines: [line], drawn: first === null ? null : [first] },
  ]);
  const rounds = further.flatMap((text) =>
    samplePage([
      { pass: 'lapisan_teks', lines: [line], drawn: [text ?? ''] },
    ]).pages[0]!.readings.slice(1),
  );
  return withReadings(reading, rounds);
}

function withReadings(reading: DocumentReading, more: readonly PageReading[]): DocumentReading {
  return {
    ...reading,
    pages: reading.pages.map((page) => ({ ...page, readings: [...page.readings, ...more] })),
  };
}

const statusIn = (reading: DocumentReading) => matchFields([number], reading)[0]?.status;

describe('a value of a text layer', () => {
  it('is found where the drawn page shows it', () => {
    expect(statusIn(layer(line))).toBe('ditemukan');
  });

  it('is found through letters that recognition cannot tell from figures', () => {
    expect(statusIn(layer('Nomor : 82I.2/457/8KPSDM/2O2l'))).toBe('ditemukan');
  });

  it.each([
    ['between the lines of a table', '| Nomor |821.2/457/BKPSDM/2021|'],
    ['in one with what stands before it', 'Nomor821.2/457/BKPSDM/2021'],
  ])('is found %s', (_name, drawn) => {
    expect(statusIn(layer(drawn))).toBe('ditemukan');
  });

  it.each([
    ['another figure', 'Nomor : 821.2/487/BKPSDM/2021'],
    ['a figure more', 'Nomor : 821.2/457/BKPSDM/20210'],
    ['a figure less', 'Nomor : 821.2/45/BKPSDM/2021'],
    ['a line of a table', 'Nomor ———————'],
    ['nothing', ''],
  ])('is not where the page shows %s', (_name, drawn) => {
    expect(statusIn(layer(drawn))).not.toBe('ditemukan');
  });

  it.each([
    [
      'is a doubt that is asked about where the drawn page was read and does not show it',
      '',
      'lapisan_lain',
    ],
    ['says nothing yet where the drawn page was not read', null, 'tidak_yakin'],
  ])('that is another one than proposed %s', (_name, figures, because) => {
    const proposed = { ...number, value: '821.2/451/BKPSDM/2021' };
    const drawn = figures === null ? null : `Nomor : 821.2/4${figures}/BKPSDM/2021`;
    const [doubt] = matchFields([proposed], layer(drawn));
    expect(doubt).toMatchObject({ status: 'mirip', because, equal: false });
  });

  it('is not before the drawn page was looked at, and is no accusation either', () => {
    const [found] = matchFields([number], layer(null));
    expect(found).toMatchObject({ status: 'mirip', because: 'tidak_yakin' });
    const wrong = { ...number, value: '821.2/999/BKPSDM/2023' };
    expect(matchFields([wrong], layer(null))[0]).not.toMatchObject({ status: 'berbeda' });
    expect(matchFields([wrong], layer(line))[0]).toMatchObject({ status: 'berbeda' });
  });

  it('is found by a second look where the first saw something else', () => {
    expect(statusIn(layer('Nomor : 821.2/457/BKPS0N/2021', line))).toBe('ditemukan');
  });

  it('of several lines is shown line by line', () => {
    const query = sampleQuery({
      kind: 'teks',
      value: 'Kepala Seksi Pemerintahan dan Pelayanan Umum',
      of: 'dokumen',
    });
    const lines = ['sebagai Kepala Seksi Pemerintahan', 'dan Pelayanan Umum pada Kecamatan'];
    const whole = samplePage([{ pass: 'lapisan_teks', lines }]);
    expect(matchFields([query], whole)[0]?.status).toBe('ditemukan');
    const half = samplePage([{ pass: 'lapisan_teks', lines, drawn: [lines[0]!, ''] }]);
    expect(matchFields([query], half)[0]?.status).not.toBe('ditemukan');
  });
});

function scanned(confidence: number): DocumentReading {
  return samplePage([
    { lines: [line], confidence },
    { pass: 'gambar_dibersihkan', lines: [line], confidence },
  ]);
}

function belied(reading: DocumentReading): DocumentReading {
  return { ...reading, pages: reading.pages.map((page) => ({ ...page, belied: true })) };
}

/** A page that surely shows the number, over a text layer that says this. */
function over(...lines: readonly string[]): DocumentReading {
  const said = samplePage([{ pass: 'lapisan_teks', lines, drawn: null }]);
  const { words } = said.pages[0]!.readings[0]!;
  const { pages, ...reading } = belied(scanned(98));
  return { ...reading, pages: pages.map((page) => ({ ...page, layer: words })) };
}

describe('a page that was read as a picture because its text says something else', () => {
  it('says of what is in doubt there that the two differ', () => {
    const [found] = matchFields([number], belied(scanned(30)));
    expect(found).toMatchObject({ status: 'mirip', because: 'lapisan_lain', equal: true });
    expect(matchFields([number], scanned(30))[0]).toMatchObject({ because: 'tidak_yakin' });
  });

  it('finds what its picture surely shows', () => {
    expect(statusIn(scanned(98))).toBe('ditemukan');
    expect(statusIn(belied(scanned(98)))).toBe('ditemukan');
  });

  it.each([
    ['another number', 'Nomor : 821.2/487/BKPSDM/2021'],
    ['a figure less', 'Nomor : 821.2/45/BKPSDM/2021  '],
    ['something else altogether', 'Nomor : tentang mutasi jabatan'],
  ])('asks of what it surely shows over a text that says %s', (_name, text) => {
    expect(matchFields([number], over(text))[0]).toMatchObject({
      status: 'mirip',
      because: 'lapisan_lain',
      equal: true,
    });
  });

  it.each([
    ['the same', line],
    ['the same, letters for figures', 'Nomor : 821.2/457/BKPSDM/2O21'],
    ['nothing there', ''],
    ['something else in another place', '', 'Nomor : 821.2/487/BKPSDM/2021'],
  ])('finds what it surely shows over a text that says %s', (_name, ...text) => {
    expect(matchFields([number], over(...text))[0]?.status).toBe('ditemukan');
  });
});

describe('where the drawn page is to be read', () => {
  it('is at the best place of each value, once where it shows it', () => {
    const places = placesToDraw([number], layer(null));
    expect(places).toMatchObject([{ page: 1, times: 0 }]);
    expect(placesToDraw([number], layer(line))).toEqual([]);
  });

  it('is at the same place again where it does not, and at last no more: the page belies its layer', () => {
    expect(placesToDraw([number], layer('Nomor : 9'))).toMatchObject([{ times: 1 }]);
    expect(beliedPages([number], layer('Nomor : 9'))).toEqual([]);
    const often = layer('Nomor : 9', 'Nomor : 9', 'Nomor : 9');
    expect(placesToDraw([number], often)).toEqual([]);
    expect(beliedPages([number], often)).toEqual([1]);
    expect(beliedPages([number], layer('Nomor : 9', 'Nomor : 9', line))).toEqual([]);
  });

  it('is also at what would be said against a value', () => {
    const wrong = { ...number, value: '821.2/999/BKPSDM/2023' };
    expect(placesToDraw([wrong], layer(null))).toHaveLength(1);
  });

  it('is at another value at the label too, however little it resembles the one proposed', () => {
    const decree = samplePage([
      { pass: 'lapisan_teks', lines: ['TMT : 1 April 2021', 'lahir 12 Maret 1985'], drawn: null },
    ]);
    const labels = ['TMT'];
    const swapped = sampleQuery({ kind: 'tanggal', value: '1985-03-12', labels, of: 'dokumen' });
    const [place, ...others] = placesToDraw([swapped], decree);
    expect(others).toEqual([]);
    expect(place?.box[1]).toBeLessThan(0.06);
  });

  it('is nowhere on a page that was read as a picture', () => {
    const scan = samplePage([{ lines: [line] }]);
    expect(placesToDraw([number], scan)).toEqual([]);
    expect(beliedPages([number], scan)).toEqual([]);
  });
});

describe('a number that the drawn page shows in a hand that recognition does not know', () => {
  const noise = ['Nomor 2998', 'Nomor ZA~ SAI', 'Nomor 2998'];
  const read = (confidence: number, clear: boolean): DocumentReading => {
    const { pages, ...reading } = layer(...noise);
    const readings = pages[0]!.readings.map((one) =>
      one.pass === 'tergambar'
        ? { ...one, words: one.words.map((word) => ({ ...word, confidence })), clear: [clear] }
        : one,
    );
    return { ...reading, pages: [{ ...pages[0]!, readings }] };
  };

  it('is not found, nor an accusation; the page keeps its text layer', () => {
    expect(matchFields([number], read(40, true))).toMatchObject([
      { status: 'mirip', because: 'tidak_yakin' },
    ]);
    expect(placesToDraw([number], read(40, true))).toEqual([]);
    expect(beliedPages([number], read(40, true))).toEqual([]);
  });

  it.each([
    ['is surely another', 90, true],
    ['has something drawn over it', 40, false],
  ])('belies the page where it %s', (_name, confidence, clear) => {
    expect(beliedPages([number], read(confidence, clear))).toEqual([1]);
    expect(statusIn(read(confidence, clear))).not.toBe('ditemukan');
  });
});
