import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { samplePage, sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';

const employee = { nama: 'SITI RAHMAWATI', nip: '198504122010012012' };

function said(
  query: Pick<FieldQuery, 'kind' | 'value'> & Partial<FieldQuery>,
  reading: DocumentReading,
): FieldEvidence {
  return matchFields([sampleQuery({ employee, ...query })], reading)[0]!;
}

/** The status; for what is only similar, why. */
function verdict(...about: Parameters<typeof said>): string {
  const found = said(...about);
  return found.status === 'mirip' ? found.because : found.status;
}

/** Nothing says that it is the employee's, and something that it is not. */
const somebodyElses = ['orang_lain', 'berbeda'];

const date = (value: string, labels = ['terhitung mulai tanggal', 'TMT']) => ({
  kind: 'tanggal' as const,
  value,
  of: 'dokumen' as const,
  labels,
});
const signed = ['ditetapkan di', 'pada tanggal'];
const golongan = (value: string) => ({
  kind: 'golongan' as const,
  value,
  labels: ['menjadi', 'golongan ruang'],
});

/** Pages one after the other. */
function pagesOf(...readings: readonly DocumentReading[]): DocumentReading {
  const pages = readings.map(({ pages: [page] }, at) => ({ ...page!, page: at + 1 }));
  return { ...readings[0]!, pageCount: pages.length, pages };
}

function decreeWith(nip: string): readonly string[] {
  return ['KEPUTUSAN BUPATI', 'Nama : SITI RAHMAWATI', nip, 'TMT 1 April 2021'];
}

function scanned(lines: readonly string[], confidence: number): DocumentReading {
  return samplePage([
    { lines, confidence },
    { pass: 'potongan', lines, confidence },
  ]);
}

describe('a collective list', () => {
  const head = ['LAMPIRAN KEPUTUSAN BUPATI', 'No  Nama   NIP   Gol   TMT'];
  const list = sampleText(
    ...head,
    '1  SITI RAHMAWATI   198504122010012012   III/b   1 April 2021',
    '2  BUDI SANTOSO     197902032005011007   III/c   1 Oktober 2021',
    '3  RATNA DEWI       198811202014022003   III/d   1 April 2022',
    '\tDitetapkan di Kencana',
    '\tpada tanggal 15 Maret 2021',
  );

  it('gives the values of the own row', () => {
    expect(verdict(date('2021-04-01'), list)).toBe('ditemukan');
    expect(verdict(golongan('III/b'), list)).toBe('ditemukan');
  });

  it('gives none of another row', () => {
    expect(somebodyElses).toContain(verdict(date('2021-10-01'), list));
    expect(somebodyElses).toContain(verdict(golongan('III/c'), list));
    expect(somebodyElses).toContain(verdict(golongan('III/d'), list));
    expect(somebodyElses).toContain(verdict({ kind: 'nip', value: '197902032005011007' }, list));
  });

  it('gives what stands outside of its rows', () => {
    expect(verdict(date('2021-03-15', signed), list)).toBe('ditemukan');
  });

  it('may have the employee in any row', () => {
    const second = sampleText(
      ...head,
      '1  BUDI SANTOSO     19790203 200501 1 007   III/c   1 Oktober 2021',
      '2  SITI RAHMAWATI   19850412 201001 2 012   III/b   1 April 2021',
    );
    expect(verdict(date('2021-04-01'), second)).toBe('ditemukan');
    expect(verdict(golongan('III/b'), second)).toBe('ditemukan');
    expect(verdict(date('2021-10-01'), second)).toBe('orang_lain');
    expect(verdict(golongan('III/c'), second)).toBe('orang_lain');
  });

  it('may have the NIP under the name, with its label', () => {
    const cells = sampleText(
      ...head,
      '1  BUDI SANTOSO     III/c   1 Oktober 2021',
      '   NIP. 197902032005011007',
      '2  SITI RAHMAWATI   III/b   1 April 2021',
      '   NIP. 198504122010012012',
      '3  RATNA DEWI       III/d   1 April 2022',
      '   NIP. 198811202014022003',
    );
    expect(verdict(date('2021-04-01'), cells)).toBe('ditemukan');
    expect(verdict(golongan('III/b'), cells)).toBe('ditemukan');
    expect(verdict(date('2021-10-01'), cells)).toBe('orang_lain');
    expect(verdict(date('2022-04-01'), cells)).toBe('orang_lain');
  });

  it('has rows of two lines', () => {
    const wrapped = sampleText(
      ...head,
      '1  SITI RAHMAWATI   Penata Muda Tk. I   1 April 2021',
      '   198504122010012012   III/b',
      '2  BUDI SANTOSO   Penata   1 Oktober 2021',
      '   197902032005011007   III/c',
      '3  RATNA DEWI   Penata Tingkat I   1 April 2022',
      '   198811202014022003   III/d',
    );
    expect(verdict(date('2021-04-01'), wrapped)).toBe('ditemukan');
    expect(verdict(golongan('III/b'), wrapped)).toBe('ditemukan');
    expect(somebodyElses).toContain(verdict(date('2021-10-01'), wrapped));
    expect(somebodyElses).toContain(verdict(golongan('III/c'), wrapped));
    expect(somebodyElses).toContain(verdict(date('2022-04-01'), wrapped));
  });

  it('goes on over a page on which others alone are named', () => {
    const next = sampleText(
      '4  AGUS HARTONO   199001012015031004   IV/a   1 Oktober 2022',
      '5  MAYA LESTARI   199102022015032005   IV/b   1 April 2023',
    );
    const both = pagesOf(list, next);
    expect(somebodyElses).toContain(verdict(date('2022-10-01'), both));
    expect(somebodyElses).toContain(verdict(golongan('IV/b'), both));
    expect(verdict(date('2021-04-01'), both)).toBe('ditemukan');
  });

  it('may name people without numbers', () => {
    const names = sampleText(
      'DAFTAR PESERTA PELATIHAN',
      '1  BUDI SANTOSO      Lulus   12 Mei 2021',
      '2  SITI RAHMAWATI    Lulus   15 Mei 2021',
      '3  RATNA DEWI        Lulus   18 Mei 2021',
    );
    expect(verdict(date('2021-05-15', ['lulus']), names)).toBe('ditemukan');
    expect(somebodyElses).toContain(verdict(date('2021-05-12', ['lulus']), names));
    expect(somebodyElses).toContain(verdict(date('2021-05-18', ['lulus']), names));
  });
});

describe('two papers on one sheet', () => {
  const one = [
    'PETIKAN',
    'NOMOR : 821.2/457/BKPSDM/2021',
    'Nama : SITI RAHMAWATI',
    'NIP : 198504122010012012',
    'Terhitung mulai tanggal 1 April 2021',
    'dinaikkan menjadi III/b',
    'Ditetapkan di Kencana',
  ];
  const two = [
    'PETIKAN',
    'NOMOR : 821.2/458/BKPSDM/2021',
    'Nama : BUDI SANTOSO',
    'NIP : 197902032005011007',
    'Terhitung mulai tanggal 1 Oktober 2021',
    'dinaikkan menjadi III/c',
    'Ditetapkan di Kencana',
  ];
  const beside = sampleText(...one.map((line, at) => `${line}\t${two[at]!}`));
  const below = sampleText(...one, '', ...two);
  const pages = pagesOf(sampleText(...one), sampleText(...two));

  it.each([
    ['side by side', beside],
    ['one below the other', below],
    ['on two pages', pages],
  ])('give only what is of the employee: %s', (_, paper) => {
    expect(verdict({ kind: 'nomor', value: '821.2/457/BKPSDM/2021', of: 'dokumen' }, paper)).toBe(
      'ditemukan',
    );
    expect(verdict(date('2021-04-01'), paper)).toBe('ditemukan');
    expect(verdict(golongan('III/b'), paper)).toBe('ditemukan');
    expect(verdict({ kind: 'nip', value: employee.nip }, paper)).toBe('ditemukan');
    expect(verdict({ kind: 'nama', value: employee.nama }, paper)).toBe('ditemukan');
    expect(somebodyElses).toContain(
      verdict({ kind: 'nomor', value: '821.2/458/BKPSDM/2021', of: 'dokumen' }, paper),
    );
    expect(somebodyElses).toContain(verdict(date('2021-10-01'), paper));
    expect(somebodyElses).toContain(verdict(golongan('III/c'), paper));
    expect(somebodyElses).toContain(verdict({ kind: 'nip', value: '197902032005011007' }, paper));
  });

  it('accuse nobody with what stands at the label of the other', () => {
    const labels = ['terhitung mulai tanggal'];
    expect(verdict(date('2021-04-01', labels), pages)).toBe('ditemukan');
    const found = said(date('2021-10-01', labels), pages);
    expect(found).toMatchObject({ status: 'berbeda', place: { printed: '1 April 2021' } });
  });
});

describe('a family card beside a record of the employee', () => {
  const card = sampleText(
    'KARTU KELUARGA',
    '1  BUDI SANTOSO     9901021203820003  KENCANA  12-03-1982  ISLAM',
    '2  SITI RAHMAWATI   9901024507850006  TELADAN  12-04-1985  KRISTEN',
  );
  const own = { ...employee, nik: '9901024507850006' };

  it('proves the values of the own row alone', () => {
    const nik = { kind: 'nik' as const, employee: own, labels: ['NIK'] };
    expect(verdict({ ...nik, value: own.nik }, card)).toBe('ditemukan');
    expect(verdict({ ...nik, value: '9901021203820003' }, card)).toBe('orang_lain');
    const faith = { kind: 'teks', employee: own } as const;
    expect(verdict({ ...faith, value: 'Kristen' }, card)).toBe('ditemukan');
    expect(verdict({ ...faith, value: 'Islam' }, card)).toBe('orang_lain');
  });
});

describe('blocks of people in one paper', () => {
  const letter = sampleText(
    'SURAT TUGAS',
    'Nama : SITI RAHMAWATI',
    'NIP : 198504122010012012',
    'Gol. ruang : III/b',
    'TMT : 1 April 2021',
    'Nama : BUDI SANTOSO',
    'NIP : 197902032005011007',
    'Gol. ruang : III/c',
    'TMT : 1 Oktober 2021',
    '\tDitetapkan di Kencana',
    '\tpada tanggal 15 Maret 2021',
  );

  it('are each of their own person', () => {
    expect(verdict(golongan('III/b'), letter)).toBe('ditemukan');
    expect(verdict(date('2021-04-01'), letter)).toBe('ditemukan');
    expect(somebodyElses).toContain(verdict(golongan('III/c'), letter));
    expect(somebodyElses).toContain(verdict(date('2021-10-01'), letter));
    expect(verdict(date('2021-03-15', signed), letter)).toBe('ditemukan');
  });
});

describe('a paper of one person', () => {
  it('is not another person’s because of who signs or declares', () => {
    const letter = sampleText(
      'Yang bertanda tangan di bawah ini',
      'Nama : HASAN TELADAN',
      'NIP : 197001011995031902',
      'menerangkan bahwa',
      'Nama : SITI RAHMAWATI',
      'NIP : 198504122010012012',
      'telah melaksanakan tugas sejak tanggal 1 April 2021',
      ...Array.from({ length: 20 }, () => ''),
      '\tKencana, 2 Mei 2023',
      '\tKepala Badan Kepegawaian,',
      '',
      '\tHASAN TELADAN',
      '\tNIP 197001011995031902',
    );
    expect(verdict(date('2021-04-01', ['sejak tanggal']), letter)).toBe('ditemukan');
    expect(verdict(date('2023-05-02', signed), letter)).toBe('ditemukan');
  });

  it('is not another person’s because one is mentioned, or signs without a heading that was read', () => {
    const decree = sampleText(
      'KEPUTUSAN BUPATI',
      'Nama : SITI RAHMAWATI',
      'NIP : 198504122010012012',
      'menggantikan BUDI SANTOSO, NIP 197902032005011007',
      'Terhitung mulai tanggal 1 April 2021',
      ...Array.from({ length: 24 }, () => ''),
      'pada tanggal 15 Maret 2021',
      'HASAN TELADAN',
      '',
      '',
      'NIP : 197001011995031902',
      'Tembusan 2 Mei 2023',
    );
    expect(verdict(date('2021-04-01'), decree)).toBe('ditemukan');
    expect(verdict(date('2021-03-15', signed), decree)).toBe('ditemukan');
    expect(verdict(date('2023-05-02', []), decree)).toBe('ditemukan');
  });

  it('stays the employee’s where the NIP was misread in a figure', () => {
    const decree = sampleText(
      'Nama : SITI RAHMAWATI',
      'NIP : 198504122010012O17',
      'TMT 1 April 2021',
    );
    expect(verdict(date('2021-04-01'), decree)).toBe('ditemukan');
  });

  it.each([
    ['NIP : 198504122010012019'],
    ['NIP : 19850412 201001 2 019'],
    ['NIP : 198504132010012012'],
    ['N I P : 19850412 201001 1 012'],
  ])('is a namesake’s where print has one other figure in the NIP: %s', (nip) => {
    const decree = sampleText(...decreeWith(nip));
    expect(verdict(date('2021-04-01'), decree)).toBe('orang_lain');
  });

  it('stays the employee’s in a picture, where a figure was read as one that looks alike', () => {
    for (const nip of ['198504122010012017', '198504122010012812', '195504122010012012']) {
      const decree = decreeWith(`NIP : ${nip}`);
      expect(verdict(date('2021-04-01'), scanned(decree, 96))).toBe('ditemukan');
    }
    const doubtful = decreeWith('NIP : 197904122010012012');
    expect(verdict(date('2021-04-01'), scanned(doubtful, 80))).toBe('ditemukan');
  });

  it('is a namesake’s in a picture, where several figures were surely read as others', () => {
    const decree = decreeWith('NIP : 197904122010012012');
    expect(verdict(date('2021-04-01'), scanned(decree, 96))).toBe('orang_lain');
  });
});
