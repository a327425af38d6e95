import type { Employee } from '#shared/records/employee.ts';
import {
  makeSampleUsul,
  sampleEmployee,
  samplePppk,
} from '#tests/support/samples/faultless-usul.ts';
import { finds, silent, type RuleCase } from '#tests/support/samples/rule-cases/rule-case.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Cases of the rules about the employee's own data. */
export const employeeCases: readonly RuleCase[] = [
  finds(
    'NIP_TIDAK_SAH',
    withEmployee({ nip: '1985031220100119' }),
    'NIP terdiri atas 18 angka, bukan 16.',
  ),
  silent(
    'NIP_TIDAK_SAH',
    makeSampleUsul('kursus', {
      employee: { ...sampleEmployee, kind: 'ppt_non_asn', nip: 'PTT-12' },
    }),
  ),
  finds(
    'NIP_JENIS_PEGAWAI',
    withEmployee({ nip: samplePppk.nip }),
    'Nomor induk berbentuk nomor PPPK, tetapi pegawai tercatat PNS.',
  ),
  silent('NIP_JENIS_PEGAWAI', withEmployee({ nip: '19850312 201001 1 901' })),
  finds(
    'CON_1',
    withEmployee({ nip: '198503122010021901' }),
    'TMT CPNS 1 Januari 2010 berbeda dengan NIP (Februari 2010).',
  ),
  silent('CON_1', withEmployee({ tmtCpns: null })),
  finds(
    'CON_2',
    withEmployee({ nip: '198503132010011901' }),
    'Tanggal lahir 12 Maret 1985 berbeda dengan NIP (13 Maret 1985).',
  ),
  silent('CON_2', withEmployee({})),
  finds(
    'CON_3',
    withEmployee({ nip: '198503122010012901' }),
    'Jenis kelamin pria berbeda dengan NIP (wanita).',
  ),
  silent('CON_3', withEmployee({})),
  finds(
    'CON_4',
    makeSampleUsul('kursus', { employee: { ...samplePppk, nip: '198503122021211901' } }),
    'TMT pengangkatan 1 Maret 2022 berbeda dengan tahun pada NI PPPK (2021).',
  ),
  silent('CON_4', makeSampleUsul('kursus', { employee: samplePppk })),
  finds(
    'ACC_7',
    makeSampleUsul('kursus', { employee: { ...samplePppk, nip: '198503122018211901' } }),
    'Tahun pengangkatan pada NI PPPK (2018) di luar tahun pengadaan PPPK.',
  ),
  finds(
    'ACC_7',
    makeSampleUsul('kursus', { employee: { ...samplePppk, nip: '198503122027211901' } }),
    'Tahun pengangkatan pada NI PPPK (2027) di luar tahun pengadaan PPPK.',
  ),
  silent(
    'ACC_7',
    makeSampleUsul('kursus', { employee: { ...samplePppk, nip: '198503122019211901' } }),
  ),
  finds(
    'USIA_PENGANGKATAN',
    withEmployee({ nip: '198503122003021901' }),
    'Menurut NIP, diangkat CPNS pada usia 17 tahun.',
  ),
  finds(
    'USIA_PENGANGKATAN',
    withEmployee({ nip: '198503122044031901' }),
    'Menurut NIP, diangkat CPNS pada usia 59 tahun.',
  ),
  silent('USIA_PENGANGKATAN', withEmployee({ nip: '198503122003031901' })),
  finds('ACC_5', withEmployee({ nik: '' }), 'NIK pegawai kosong.'),
  silent('ACC_5', withEmployee({})),
];

function withEmployee(changes: Partial<Employee>): Usul {
  return makeSampleUsul('kursus', { employee: { ...sampleEmployee, ...changes } });
}
