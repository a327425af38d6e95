import { describe, expect, it } from 'vitest';
import type {
  DocumentReading,
  PageBox,
  ReadPage,
} from '#renderer/evidence/matching/document-reading.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { uprightPage } from '#renderer/evidence/matching/upright-page.ts';
import { samplePage, sampleQuery } from '#tests/support/samples/sample-page.ts';

/** As a page is read that lies on the glass the wrong way: turned by so many degrees clockwise. */
const lain: Readonly<Record<90 | 180 | 270, (box: PageBox) => PageBox>> = {
  90: ([left, top, right, bottom]) => [1 - bottom, left, 1 - top, right],
  180: ([left, top, right, bottom]) => [1 - right, 1 - bottom, 1 - left, 1 - top],
  270: ([left, top, right, bottom]) => [top, 1 - right, bottom, 1 - left],
};

function lying(page: ReadPage, degrees: 90 | 180 | 270): ReadPage {
  const [width, height] = degrees === 180 ? [page.width, page.height] : [page.height, page.width];
  const readings = page.readings.map((reading) => ({
    ...reading,
    words: reading.words.map((word) => ({ ...word, box: lain[degrees](word.box) })),
  }));
  return { ...page, width, height, readings };
}

const rounded = (box: PageBox): number[] => box.map((share) => Math.round(share * 1e6) / 1e6);

const decree = samplePage([
  {
    lines: [
      'KEPUTUSAN BUPATI',
      'Nama : SITI RAHMAWATI',
      'NIP : 19850412 201001 2 012',
      ...Array.from({ length: 30 }, () => 'dan seterusnya menurut ketentuan yang berlaku'),
      'Ditetapkan di Contoh Raya',
    ],
  },
  {
    pass: 'gambar_dibersihkan',
    lines: ['', 'Nama : SITI RAHMAWATI', 'NIP : 19850412 201001 2 012'],
  },
]);
const page = decree.pages[0]!;
const queries = [
  sampleQuery({ kind: 'nama', value: 'SITI RAHMAWATI', labels: ['Nama'] }),
  sampleQuery({ kind: 'nip', value: '198504122010012012', labels: ['NIP'] }),
];
const of = (shown: ReadPage): DocumentReading => ({ ...decree, pages: [shown] });

describe.each([90, 180, 270] as const)('a page that is shown turned by %i degrees', (degrees) => {
  const shown = lying(page, degrees);

  it('is set upright, with the way back to how it is shown', () => {
    const upright = uprightPage(shown);
    const [word, before] = [upright.page.readings[0]!.words[3]!, page.readings[0]!.words[3]!];
    expect([upright.page.width, upright.page.height]).toEqual([page.width, page.height]);
    expect(rounded(word.box)).toEqual(rounded(before.box));
    expect(rounded(upright.shown(word.box))).toEqual(rounded(shown.readings[0]!.words[3]!.box));
  });

  it('says the same of every value as upright, and where it stands as it is shown', () => {
    const said = matchFields(queries, of(shown));
    const upright = matchFields(queries, decree);
    expect(upright.map(({ status }) => status)).toEqual(['ditemukan', 'ditemukan']);
    for (const [at, one] of said.entries()) {
      const other = upright[at]!;
      expect(one.status).toBe(other.status);
      if (one.status === 'tidak_ditemukan' || other.status === 'tidak_ditemukan') continue;
      expect(one.place.boxes.map(rounded)).toEqual(
        other.place.boxes.map((box) => rounded(lain[degrees](box))),
      );
    }
  });
});
