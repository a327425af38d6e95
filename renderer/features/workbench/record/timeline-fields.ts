import {
  between,
  inYear,
  reviewed,
  startsOn,
  type ReadPeriod,
} from '#renderer/features/workbench/record/period.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** A field whose codes rise with the years; `everyStep` when none may be left out. */
export interface Ladder {
  readonly field: string;
  readonly table: ReferenceTableId;
  readonly everyStep: boolean;
}

/** How the records of one type stand in time, and what may not happen among them. */
export interface TimelineFields {
  readonly period: ReadPeriod;
  /** What tells one record from another beside its time: the first that is filled. */
  readonly title: readonly string[];
  readonly ladder?: Ladder;
  /** Periods follow one another without a pause. */
  readonly closed?: true;
  /** Periods may not overlap, or (without an end) begin on the same day. */
  readonly apart?: true;
}

/** The time of each record type; null where a record has none that orders it. */
export const timelineFields: Readonly<Record<RecordTypeId, TimelineFields | null>> = {
  personal: null,
  keluarga: null,
  jabatan: {
    period: startsOn('tmtJabatan'),
    title: ['jabatanFungsionalNama', 'jabatanFungsionalUmumNama', 'namaJabatan'],
    apart: true,
  },
  pendidikan: {
    period: inYear('tahunLulus', 'tglLulus'),
    title: ['tkPendidikanId'],
    ladder: { field: 'tkPendidikanId', table: 'tingkatPendidikan', everyStep: false },
  },
  diklat: {
    period: between('tanggal', 'tanggalSelesai'),
    title: ['latihanStrukturalId', 'nomor'],
    apart: true,
  },
  kursus: {
    period: between('tanggalKursus', 'tanggalSelesaiKursus'),
    // What an older record has in the place of its name.
    title: ['namaKursus', 'jenisKursusNama', 'jenisDiklatId'],
    apart: true,
  },
  skp: { period: reviewed, title: ['jenisSkp'], closed: true, apart: true },
  penghargaan: { period: inYear('tahun', 'skDate'), title: ['hargaId'] },
  golongan: {
    period: startsOn('tmtGolongan'),
    title: ['golonganId'],
    ladder: { field: 'golonganId', table: 'golonganPns', everyStep: true },
    apart: true,
  },
  pmk: { period: between('tanggalAwal', 'tanggalSelesai'), title: ['pengalaman'], apart: true },
  pindah_instansi: { period: startsOn('tmtPi'), title: ['instansiKerjaBaruNama'], apart: true },
  cltn: { period: between('tanggalAwal', 'tanggalAkhir'), title: ['cltnId'], apart: true },
  cpns_pns: { period: startsOn('tmtCpns'), title: ['status_cpns_pns'], apart: true },
  // One may belong to several at a time.
  organisasi: { period: between('tanggalMulai', 'tanggalSelesai'), title: ['namaOrganisasi'] },
};
