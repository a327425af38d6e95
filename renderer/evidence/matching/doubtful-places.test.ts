import { describe, expect, it } from 'vitest';
import type { DocumentReading, PageReading } from '#renderer/evidence/matching/document-reading.ts';
import { doubtfulPlaces } from '#renderer/evidence/matching/doubtful-places.ts';
import { needsCleaning } from '#renderer/evidence/matching/needs-cleaning.ts';
import { sampleQuery, samplePage } from '#tests/support/samples/sample-page.ts';

const nip = sampleQuery({ kind: 'nip', value: '198503122010011901' });
const right = 'NIP : 198503122010011901';
const wrong = 'NIP : 198503122010011907';

describe('places worth reading again, enlarged', () => {
  it('are those of figures that one reading alone says', () => {
    const places = doubtfulPlaces([nip], samplePage([{ lines: ['', right], confidence: 95 }]));
    expect(places).toHaveLength(1);
    expect(places[0]?.page).toBe(1);
    const [left, top, edge, bottom] = places[0]!.box;
    expect(left).toBeLessThan(0.15);
    expect(edge).toBeGreaterThan(0.31);
    expect([top, bottom]).toEqual([expect.closeTo(0.065, 2), expect.closeTo(0.089, 2)]);
  });

  it('are those of a value that was read otherwise', () => {
    expect(doubtfulPlaces([nip], samplePage([{ lines: [wrong], confidence: 60 }]))).toHaveLength(1);
  });

  it('are none where the value is certain, stands nowhere, or was read enlarged often enough', () => {
    const sure = { lines: [right], confidence: 90 };
    const piece = { pass: 'potongan' as const, lines: [wrong], confidence: 50 };
    expect(doubtfulPlaces([nip], samplePage([sure, { ...sure, pass: 'potongan' }]))).toEqual([]);
    expect(doubtfulPlaces([nip], samplePage([{ lines: ['Sesuatu yang lain'] }]))).toEqual([]);
    expect(doubtfulPlaces([nip], samplePage([sure, piece]))).toHaveLength(1);
    expect(doubtfulPlaces([nip], samplePage([sure, piece, piece, piece]))).toEqual([]);
  });

  it('are counted as read where an enlarged piece showed nothing at all', () => {
    const page = samplePage([{ lines: [wrong], confidence: 60 }]);
    const [open] = doubtfulPlaces([nip], page);
    const { box } = open!;
    const looked = (times: number): DocumentReading => ({
      ...page,
      pages: page.pages.map((each) => {
        const round: PageReading = { pass: 'potongan', words: [], pieces: [box] };
        const readings = [...each.readings, ...Array.from({ length: times }, () => round)];
        return { ...each, readings };
      }),
    });
    expect(open).toMatchObject({ times: 0 });
    expect(doubtfulPlaces([nip], looked(2))).toMatchObject([{ times: 2 }]);
    expect(doubtfulPlaces([nip], looked(3))).toEqual([]);
  });

  it('show where a value should stand by its label when nothing like it was read', () => {
    const query = sampleQuery({ kind: 'golongan', value: 'II/c', labels: ['Golongan Ruang'] });
    const page = samplePage([{ lines: ['7. Golongan Ruang : Mc', '8. Jabatan : Bidan'] }]);
    expect(doubtfulPlaces([query], page)).toHaveLength(1);
  });
});

describe('pages to be read cleaned', () => {
  it('are those where a value was not read as proposed', () => {
    expect(needsCleaning([nip], samplePage([{ lines: [wrong] }]))).toEqual([1]);
  });

  it('are none where it was, or where that was done', () => {
    expect(needsCleaning([nip], samplePage([{ lines: [right] }]))).toEqual([]);
    const done = [{ lines: [wrong] }, { pass: 'gambar_dibersihkan' as const, lines: [wrong] }];
    expect(needsCleaning([nip], samplePage(done))).toEqual([]);
  });

  it('are poorly read ones where a value stands nowhere, not clean ones', () => {
    const nothing = { lines: ['Sesuatu yang lain'] };
    expect(needsCleaning([nip], samplePage([{ ...nothing, confidence: 60 }]))).toEqual([1]);
    expect(needsCleaning([nip], samplePage([{ ...nothing, confidence: 95 }]))).toEqual([]);
  });
});
