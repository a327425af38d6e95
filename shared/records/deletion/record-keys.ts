import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues } from '#shared/records/usul.ts';

/**
 * Fields that together make two records the same. Golongan: as a regional tool matches them (domain.md 7.2); the others
 * are the number and date of their document, or what cannot happen twice.
 */
export const keyFields: Readonly<Record<RecordTypeId, readonly string[]>> = {
  personal: [],
  jabatan: ['jenisJabatan', 'nomorSk', 'tmtJabatan'],
  pendidikan: ['tkPendidikanId', 'nomorIjasah'],
  diklat: ['latihanStrukturalId', 'nomor'],
  kursus: ['namaKursus', 'nomorSertipikat'],
  skp: ['jenisSkp', 'tahun'],
  penghargaan: ['hargaId', 'skNomor'],
  golongan: ['golonganId', 'tmtGolongan', 'jenisKPId'],
  keluarga: ['hubungan', 'nama', 'tglLahir'],
  pmk: ['nomorSk', 'tanggalAwal'],
  pindah_instansi: ['skBknNomor', 'tmtPi'],
  cltn: ['cltnId', 'skNomor', 'tanggalAwal'],
  cpns_pns: [],
  organisasi: ['namaOrganisasi', 'jabatanOrganisasi', 'tanggalMulai'],
};

/**
 * Fields by which a record stands for the same event as another one, although one of the two was entered wrongly: all
 * fields of one of the lists agree.
 */
export const eventFields: Readonly<Record<RecordTypeId, readonly (readonly string[])[]>> = {
  personal: [],
  jabatan: [['nomorSk'], ['tmtJabatan']],
  pendidikan: [
    ['nomorIjasah'],
    ['tkPendidikanId', 'tahunLulus'],
    ['tkPendidikanId', 'namaSekolah'],
  ],
  diklat: [['nomor'], ['latihanStrukturalId']],
  kursus: [['nomorSertipikat'], ['namaKursus', 'tahunKursus'], ['namaKursus', 'tanggalKursus']],
  skp: [['tahun'], ['bulanSelesaiPenilaian', 'tahunSelesaiPenilaian']],
  penghargaan: [['skNomor'], ['hargaId', 'tahun']],
  golongan: [['golonganId'], ['tmtGolongan'], ['skNomor']],
  keluarga: [['nomorIdentitas'], ['hubungan', 'nama'], ['hubungan', 'tglLahir']],
  pmk: [['nomorSk'], ['nomorBkn'], ['tanggalAwal', 'tanggalSelesai']],
  pindah_instansi: [['skBknNomor'], ['tmtPi']],
  cltn: [['skNomor'], ['cltnId', 'tanggalAwal']],
  cpns_pns: [['nomor_sk_cpns'], ['tmtCpns'], ['nomor_sk_pns']],
  organisasi: [
    ['namaOrganisasi', 'tanggalMulai'],
    ['namaOrganisasi', 'jabatanOrganisasi'],
  ],
};

/** The fields that order the records of a type in time, the first filled one counting; codes of levels rise with it. */
const orderFields: Readonly<Record<RecordTypeId, readonly string[]>> = {
  personal: [],
  jabatan: ['tmtJabatan'],
  pendidikan: ['tkPendidikanId'],
  diklat: ['tanggalSelesai', 'tanggal', 'tahun'],
  kursus: ['tanggalSelesaiKursus', 'tanggalKursus', 'tahunKursus'],
  skp: ['tahun', 'tahunSelesaiPenilaian'],
  penghargaan: ['skDate', 'tahun'],
  golongan: ['tmtGolongan'],
  keluarga: [],
  pmk: ['tanggalSk'],
  pindah_instansi: ['tmtPi'],
  cltn: ['tanggalAwal'],
  cpns_pns: [],
  organisasi: ['tanggalMulai'],
};

/** What orders a record among those of its type, as text that rises; undefined where nothing does. */
export function orderOf(recordType: RecordTypeId, values: RecordValues): string | undefined {
  return orderFields[recordType]
    .map((name) => (values[name] ?? '').trim())
    .find((order) => order !== '');
}

/** Whether two texts say the same, whatever their capitals, spaces and signs: two records may be typed differently. */
export function saysSame(one: string | undefined, other: string | undefined): boolean {
  return folded(one) === folded(other);
}

function folded(value: string | undefined): string {
  return (value ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
