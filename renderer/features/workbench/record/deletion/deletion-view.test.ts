import { describe, expect, it } from 'vitest';
import {
  makeDeletionView,
  statedReason,
} from '#renderer/features/workbench/record/deletion/deletion-view.ts';
import { sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';

const { golongan, skp } = sampleValues;

describe('the reason that is judged', () => {
  it('is shown in the words of the catalogue, and said to be missing', () => {
    expect(statedReason({ values: { alasan_hapus: 'bukan_miliknya' }, asnNote: '' })).toBe(
      'Bukan milik ASN ini',
    );
    expect(statedReason({ values: {}, asnNote: 'tercatat dua kali' })).toBe('Tercatat ganda');
    expect(statedReason({ values: {}, asnNote: 'mohon dihapus' })).toBe('Tidak disebut');
    expect(statedReason({ values: {}, asnNote: 'SK dibatalkan' })).toBe('Lain, lihat catatan ASN');
  });
});

describe('a deletion in words', () => {
  it('says that there is no twin, and that nothing would be left', () => {
    const view = makeDeletionView(makeDeletion('cpns_pns', 'Tercatat ganda'));
    expect(view).toMatchObject({
      fromNote: true,
      isItSo: 'Tidak ada riwayat kembar.',
      holds: 'tidak',
      afterwards: 'Tidak ada CPNS/PNS lagi.',
      loses: true,
      keptTitle: null,
    });
    expect(view.fields.map(({ kept, diff }) => [kept, diff])).toEqual(
      view.fields.map(() => [null, null]),
    );
  });

  it.each([
    ['cltn', 'Tidak ada CLTN lagi.'],
    ['skp', 'Tidak ada riwayat SKP lagi.'],
    ['golongan', 'Tidak ada riwayat pangkat/golongan lagi.'],
  ] as const)('names the record type as one does within a sentence: %s', (type, sentence) => {
    expect(makeDeletionView(makeDeletion(type, 'Tercatat ganda')).afterwards).toBe(sentence);
  });

  it('puts the twin beside the record that is to go, with what differs marked', () => {
    const twin = { ...golongan, skNomor: '225 TAHUN 2022', noPertekBkn: '' };
    const view = makeDeletionView(makeDeletion('golongan', 'Tercatat ganda', [twin]));
    expect(view).toMatchObject({
      isItSo: 'Ada riwayat kembar, berbeda pada Nomor SK, Nomor pertek BKN.',
      holds: 'ya',
      afterwards: 'Tersisa satu riwayat pangkat/golongan: III/c – Penata, 1 April 2022.',
      loses: false,
      keptTitle: 'Riwayat kembar, tetap tercatat',
    });
    const differing = view.fields.filter(({ diff }) => diff);
    expect(differing.map(({ label, doomed, kept }) => [label, doomed, kept])).toEqual([
      ['Nomor SK', '224 TAHUN 2022', '225 TAHUN 2022'],
      ['Nomor pertek BKN', 'MG-22172000123', ''],
    ]);
  });

  it('names the newer record of which it is said that this one is not the last', () => {
    const old = { ...skp, tahun: '2022' };
    const view = makeDeletionView(
      makeDeletion('skp', 'Bukan yang terakhir', [skp, { ...skp, tahun: '2024' }], old),
    );
    expect(view).toMatchObject({
      isItSo: 'Ada riwayat yang lebih baru: SKP 2022 dan sesudahnya, 2025.',
      afterwards: 'Tersisa 2 riwayat SKP; yang terakhir SKP 2022 dan sesudahnya, 2025.',
      holds: 'ya',
    });
  });

  it('names no last one where nothing orders the records', () => {
    const { keluarga } = sampleValues;
    const usul = makeDeletion('keluarga', 'Salah input', [
      { ...keluarga, nama: 'IDA CONTOH' },
      { ...keluarga, nama: 'ALI CONTOH' },
    ]);
    expect(makeDeletionView(usul).afterwards).toBe('Tersisa 2 riwayat keluarga.');
  });
});
