import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import { makeSampleReading, misread } from '#tests/support/samples/sample-reading.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('golongan');
const sha = 'a'.repeat(64);
const decree = (name: string, born: string, nip: string): readonly string[] => [
  'KEPUTUSAN BUPATI CONTOH',
  'NOMOR : 224 TAHUN 2022',
  'TENTANG',
  'KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
  'M E M U T U S K A N :',
  `KESATU : 1. Nama : ${name}`,
  `2. Tempat, tanggal lahir : Contoh, ${born}`,
  `3. NIP : ${nip}`,
  'Terhitung mulai tanggal 1 April 2022 dinaikkan pangkatnya menjadi Penata golongan ruang III/c',
  'Ditetapkan di Contoh pada tanggal 25 Maret 2022',
];
const own = decree('BUDI CONTOH, S.Sos.', '12 Maret 1985', '19850312 201001 1 901');
const others = decree('LESTARI WULANDARI, S.Pd.', '5 Mei 1990', '19900505 201503 2 904');
const diploma = [
  'UNIVERSITAS CONTOH NUSANTARA',
  'IJAZAH',
  'dengan ini menyatakan bahwa',
  'BUDI CONTOH',
  'beserta segala hak dan kewajiban yang melekat pada gelar tersebut',
];

const warn = (
  reading: DocumentReading,
  elsewhere: readonly DocumentElsewhere[] = [],
  documentId = '858',
) => documentWarnings(usul, [{ document: { documentId, sha256: sha }, reading }], elsewhere);

const elsewhere = (lines: readonly string[], changes: Partial<DocumentElsewhere> = {}) => ({
  sha256: 'b'.repeat(64),
  documentId: '858',
  recordType: 'golongan' as const,
  employeeId: 'pegawai-9',
  employeeName: 'LESTARI WULANDARI',
  fingerprint: fingerprintOf(makeSampleReading([lines])),
  ...changes,
});

