import { describe, expect, it } from 'vitest';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { evidenceFor, verdictOn } from '#tests/support/samples/matched.ts';
import { sampleQuery, samplePage, sampleText } from '#tests/support/samples/sample-page.ts';

const started = (field: string, value: string): FieldQuery =>
  sampleQuery({ field, kind: 'tanggal', value, labels: ['TMT'], of: 'dokumen' });

describe('another value is said to stand there only where that is sure', () => {
  const number = {
    kind: 'nomor' as const,
    value: '821.2/457/BKPSDM/2021',
    labels: ['nomor', 'no'],
  };
  const other = 'NOMOR : 821.2/475/BKPSDM/2021';

  it('at the own label of the field, in a text layer', () => {
    expect(evidenceFor(number, sampleText(other))).toMatchObject({
      status: 'berbeda',
      swappedWith: null,
      place: { printed: '821.2/475/BKPSDM/2021', label: 'nomor' },
    });
  });

  it('or by two readings that agree, not by one', () => {
    const once = { lines: [other], confidence: 95 };
    expect(verdictOn(number, samplePage([once]))).toBe('tidak_yakin');
    expect(verdictOn(number, samplePage([once, { ...once, pass: 'potongan' }]))).toBe('berbeda');
  });

  it.each([
    ['Baiq Nurul Contoh', 'Baig Nurul Contoh'],
    ['Muhammad Zainul Muttaqin', 'MUHAMMAD ZAINUL MUTTAOIN'],
    ['Ghofur Contoh', 'Qhofur Contoh'],
  ])('not of a name in letters that look alike: %s read as %s', (value, read) => {
    const name = { field: 'nama', kind: 'nama' as const, value, labels: ['Nama'] };
    const lines = [`Nama : ${read}`];
    const twice = [
      { lines, confidence: 95 },
      { lines, confidence: 95, pass: 'potongan' as const },
    ];
    expect(verdictOn(name, samplePage(twice))).not.toBe('berbeda');
    const differs = twice.map((one) => ({ ...one, lines: [`Nama : ${read.replace(/u/iu, 'e')}`] }));
    expect(verdictOn(name, samplePage(differs))).toBe('berbeda');
  });

  const hours = {
    kind: 'angka' as const,
    value: '34',
    labels: ['jam pelajaran', 'JP', 'jumlah jam'],
  };

  it.each([
    [
      'last',
      ['No.   Mata Pelatihan                  Jam Pelajaran', '1     Kebijakan dan Dasar Hukum'],
    ],
    ['in the middle', ['No.   Jam Pelajaran   Mata Pelatihan', '2                     Praktik']],
    ['with its unit', ['No.   Mata Pelatihan                  Jumlah JP', '3     Evaluasi']],
  ])('not of the number of a row below the head of another column, %s', (_name, lines) => {
    expect(verdictOn(hours, sampleText(...lines))).not.toBe('berbeda');
  });

  it('but of a number below the head of its own', () => {
    const table = [
      'Mata Pelatihan                        Jam Pelajaran',
      'Jumlah                                     32',
    ];
    expect(evidenceFor(hours, sampleText(...table))).toMatchObject({
      status: 'berbeda',
      place: { printed: '32' },
    });
  });

  it('not where a reading saw the value itself', () => {
    const saw = { lines: ['NOMOR : 821.2/457/BKPSDM/2021'], confidence: 50 };
    const reading = samplePage([
      { lines: [other], confidence: 90 },
      { lines: [other], confidence: 90, pass: 'potongan' },
      { ...saw, pass: 'gambar_dibersihkan' },
    ]);
    expect(verdictOn(number, reading)).not.toBe('berbeda');
  });

  it.each([
    ['a part of it broken off', 'NOMOR : 821.2/457'],
    ['two letters to choose from', `${other} dan NOMOR : 821.2/547/BKPSDM/2021`],
    ['no label', 'Menunjuk 821.2/475/BKPSDM/2021'],
  ])('not with %s', (_, line) => {
    expect(verdictOn(number, sampleText(line))).not.toBe('berbeda');
  });

  it.each([
    ['angka', '1.005', 'jumlah jam 1.005', 'jumlah jam'],
    ['tanggal', '2021-03-15', 'TMT 15-3-21', 'TMT'],
    ['tanggal', '1921-03-15', "TMT 15 Maret '21", 'TMT'],
    ['gelar', 'dr.', 'sebutan DR. AHMAD', 'sebutan'],
    ['nip', '198503122010011901', 'NIP : 1985031220100119011', 'NIP'],
    ['nik', '9901011203850001', 'NIK : 19901011203850001', 'NIK'],
    ['nama', 'MUHAMMAD ALI CONTOH', 'Nama : M. ALI CONTOH', 'Nama'],
    ['teks', 'Universitas Contoh Mandiri', 'instansi : Univrsts Contoh Mandiri', 'instansi'],
  ] as const)(
    'not where the form of a %s is not understood: %s as "%s"',
    (kind, value, line, label) => {
      const found = evidenceFor({ kind, value, labels: [label] }, sampleText(line));
      expect(['mirip', 'tidak_ditemukan']).toContain(found.status);
    },
  );

  it('names the field with which a value was exchanged', () => {
    const decree = sampleText(
      'Pertimbangan teknis Kepala BKN tanggal 3 Februari 2021',
      ...Array.from({ length: 20 }, () => ''),
      '\tDitetapkan di Kencana',
      '\tpada tanggal 15 Maret 2021',
    );
    const labels = { sk: ['ditetapkan di'], pertek: ['pertimbangan teknis'] };
    const query = (field: keyof typeof labels, value: string): FieldQuery =>
      sampleQuery({ field, kind: 'tanggal', value, labels: [...labels[field]], of: 'dokumen' });
    const swapped = matchFields([query('sk', '2021-02-03'), query('pertek', '2021-03-15')], decree);
    expect(swapped).toMatchObject([
      { status: 'berbeda', swappedWith: 'pertek', place: { printed: '15 Maret 2021' } },
      { status: 'berbeda', swappedWith: 'sk', place: { printed: '3 Februari 2021' } },
    ]);
    const right = matchFields([query('sk', '2021-03-15'), query('pertek', '2021-02-03')], decree);
    expect(right.map(({ status }) => status)).toEqual(['ditemukan', 'ditemukan']);
    const one = matchFields([query('sk', '2021-02-03'), query('pertek', '2021-02-03')], decree);
    expect(one).toMatchObject([{ status: 'berbeda', swappedWith: null }, { status: 'ditemukan' }]);
  });

  it('says that a value was read there where only its certainty is open', () => {
    const reading = samplePage([{ lines: ['NOMOR : 821.2/457/BKPSDM/2021'], confidence: 90 }]);
    expect(evidenceFor(number, reading)).toMatchObject({ status: 'mirip', equal: true });
  });

  it('behind a day too, where papers say what happened on it', () => {
    const birth = { kind: 'tanggal' as const, labels: ['tanggal lahir', 'telah lahir'] };
    const deed = sampleText('bahwa di Bandung pada tanggal 16 Mei 2024 telah lahir: INTAN CONTOH');
    expect(verdictOn({ ...birth, value: '2024-05-16' }, deed)).toBe('ditemukan');
    expect(verdictOn({ ...birth, value: '2024-05-15' }, deed)).toBe('berbeda');
  });

  it('not of a field that shares its label with another one, which was found there', () => {
    const paper = sampleText('TMT : 1 April 2021');
    const both = matchFields([started('a', '2021-04-01'), started('b', '2021-05-01')], paper);
    expect(both.map(({ status }) => status)).toEqual(['ditemukan', 'mirip']);
    const year = sampleQuery({ field: 'tahun', kind: 'tahun', value: '2021', of: 'dokumen' });
    const withYear = matchFields([year, started('b', '2021-05-01')], paper);
    expect(withYear.map(({ status }) => status)).toEqual(['ditemukan', 'berbeda']);
  });

  it('where another code of a short table stands at the label', () => {
    const grade = {
      kind: 'teks' as const,
      labels: ['predikat kinerja'],
      rivals: ['Baik', 'Kurang'],
    };
    const form = sampleText('PREDIKAT KINERJA : BAIK');
    expect(evidenceFor({ ...grade, value: 'Sangat Baik' }, form)).toMatchObject({
      status: 'berbeda',
      place: { printed: 'BAIK' },
    });
    expect(verdictOn({ ...grade, value: 'Baik', rivals: ['Sangat Baik'] }, form)).toBe('ditemukan');
    expect(verdictOn({ ...grade, value: 'Sangat Baik' }, sampleText('dinilai BAIK'))).not.toBe(
      'berbeda',
    );
  });
});
