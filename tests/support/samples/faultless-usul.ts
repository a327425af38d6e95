import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { documentApplies } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** The day on which the samples are without fault. */
export const sampleToday: LocalDate = day('2026-11-22');

/** An invented PNS; NIP serial 9xx and NIK province 99 cannot be real (domain.md 6.4). */
export const sampleEmployee: Employee = {
  id: 'pegawai-1',
  kind: 'pns',
  nip: '198503122010011901',
  nik: '9901011203850001',
  nama: 'BUDI CONTOH',
  gelarDepan: '',
  gelarBelakang: 'S.Sos.',
  jenisKelamin: 'M',
  tempatLahir: 'Contoh',
  tanggalLahir: day('1985-03-12'),
  tmtCpns: day('2010-01-01'),
  golonganId: '33',
  jabatan: 'Pengelola Kepegawaian',
  unorId: 'unor-1',
  unorNama: 'Subbagian Umum',
};

/** An invented PPPK. */
export const samplePppk: Employee = {
  ...sampleEmployee,
  id: 'pegawai-2',
  kind: 'pppk',
  nip: '198503122022211901',
  tmtCpns: day('2022-03-01'),
  golonganId: null,
};

/** Values of each record type that no rule objects to. */
export const sampleValues: Readonly<Record<RecordTypeId, RecordValues>> = {
  personal: {
    nik: '9901011203850001',
    jenisIdDokumenId: '1',
    nomorIdDocument: '9901011203850001',
    alamat: 'Jalan Contoh 1',
    agamaId: '1',
    jenisKawinId: '1',
    noHp: '081200000001',
    email: 'budi@contoh.id',
  },
  jabatan: {
    nomorSk: '821.2/12/BKPSDM/2023',
    tanggalSk: '2023-01-10',
    jenisJabatan: '4',
    jabatanFungsionalUmumNama: 'Pengelola Kepegawaian',
    unorNama: 'Subbagian Umum',
    tmtJabatan: '2023-01-16',
    tmtPelantikan: '2023-01-16',
  },
  pendidikan: {
    nomorIjasah: '04-1-10761',
    tkPendidikanId: '40',
    pendidikanNama: 'S-1 Ilmu Administrasi Negara',
    namaSekolah: 'Universitas Contoh',
    tglLulus: '2008-08-09',
    tahunLulus: '2008',
    gelarBelakang: 'S.Sos.',
  },
  diklat: {
    nomor: '12/PKP/2022',
    latihanStrukturalId: '2',
    institusiPenyelenggara: 'BPSDM Contoh',
    tanggal: '2022-05-02',
    tanggalSelesai: '2022-08-05',
    tahun: '2022',
    jumlahJam: '905',
  },
  kursus: {
    nomorSertipikat: '800/15/2024',
    namaKursus: 'Pengelolaan Arsip',
    jenisDiklatId: '3',
    jenisKursusSertipikat: 'T',
    institusiPenyelenggara: 'BPSDM Contoh',
    tanggalKursus: '2024-03-04',
    tanggalSelesaiKursus: '2024-03-08',
    tahunKursus: '2024',
    jumlahJam: '40',
  },
  skp: {
    jenisSkp: 'skp22',
    tahun: '2025',
    statusPenilai: 'ASN',
    penilaiNipNrp: '197001011995031901',
    penilaiNama: 'SITI CONTOH',
    penilaiJabatan: 'Kepala Dinas',
    hasilKinerjaNilai: '2',
    perilakuKerjaNilai: '2',
    kuadranKinerjaNilai: '2',
  },
  penghargaan: {
    skNomor: '12/TK/Tahun 2021',
    hargaId: '201',
    tahun: '2021',
    skDate: '2021-08-09',
  },
  golongan: {
    skNomor: '224 TAHUN 2022',
    skTanggal: '2022-03-25',
    noPertekBkn: 'MG-22172000123',
    tglPertekBkn: '2022-03-10',
    golonganId: '33',
    jenisKPId: '101',
    tmtGolongan: '2022-04-01',
    masaKerjaGolonganTahun: '12',
    masaKerjaGolonganBulan: '3',
  },
  keluarga: {
    hubungan: 'anak',
    nama: 'ANI CONTOH',
    jenisKelamin: 'F',
    tglLahir: '2014-06-07',
    agamaId: '1',
    jenisAnakId: '1',
    statusHidup: '1',
  },
  pmk: {
    nomorSk: '823/4/2020',
    tanggalSk: '2020-02-03',
    nomorBkn: 'KP-22172000123',
    tanggalBkn: '2020-01-06',
    jenisPmk: 'pemerintah',
    pengalaman: 'Dinas Contoh',
    tanggalAwal: '2006-01-01',
    tanggalSelesai: '2009-12-31',
    tasaKerjaTahun: '4',
    masaKerjaBulan: '0',
  },
  pindah_instansi: {
    jenisPi: 'daerah_daerah',
    skBknNomor: 'PI-22172000123',
    skBknTanggal: '2021-02-01',
    skTujuanNomor: '824/7/2021',
    skTujuanTanggal: '2021-03-01',
    instansiKerjaLamaNama: 'Kabupaten Lama',
    instansiKerjaBaruNama: 'Kabupaten Baru',
    unorBaruNama: 'Subbagian Umum',
    tmtPi: '2021-04-01',
  },
  cltn: {
    cltnId: '1',
    skNomor: '851/2/2026',
    skTanggal: '2026-01-05',
    nomorLetterBkn: 'CL-22172000123',
    tanggalLetterBkn: '2025-12-20',
    tanggalAwal: '2026-02-01',
    tanggalAkhir: '2028-01-31',
  },
  cpns_pns: {
    status_cpns_pns: 'P',
    nomor_sk_cpns: '813/1/2009',
    tgl_sk_cpns: '2009-12-20',
    tmtCpns: '2010-01-01',
    nomor_spmt: '800/3/2010',
    tglSpmt: '2010-01-04',
    nomor_sttpl: '890/8/2010',
    tgl_sttpl: '2010-10-01',
    nomor_sk_pns: '821/9/2011',
    tgl_sk_pns: '2011-01-20',
    tmt_pns: '2011-02-01',
  },
  organisasi: {
    namaOrganisasi: 'KORPRI Kabupaten Contoh',
    kepanitiaanId: 'C',
    jabatanOrganisasi: 'Anggota',
    tanggalMulai: '2020-01-01',
    tanggalSelesai: '2024-12-31',
  },
};

