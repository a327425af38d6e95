import { describe, expect, it } from 'vitest';
import { fieldQueriesOf } from '#renderer/evidence/matching/field-queries.ts';
import { labelsOfField } from '#renderer/evidence/matching/printed-labels.ts';
import { recordTypeIds, type RecordTypeId } from '#shared/records/record-type.ts';
import { sampleValues } from '#tests/support/samples/faultless-usul.ts';
import type { RecordValues } from '#shared/records/usul.ts';

const usul = (recordType: RecordTypeId, values: RecordValues = sampleValues[recordType]) => ({
  recordType,
  kind: 'tambah' as const,
  values,
  oldValues: null,
});

/** What is looked for of a golongan. */
function golonganOf(golonganId: string, kind: 'pns' | 'pppk'): string | undefined {
  const employee = { kind, nama: 'BUDI CONTOH', nip: '198503122022211901', nik: '' };
  const queries = fieldQueriesOf({ ...usul('golongan', { golonganId }), employee }, null);
  return queries.find((one) => one.kind === 'golongan')?.value;
}

describe('queries of an usul', () => {
  const golongan = fieldQueriesOf(
    usul('golongan', {
      golonganId: '32',
      skNomor: '823/12/BKPSDM/2021',
      skTanggal: '2021-03-15',
      tmtGolongan: '2021-04-01',
      noPertekBkn: 'PG-12501000417',
      masaKerjaGolonganTahun: '8',
      masaKerjaGolonganBulan: '3',
      jumlahKreditUtama: '',
    }),
    '858',
  );
  const query = (field: string) => golongan.find((each) => each.field === field);

  it('name a golongan with its pangkat in place of its code', () => {
    expect(query('golonganId')).toMatchObject({
      kind: 'golongan',
      value: 'III/b',
      also: ['Penata Muda Tingkat I'],
      of: 'pegawai',
    });
  });

  it('carry the labels of TMT and of the date of the decree apart', () => {
    expect(query('tmtGolongan')?.labels).toContain('TMT');
    expect(query('skTanggal')?.labels).toContain('ditetapkan di');
    expect(query('skTanggal')?.labels).not.toContain('TMT');
  });

  it('count years and months of service by their unit', () => {
    expect(query('masaKerjaGolonganTahun')).toMatchObject({ kind: 'angka', unit: 'tahun' });
    expect(query('masaKerjaGolonganBulan')).toMatchObject({ kind: 'angka', unit: 'bulan' });
  });

  it('tie a date to the number of its letter, not to that of another', () => {
    expect(query('skTanggal')?.letter).toBe('823/12/BKPSDM/2021');
    expect(query('tmtGolongan')?.letter).toBeUndefined();
  });

  it('leave out what is empty and put first what the document proves best', () => {
    const fields = golongan.map(({ field }) => field);
    expect(fields).not.toContain('jumlahKreditUtama');
    expect(fields.at(-1)).toBe('noPertekBkn');
  });

  it('are those of the given document only, of all documents for null', () => {
    expect(fieldQueriesOf(usul('jabatan'), '873').map(({ field }) => field)).toEqual([
      'tmtPelantikan',
    ]);
    expect(fieldQueriesOf(usul('jabatan'), null).length).toBeGreaterThan(4);
  });

  it('leave out codes that stand on no paper', () => {
    const fields = fieldQueriesOf(
      usul('cpns_pns', { status_cpns_pns: 'P', tmtCpns: '2019-03-01' }),
      '889',
    );
    expect(fields.map(({ field }) => field)).toEqual(['tmtCpns']);
  });

  it('tell officials from the employee, and titles from texts', () => {
    const skp = fieldQueriesOf(
      usul('skp', { penilaiNama: 'HASAN TELADAN', penilaiNipNrp: '197001011995031902' }),
      null,
    );
    expect(skp).toMatchObject([
      { field: 'penilaiNipNrp', kind: 'nip', of: 'pejabat' },
      { field: 'penilaiNama', kind: 'nama', of: 'pejabat' },
    ]);
    const degree = fieldQueriesOf(usul('pendidikan'), '870');
    expect(degree.find(({ field }) => field === 'gelarBelakang')).toMatchObject({ kind: 'gelar' });
  });

  it.each(recordTypeIds)('are found in every record type: %s', (recordType) => {
    expect(fieldQueriesOf(usul(recordType), null)).not.toEqual([]);
  });

  it('names what else a code of a short table could be, and labels a marriage by no NIK', () => {
    const grade = fieldQueriesOf(usul('skp'), null).find(({ field }) =>
      field.startsWith('kuadran'),
    );
    expect(grade?.rivals).toContain('Kurang');
    expect(labelsOfField('statusPernikahan')).not.toContain('NIK');
  });

  it('knows the golongan of a PPPK by its numeral and by its place', () => {
    expect(golonganOf('IX', 'pppk')).toBe('IX');
    expect(golonganOf('09', 'pppk')).toBe('IX');
    expect(golonganOf('34', 'pns')).toBe('III/d');
  });
});
