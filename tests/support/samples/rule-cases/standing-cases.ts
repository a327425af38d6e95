import type { Employee, EmployeeFacts } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  day,
  makeSampleUsul,
  sampleEmployee,
  samplePppk,
  sampleValues,
} from '#tests/support/samples/faultless-usul.ts';
import { finds, silent, type RuleCase } from '#tests/support/samples/rule-cases/rule-case.ts';

/** What a server holds about an employee with whom nothing is wrong. */
const faultlessFacts: EmployeeFacts = {
  unorActive: true,
  skpYears: ['2024', '2025'],
  educationLevels: ['40'],
  postKinds: ['4'],
  postHolders: [],
};

const head: Partial<Employee> = {
  jabatan: 'Kepala Subbagian Umum',
  jenisJabatanId: '1',
  eselonId: '41',
};
const sameHead = {
  nama: 'SITI CONTOH',
  jabatan: 'KEPALA SUBBAGIAN UMUM',
  unorId: 'unor-1',
  unorNama: 'Subbagian Umum',
};
const headPost = {
  ...sampleValues.jabatan,
  jenisJabatan: '1',
  namaJabatan: 'Kepala Subbagian Umum',
  eselonId: '41',
};

/** Cases of the rules about the employee's standing. */
export const standingCases: readonly RuleCase[] = [
  finds(
    'TIM_1',
    about({}, { unorActive: false }),
    'Unit organisasi Subbagian Umum tidak aktif lagi.',
  ),
  silent('TIM_1', about({}, { unorActive: true })),
  silent('TIM_1', makeSampleUsul('kursus')),

  // Two years from 22 November 2024 are over on the day after 22 November 2026.
  finds(
    'TIM_2',
    about({ tmtCpns: day('2024-11-21'), formasiJenisJabatanId: '2', jenisJabatanId: '4' }),
    'Formasi jabatan fungsional, tetapi lebih dari 2 tahun sejak TMT CPNS 21 November 2024 belum diangkat.',
  ),
  silent(
    'TIM_2',
    about({ tmtCpns: day('2024-11-22'), formasiJenisJabatanId: '2', jenisJabatanId: '4' }),
  ),
  silent('TIM_2', about({ formasiJenisJabatanId: '2', jenisJabatanId: '2' })),
  silent('TIM_2', about({ formasiJenisJabatanId: '2' }, { postKinds: ['2', '4'] })),
  silent('TIM_2', about({ formasiJenisJabatanId: '4', jenisJabatanId: '4' })),
  // Just this is proposed.
  silent(
    'TIM_2',
    about({ formasiJenisJabatanId: '2', jenisJabatanId: '4' }, {}, 'jabatan', {
      values: { ...sampleValues.jabatan, jenisJabatan: '2' },
    }),
  ),
  silent(
    'TIM_2',
    makeSampleUsul('jabatan', { employee: { ...samplePppk, formasiJenisJabatanId: '2' } }),
  ),

  finds(
    'TIM_4',
    about(head, { postHolders: [sameHead] }),
    'Jabatan Kepala Subbagian Umum pada Subbagian Umum juga tercatat dipegang SITI CONTOH.',
  ),
  finds(
    'TIM_4',
    about({}, { postHolders: [sameHead] }, 'jabatan', { values: headPost }),
    'Jabatan Kepala Subbagian Umum pada Subbagian Umum juga tercatat dipegang SITI CONTOH.',
  ),
  // Another unor of the same name.
  silent('TIM_4', about(head, { postHolders: [{ ...sameHead, unorId: 'unor-2' }] })),
  silent(
    'TIM_4',
    about({}, { postHolders: [{ ...sameHead, unorNama: 'Subbagian Keuangan' }] }, 'jabatan', {
      values: headPost,
    }),
  ),
  silent('TIM_4', about({ ...head, jenisJabatanId: '4' }, { postHolders: [sameHead] })),
  silent(
    'TIM_4',
    about({}, { postHolders: [sameHead] }, 'jabatan', {
      values: { ...headPost, jenisPenugasanId: 'PLT' },
    }),
  ),

  // Born in October 1968, 58 in October 2026: retired from 1 November 2026.
  finds(
    'TIM_5',
    about({ tanggalLahir: day('1968-10-31'), jenisJabatanId: '4' }),
    'Mencapai batas usia jabatan 58 tahun sehingga berhenti mulai 1 November 2026, tetapi masih tercatat aktif.',
  ),
  silent('TIM_5', about({ tanggalLahir: day('1968-11-01'), jenisJabatanId: '4' })),
  silent(
    'TIM_5',
    about({ tanggalLahir: day('1968-10-31'), jenisJabatanId: '4', kedudukanHukumId: '98' }),
  ),
  silent('TIM_5', about({ tanggalLahir: day('1968-10-31'), jenisJabatanId: '1', eselonId: '22' })),
  silent('TIM_5', about({ tanggalLahir: day('1968-10-31'), jenisJabatanId: '2' })),
  silent('TIM_5', about({ tanggalLahir: day('1968-10-31') })),
  finds(
    'TIM_5',
    about({ tanggalLahir: day('1966-10-31'), jenisJabatanId: '2', jabatan: 'Guru Ahli Madya' }),
    'Mencapai batas usia jabatan 60 tahun sehingga berhenti mulai 1 November 2026, tetapi masih tercatat aktif.',
  ),
  silent(
    'TIM_5',
    about({ tanggalLahir: day('1962-10-31'), jenisJabatanId: '2', jabatan: 'Peneliti Ahli Utama' }),
  ),
  finds(
    'TIM_5',
    about({ tanggalLahir: day('1966-10-31'), bupPensiun: 60 }),
    'Mencapai batas usia jabatan 60 tahun sehingga berhenti mulai 1 November 2026, tetapi masih tercatat aktif.',
  ),

  finds(
    'ACC_2',
    about({ jenisPegawaiId: '17', instansiIndukId: 'a', instansiKerjaId: 'a' }),
    'Jenis pegawai "PNS Daerah Kab./Kota DPK pada Instansi lain", tetapi instansi kerja sama dengan instansi induk.',
  ),
  finds(
    'ACC_2',
    about({ jenisPegawaiId: '15', instansiIndukId: 'a', instansiKerjaId: 'b' }),
    'Jenis pegawai "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota", tetapi instansi kerja berbeda dengan instansi induk.',
  ),
  silent('ACC_2', about({ jenisPegawaiId: '17', instansiIndukId: 'a', instansiKerjaId: 'b' })),
  silent('ACC_2', about({ jenisPegawaiId: '15', instansiIndukId: 'a', instansiKerjaId: 'a' })),
  silent('ACC_2', about({ jenisPegawaiId: '17', instansiIndukId: 'a' })),

  finds(
    'ACC_4',
    makeSampleUsul('kursus', { employee: { ...samplePppk, kedudukanHukumId: '20' } }),
    'Kedudukan hukum "Masa Persiapan Pensiun" tidak berlaku untuk PPPK.',
  ),
  silent(
    'ACC_4',
    makeSampleUsul('kursus', { employee: { ...samplePppk, kedudukanHukumId: '01' } }),
  ),
  silent('ACC_4', about({ kedudukanHukumId: '20' })),

  finds(
    'COM_1',
    about({}, { skpYears: ['2023'] }),
    'Tidak ada SKP dua tahun terakhir (2024 dan 2025).',
  ),
  finds('COM_1', about({}, { skpYears: [] }), 'Tidak ada SKP dua tahun terakhir (2024 dan 2025).'),
  silent('COM_1', about({}, { skpYears: ['2024'] })),
  silent('COM_1', makeSampleUsul('kursus')),
  // Appointed last year: the first SKP is of this year.
  silent('COM_1', about({ tmtCpns: day('2025-03-01') }, { skpYears: [] })),
  finds(
    'COM_1',
    about({ tmtCpns: day('2024-12-01') }, { skpYears: [] }),
    'Tidak ada SKP dua tahun terakhir (2024 dan 2025).',
  ),
  silent('COM_1', about({}, { skpYears: [] }, 'skp')),
  finds(
    'COM_1',
    about({}, { skpYears: ['2023', '2025'] }, 'skp', {
      kind: 'hapus',
      existingRecords: [{ id: 'a', values: sampleValues.skp }],
    }),
    'Tidak ada SKP dua tahun terakhir (2024 dan 2025).',
  ),
  silent(
    'COM_1',
    about({}, { skpYears: ['2025'] }, 'skp', {
      kind: 'hapus',
      existingRecords: ['a', 'b'].map((id) => ({ id, values: sampleValues.skp })),
    }),
  ),
  silent(
    'COM_1',
    makeSampleUsul('kursus', {
      employee: samplePppk,
      employeeFacts: { ...faultlessFacts, skpYears: [] },
    }),
  ),

  finds(
    'COM_3',
    about({}, { educationLevels: [] }),
    'Pendidikan kosong, di data utama dan di riwayat.',
  ),
  silent('COM_3', about({ tkPendidikanTerakhirId: '40' }, { educationLevels: [] })),
  silent('COM_3', about({}, { educationLevels: ['15'] })),
  silent('COM_3', about({}, { educationLevels: [] }, 'pendidikan')),
  silent('COM_3', makeSampleUsul('kursus')),
];

