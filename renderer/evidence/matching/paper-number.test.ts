import { describe, expect, it } from 'vitest';
import { evidenceFor, verdictOn } from '#tests/support/samples/matched.ts';
import { samplePage, sampleText } from '#tests/support/samples/sample-page.ts';

const own = '823.3/111/BKPSDM/2014';
const cited = '823.2/310/BKPSDM/2016';
const numberOf = (value: string, field = 'skNomor') => ({
  field,
  kind: 'nomor' as const,
  value,
  labels: ['nomor', 'no'],
  of: 'dokumen' as const,
});

/** A decree with lines before and after what it decides. */
function decree(
  { before = [], after = [] }: Partial<Record<'before' | 'after', readonly string[]>>,
  head: readonly string[] = ['KEPUTUSAN BUPATI CONTOH RAYA', `NOMOR : ${own}`],
): readonly string[] {
  return [
    'PEMERINTAH KABUPATEN CONTOH RAYA',
    ...head,
    'TENTANG KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
    ...before,
    'MEMUTUSKAN :',
    'Nama : SITI RAHMAWATI',
    'Terhitung mulai tanggal 1 April 2014 dinaikkan menjadi Penata',
    'Ditetapkan di Contoh Raya',
    'pada tanggal 14 Maret 2014',
    ...after,
  ];
}

describe('the number of a decree is the one at its head', () => {
  const citing: readonly (readonly [string, Parameters<typeof decree>[0]])[] = [
    ['read', { before: [`Membaca : Keputusan Bupati Nomor ${cited}`, 'tanggal 3 Mei 2016'] }],
    ['remembered', { before: [`Mengingat : 1. Peraturan Bupati Nomor ${cited}`] }],
    ['revoked', { before: [`Mencabut Keputusan Bupati Nomor ${cited}`] }],
    [
      'changed by',
      { after: ['telah diubah dengan Keputusan', `Nomor ${cited} dan tidak berlaku`] },
    ],
    ['named in the foot', { after: ['Halaman 1 dari lampiran Keputusan', `Nomor : ${cited}`] }],
    ['entered in the register', { after: [`Nomor agenda : ${cited}`, 'Diterima Subbagian Umum'] }],
    ['printed without a label', { after: [cited] }],
  ];

  it.each(citing)('not that of a paper which is %s', (_, lines) => {
    expect(evidenceFor(numberOf(cited), sampleText(...decree(lines)))).toMatchObject({
      status: 'berbeda',
      place: { printed: own },
    });
    expect(verdictOn(numberOf(own), sampleText(...decree(lines)))).toBe('ditemukan');
  });

  it.each(['nomorSk', 'nomor_sk_cpns', 'nomor_sk_pns'])(
    'of every record that has one: %s',
    (field) => {
      const paper = sampleText(...decree(citing[0]![1]));
      expect(verdictOn(numberOf(cited, field), paper)).toBe('berbeda');
    },
  );

  it.each([
    ['PETIKAN', 'KEPUTUSAN BUPATI CONTOH RAYA', `NOMOR : ${own}`],
    ['S A L I N A N', 'K E P U T U S A N', 'BUPATI CONTOH RAYA', `N O M O R : ${own}`],
    ['KEPUTUSAN', 'GUBERNUR CONTOH', 'JAWA', 'NOMOR 111 TAHUN 2014'],
    ['PETIKAN KEPUTUSAN BUPATI CONTOH', 'Nomor : 823.3 / 111 / BKPSDM / 2014 Tanggal 3 Mei 2014'],
  ])('under every form of its title: %s', (...head) => {
    const paper = sampleText(...decree(citing[0]![1], head));
    expect(verdictOn(numberOf(cited), paper)).toBe('berbeda');
  });

  it('says nothing of the fields whose number a decree cites', () => {
    const pertek = sampleText(
      ...decree({ before: [`Memperhatikan : Pertimbangan Teknis BKN Nomor ${cited}`] }),
    );
    for (const field of [
      'noPertekBkn',
      'nomorBkn',
      'nomor_sttpl',
      'nomor_dokter_pns',
      'nomor_spmt',
      'skAsalNomor',
    ])
      expect(verdictOn(numberOf(cited, field), pertek)).toBe('ditemukan');
  });

  it('is found at any head of a file that has several papers', () => {
    const first = decree({ before: [`Membaca : Keputusan Nomor ${cited}`] });
    const second = decree({}, ['KEPUTUSAN BUPATI CONTOH RAYA', `NOMOR : ${cited}`]);
    const both = sampleText(...first, ...second);
    expect(verdictOn(numberOf(cited), both)).toBe('ditemukan');
    expect(verdictOn(numberOf(own), both)).toBe('ditemukan');
  });

  it.each([
    ['KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR : 823.2/        /BKPSDM/2016'],
    ['KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR : 823.2/......../BKPSDM/2016'],
    ['KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR : 823.2/310/BKPSDM/', '2016'],
    ['KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR : 823.2/31O/BKPSDM/2016'],
    ['KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR :'],
    ['SURAT PENGANTAR', 'NOMOR : 800/12/BKPSDM/2016'],
    ['LAMPIRAN KEPUTUSAN BUPATI CONTOH RAYA', 'NOMOR : 800/12/BKPSDM/2016'],
  ])('is not denied by a head that was not read in full or is none: %s, %s', (...head) => {
    const paper = sampleText(...decree({ after: [`Nomor : ${cited}`] }, head));
    expect(verdictOn(numberOf(cited), paper)).toBe('ditemukan');
  });

  it('is not denied by a head that one reading of a picture has', () => {
    const lines = decree({ after: [`Nomor : ${cited}`] });
    const once = samplePage([
      { lines, confidence: 90 },
      { pass: 'potongan', lines: [`Nomor : ${cited}`], confidence: 90 },
    ]);
    expect(verdictOn(numberOf(cited), once)).not.toBe('berbeda');
  });
});

describe('the day of a decree', () => {
  const day = (value: string) => ({
    field: 'skTanggal',
    kind: 'tanggal' as const,
    value,
    labels: ['ditetapkan di', 'ditetapkan pada tanggal', 'pada tanggal', 'tanggal'],
    of: 'dokumen' as const,
    letter: cited,
  });
  const before = [`Membaca : Keputusan Bupati Nomor ${cited} tanggal 3 Mei 2016`];

  it('is not that of the paper which it cites', () => {
    expect(evidenceFor(day('2016-05-03'), sampleText(...decree({ before })))).toMatchObject({
      status: 'berbeda',
      place: { printed: '14 Maret 2014' },
    });
  });

  it('of another decree stays that of its number', () => {
    const asked = { ...day('2016-05-03'), field: 'skAsalTanggal' };
    expect(verdictOn(asked, sampleText(...decree({ before })))).toBe('ditemukan');
  });
});