describe('the warnings on a document', () => {
  it('are none for the paper that was asked for', () => {
    expect(warn(makeSampleReading([own]))).toEqual([]);
  });

  it('name the paper that was put in place of the one asked for', () => {
    expect(warn(makeSampleReading([diploma]))).toMatchObject([
      { sha256: sha, kind: 'jenis_lain', detail: 'Ijazah', reason: 'DOK_SALAH' },
    ]);
  });

  it('name the person whose paper it is', () => {
    expect(warn(makeSampleReading([others]))).toMatchObject([
      { kind: 'orang_lain', detail: 'LESTARI WULANDARI', reason: 'ORANG_LAIN' },
    ]);
  });

  it('name the person in whose usul the same file, or another scan of the paper, is used', () => {
    const same = elsewhere(others, { sha256: sha, fingerprint: null });
    const rescanned = elsewhere(misread(others, 40));
    for (const other of [same, rescanned]) {
      expect(warn(makeSampleReading([others]), [other])).toMatchObject([
        { kind: 'orang_lain' },
        { kind: 'dipakai_usul_lain', detail: 'LESTARI WULANDARI', reason: 'DOK_SALAH' },
      ]);
    }
  });

  it('name whom a second paper in the same file is about', () => {
    expect(warn(makeSampleReading([own, others]))).toMatchObject([
      { kind: 'dua_orang', detail: 'LESTARI WULANDARI', reason: 'ORANG_LAIN' },
    ]);
    expect(warn(makeSampleReading([[...own, ...others]]))).toMatchObject([{ kind: 'dua_orang' }]);
  });

  it('do not fall on the others of a collective list', () => {
    const list = [
      'LAMPIRAN KEPUTUSAN BUPATI CONTOH NOMOR : 224 TAHUN 2022',
      '1. BUDI CONTOH 198503122010011901 III/c 1 April 2022',
      '2. LESTARI WULANDARI 199005052015032904 III/b 1 April 2022',
    ];
    expect(warn(makeSampleReading([own, list]))).toEqual([]);
  });

  it('do not fall on the usul to whose employee the paper belongs', () => {
    expect(warn(makeSampleReading([own]), [elsewhere(own, { sha256: sha })])).toEqual([]);
  });

  it('wait for the page that may say whose paper it is', () => {
    const reading = { ...makeSampleReading([others]), pageCount: 2 };
    expect(warn(reading, [elsewhere(others, { sha256: sha })])).toEqual([]);
  });

  it('say where one person proves two records of a type with one paper', () => {
    const twin = elsewhere(own, { employeeId: usul.employee.id });
    expect(warn(makeSampleReading([own]), [twin])).toMatchObject([
      { kind: 'dipakai_usul_lain', reason: 'DUPLIKAT' },
    ]);
    const card = { ...twin, documentId: 'mv-ktp' };
    expect(warn(makeSampleReading([own]), [card], 'mv-ktp')).not.toContainEqual(
      expect.objectContaining({ kind: 'dipakai_usul_lain' }),
    );
  });

  it('say of each page what makes it hard to read, with a reason that exists', () => {
    const reading = makeSampleReading([own, own], { level: 'tidak_terbaca', flaws: ['kabur'] });
    const found = warn(reading);
    expect(found.map(({ kind, page, flaws }) => ({ kind, page, flaws }))).toEqual([
      { kind: 'mutu', page: 1, flaws: ['kabur'] },
      { kind: 'mutu', page: 2, flaws: ['kabur'] },
    ]);
    for (const { reason } of found) expect(findReason(reason!)?.outcomes).toContain('perbaikan');
  });

  it('propose no reason for the blank back of a sheet', () => {
    const reading = makeSampleReading([own, []]);
    const [front, back] = reading.pages;
    const blank = { ...back!, quality: { ...back!.quality, flaws: ['kosong' as const] } };
    expect(warn({ ...reading, pages: [front!, blank] })).toMatchObject([{ page: 2, reason: null }]);
    expect(warn({ ...reading, pageCount: 1, pages: [{ ...blank, page: 1 }] })).toMatchObject([
      { page: 1, reason: 'DOK_KABUR' },
    ]);
  });

  it('name a page that could not be read, and are silent of whatever may stand on it', () => {
    const failedPages = [{ page: 1, failure: 'terlalu_lama' as const }];
    const unread = (lines: readonly string[]): DocumentReading => {
      const whole = makeSampleReading([[], lines, lines]);
      return { ...whole, pages: whole.pages.slice(1), failedPages };
    };
    for (const lines of [diploma, others]) {
      expect(warn(unread(lines), [elsewhere(lines)])).toEqual([
        {
          sha256: sha,
          kind: 'tidak_dapat_dibaca',
          page: 1,
          flaws: [],
          detail: 'terlalu_lama',
          reason: null,
        },
      ]);
    }
    // The file itself is the same, whatever stands in it.
    const twin = elsewhere(own, { sha256: sha, employeeId: usul.employee.id });
    expect(warn(unread(own), [twin])).toMatchObject([
      { kind: 'dipakai_usul_lain', reason: 'DUPLIKAT' },
      { kind: 'tidak_dapat_dibaca' },
    ]);
  });

  it('do not say of a page that was read that it was not, where only a closer look failed', () => {
    const reading = makeSampleReading([own]);
    expect(warn({ ...reading, failedPages: [{ page: 1, failure: 'gagal' }] })).toEqual([]);
  });

  it('say why a file cannot be read, and blame the file only where it is at fault', () => {
    const reading = { ...makeSampleReading([]), pageCount: null };
    expect(warn({ ...reading, failure: 'bersandi' })).toMatchObject([
      { kind: 'tidak_dapat_dibaca', detail: 'bersandi', reason: 'FILE_RUSAK' },
    ]);
    expect(warn({ ...reading, failure: 'terlalu_lama' })).toMatchObject([{ reason: null }]);
  });
});