/** Cases of the rules about what a post asks of its holder. */
export const postCases: readonly RuleCase[] = [
  finds(
    'ACC_6',
    about({ ...head, eselonId: '32', tkPendidikanTerakhirId: '30' }, { educationLevels: [] }),
    'Pendidikan Diploma III/Sarjana Muda di bawah syarat eselon III.b (paling rendah Diploma IV).',
  ),
  finds(
    'ACC_6',
    about({ tkPendidikanTerakhirId: '15' }, { educationLevels: [] }, 'jabatan', {
      values: headPost,
    }),
    'Pendidikan SLTA di bawah syarat eselon IV.a (paling rendah Diploma III/Sarjana Muda).',
  ),
  silent('ACC_6', about({ ...head, eselonId: '32', tkPendidikanTerakhirId: '35' })),
  silent('ACC_6', about({ ...head, tkPendidikanTerakhirId: '30' }, { educationLevels: [] })),
  silent('ACC_6', about({ ...head, eselonId: '32', tkPendidikanTerakhirId: '30' })),
  // Before PP 11/2017.
  silent(
    'ACC_6',
    about({ tkPendidikanTerakhirId: '15' }, { educationLevels: [] }, 'jabatan', {
      values: { ...headPost, tmtJabatan: '2017-04-06', tanggalSk: '2017-04-03', tmtPelantikan: '' },
    }),
  ),
  // The education that is proposed is enough.
  silent(
    'ACC_6',
    about(
      { ...head, eselonId: '32', tkPendidikanTerakhirId: '30' },
      { educationLevels: [] },
      'pendidikan',
    ),
  ),

  finds(
    'ACC_8',
    about(
      { jenisJabatanId: '2', jabatan: 'Guru Ahli Pertama', tkPendidikanTerakhirId: '30' },
      { educationLevels: [] },
    ),
    'Pendidikan Diploma III/Sarjana Muda di bawah syarat jabatan fungsional Guru Ahli Pertama (paling rendah Diploma IV).',
  ),
  finds(
    'ACC_8',
    about({ tkPendidikanTerakhirId: '10' }, { educationLevels: [] }, 'jabatan', {
      values: {
        ...sampleValues.jabatan,
        jenisJabatan: '2',
        jabatanFungsionalNama: 'Arsiparis Terampil',
      },
    }),
    'Pendidikan SLTP di bawah syarat jabatan fungsional Arsiparis Terampil (paling rendah SLTA).',
  ),
  silent(
    'ACC_8',
    about(
      { jenisJabatanId: '2', jabatan: 'Perawat Mahir', tkPendidikanTerakhirId: '15' },
      { educationLevels: [] },
    ),
  ),
  silent(
    'ACC_8',
    about(
      { jenisJabatanId: '4', jabatan: 'Pengelola', tkPendidikanTerakhirId: '05' },
      { educationLevels: [] },
    ),
  ),

  finds(
    'ACC_10',
    about({ ...head, eselonId: '22', golonganId: '34' }),
    'Golongan III/d di bawah pangkat paling rendah untuk eselon II.b (IV/a).',
  ),
  finds(
    'ACC_10',
    about({ golonganId: '41' }, {}, 'jabatan', { values: { ...headPost, eselonId: '21' } }),
    'Golongan IV/a di bawah pangkat paling rendah untuk eselon II.a (IV/b).',
  ),
  silent('ACC_10', about({ ...head, eselonId: '22', golonganId: '41' })),
  silent('ACC_10', about({ ...head, eselonId: '31', golonganId: '33' })),
  silent('ACC_10', about({ ...head, eselonId: '22', golonganId: null })),
  // The rank that is proposed is enough.
  silent(
    'ACC_10',
    about({ ...head, eselonId: '22', golonganId: '34' }, {}, 'golongan', {
      values: { ...sampleValues.golongan, golonganId: '41' },
    }),
  ),
];

function about(
  employee: Partial<Employee>,
  facts: Partial<EmployeeFacts> = {},
  recordType: RecordTypeId = 'kursus',
  changes: Partial<Usul> = {},
): Usul {
  return makeSampleUsul(recordType, {
    employee: { ...sampleEmployee, ...employee },
    employeeFacts: { ...faultlessFacts, ...facts },
    ...changes,
  });
}
