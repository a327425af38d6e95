import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { finds, silent, type RuleCase } from '#tests/support/samples/rule-cases/rule-case.ts';

/** A deletion of the sample record of a type, beside these other records of the person. */
export function makeDeletion(
  recordType: RecordTypeId,
  note: string,
  others: readonly RecordValues[] = [],
  record: RecordValues = sampleValues[recordType],
): Usul {
  return makeSampleUsul(recordType, {
    kind: 'hapus',
    values: record,
    oldValues: record,
    existingRecords: [...others, record].map((values, index) => ({ id: `r-${index}`, values })),
    asnNote: note,
  });
}

const wrong = 'Salah input, mohon dihapus.';
const twice = 'Riwayat tercatat dua kali.';
const golongan = sampleValues.golongan;
const before = {
  ...golongan,
  golonganId: '32',
  tmtGolongan: '2018-04-01',
  skNomor: '12 TAHUN 2018',
};
const later = { ...golongan, golonganId: '34', tmtGolongan: '2026-04-01', skNomor: '9 TAHUN 2026' };
const otherCourse = {
  ...sampleValues.kursus,
  nomorSertipikat: '800/99/2022',
  namaKursus: 'Bimbingan Teknis Anggaran',
  tanggalKursus: '2022-03-04',
  tahunKursus: '2022',
};
const laterCourse = {
  ...otherCourse,
  tanggalKursus: '2025-03-04',
  tanggalSelesaiKursus: '2025-03-08',
};
const lastSkp = { ...sampleValues.skp, tahun: '2024' };

/** Cases of the rules about what a deletion claims and takes away. */
export const deletionCases: readonly RuleCase[] = [
  finds('HAPUS_TANPA_ALASAN', makeDeletion('kursus', ''), 'Alasan penghapusan tidak disebut.'),
  finds(
    'HAPUS_TANPA_ALASAN',
    makeDeletion('kursus', 'Mohon riwayat ini dihapus, terima kasih.'),
    'Alasan penghapusan tidak disebut.',
  ),
  silent('HAPUS_TANPA_ALASAN', makeDeletion('kursus', wrong)),
  silent('HAPUS_TANPA_ALASAN', makeDeletion('kursus', 'SK dibatalkan oleh PTUN.')),
  finds(
    'HAPUS_ALASAN_TERBANTAH',
    makeDeletion('golongan', twice, [before]),
    'Disebut tercatat ganda, tetapi tidak ada riwayat kembar.',
  ),
  finds(
    'HAPUS_ALASAN_TERBANTAH',
    makeDeletion('golongan', 'Bukan riwayat saya yang terakhir.', [before]),
    'Disebut bukan riwayat terakhir, tetapi tidak ada riwayat yang lebih baru.',
  ),
  silent('HAPUS_ALASAN_TERBANTAH', makeDeletion('golongan', twice, [before, golongan])),
  silent('HAPUS_ALASAN_TERBANTAH', makeDeletion('golongan', 'Bukan yang terakhir.', [later])),
  // The same promotion once more, one of them with another number: the person compares.
  silent(
    'HAPUS_ALASAN_TERBANTAH',
    makeDeletion('jabatan', twice, [{ ...sampleValues.jabatan, tmtJabatan: '2023-01-17' }]),
  ),
  finds(
    'HAPUS_RIWAYAT_POKOK',
    makeDeletion('cpns_pns', wrong),
    'CPNS/PNS ini satu-satunya; sesudah dihapus, dasar karier ASN ini tidak tercatat lagi.',
  ),
  finds(
    'HAPUS_RIWAYAT_POKOK',
    makeDeletion('golongan', wrong, [before, later]),
    'Riwayat pangkat/golongan III/c – Penata, 1 April 2022 tidak tercatat lagi sesudah dihapus.',
  ),
  finds(
    'HAPUS_RIWAYAT_POKOK',
    makeDeletion('pendidikan', wrong, [], {
      ...sampleValues.pendidikan,
      isPendidikanPertama: '1',
    }),
    'Riwayat pendidikan ini satu-satunya; sesudah dihapus, dasar karier ASN ini tidak tercatat lagi.',
  ),
  silent('HAPUS_RIWAYAT_POKOK', makeDeletion('pendidikan', wrong)),
  silent('HAPUS_RIWAYAT_POKOK', makeDeletion('cpns_pns', twice, [sampleValues.cpns_pns])),
  // The right record stays.
  silent(
    'HAPUS_RIWAYAT_POKOK',
    makeDeletion('golongan', wrong, [{ ...golongan, skNomor: '225 TAHUN 2022' }]),
  ),
  finds(
    'HAPUS_SATU_SATUNYA',
    makeDeletion('kursus', wrong),
    'Riwayat kursus ini satu-satunya; sesudah dihapus tidak ada lagi.',
  ),
  silent('HAPUS_SATU_SATUNYA', makeDeletion('kursus', wrong, [otherCourse])),
  silent('HAPUS_SATU_SATUNYA', makeDeletion('cpns_pns', wrong)),
  finds(
    'HAPUS_RIWAYAT_TERAKHIR',
    makeDeletion('skp', wrong, [lastSkp]),
    'Ini riwayat terakhir; sesudah dihapus, yang terakhir menjadi SKP 2022 dan sesudahnya, 2024.',
  ),
  silent('HAPUS_RIWAYAT_TERAKHIR', makeDeletion('skp', wrong, [sampleValues.skp], lastSkp)),
  silent('HAPUS_RIWAYAT_TERAKHIR', makeDeletion('kursus', wrong, [otherCourse])),
  silent('HAPUS_RIWAYAT_TERAKHIR', makeDeletion('kursus', 'Bukan yang terakhir', [laterCourse])),
];