/**
 * An invented usul for tests: values and all documents of its record type that no rule objects to, waiting for
 * verification; `changes` replaces whole properties.
 */
export function makeSampleUsul(
  recordType: RecordTypeId = 'golongan',
  changes: Partial<Usul> = {},
): Usul {
  const values = changes.values ?? sampleValues[recordType];
  return {
    id: '00000000-0000-4000-8000-000000000001',
    revision: 1,
    version: 1,
    recordType,
    kind: 'tambah',
    position: { kind: 'menunggu', stage: 'verifikasi' },
    instansiId: 'instansi-1',
    opdId: 'opd-1',
    unorId: 'unor-1',
    unorNama: 'Subbagian Umum',
    employee: sampleEmployee,
    values,
    oldValues: null,
    existingRecords: [],
    documents: recordTypes[recordType].documents
      .filter((spec) => documentApplies(spec, values))
      .map((spec, index) => ({
        documentId: spec.id,
        fileName: `${spec.id}.pdf`,
        sha256: String(index).padStart(64, '0'),
        size: 300_000,
      })),
    history: [],
    asnNote: '',
    submittedAt: '2026-11-01T01:00:00Z',
    deadline: day('2026-12-01'),
    ...changes,
  };
}

/** A day of the calendar from its text; throws for a day that does not exist. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${text} is no day`);
  return text;
}
