import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';
import agama from '#shared/reference/tables/agama.json' with { type: 'json' };
import jenisKawin from '#shared/reference/tables/jenis-kawin.json' with { type: 'json' };
import jenisKelamin from '#shared/reference/tables/jenis-kelamin.json' with { type: 'json' };
import jenisAnak from '#shared/reference/tables/jenis-anak.json' with { type: 'json' };
import statusHidup from '#shared/reference/tables/status-hidup.json' with { type: 'json' };
import yaTidak from '#shared/reference/tables/ya-tidak.json' with { type: 'json' };
import hubunganKeluarga from '#shared/reference/tables/hubungan-keluarga.json' with { type: 'json' };
import jenisIdDokumen from '#shared/reference/tables/jenis-id-dokumen.json' with { type: 'json' };
import golonganPns from '#shared/reference/tables/golongan-pns.json' with { type: 'json' };
import jenisKp from '#shared/reference/tables/jenis-kp.json' with { type: 'json' };
import jenisJabatan from '#shared/reference/tables/jenis-jabatan.json' with { type: 'json' };
import eselon from '#shared/reference/tables/eselon.json' with { type: 'json' };
import jenisPenugasan from '#shared/reference/tables/jenis-penugasan.json' with { type: 'json' };
import jenisMutasi from '#shared/reference/tables/jenis-mutasi.json' with { type: 'json' };
import tingkatPendidikan from '#shared/reference/tables/tingkat-pendidikan.json' with { type: 'json' };
import jenisDiklat from '#shared/reference/tables/jenis-diklat.json' with { type: 'json' };
import latihanStruktural from '#shared/reference/tables/latihan-struktural.json' with { type: 'json' };
import jenisKursusSertipikat from '#shared/reference/tables/jenis-kursus-sertipikat.json' with { type: 'json' };
import penghargaan from '#shared/reference/tables/penghargaan.json' with { type: 'json' };
import jenisSkp from '#shared/reference/tables/jenis-skp.json' with { type: 'json' };
import hasilKinerja from '#shared/reference/tables/hasil-kinerja.json' with { type: 'json' };
import perilakuKerja from '#shared/reference/tables/perilaku-kerja.json' with { type: 'json' };
import kuadranKinerja from '#shared/reference/tables/kuadran-kinerja.json' with { type: 'json' };
import periodikKinerja from '#shared/reference/tables/periodik-kinerja.json' with { type: 'json' };
import statusPenilai from '#shared/reference/tables/status-penilai.json' with { type: 'json' };
import jenisPmk from '#shared/reference/tables/jenis-pmk.json' with { type: 'json' };
import jenisPi from '#shared/reference/tables/jenis-pi.json' with { type: 'json' };
import cltn from '#shared/reference/tables/cltn.json' with { type: 'json' };
import statusCpnsPns from '#shared/reference/tables/status-cpns-pns.json' with { type: 'json' };
import alasanHapus from '#shared/reference/tables/alasan-hapus.json' with { type: 'json' };
import jenisPegawai from '#shared/reference/tables/jenis-pegawai.json' with { type: 'json' };
import kedudukanHukum from '#shared/reference/tables/kedudukan-hukum.json' with { type: 'json' };
import kepanitiaan from '#shared/reference/tables/kepanitiaan.json' with { type: 'json' };

/** One code of a reference table; ids are text and keep their leading zeros. */
export interface ReferenceCode {
  readonly id: string;
  readonly label: string;
}

/** A golongan ruang of a PNS with its pangkat, for instance `III/d` and `Penata Tingkat I`. */
export interface GolonganCode extends ReferenceCode {
  readonly golongan: string;
  readonly pangkat: string;
}

/**
 * The codes as BKN publishes them (domain.md section 2). Ours, because BKN's codes are not known or do not exist:
 * jenisSkp, hubunganKeluarga, jenisPmk, jenisPi, alasanHapus. The names of tingkatPendidikan 42, 47 and 49 are inferred from the
 * programmes that use them (2.3).
 */
const tables: Readonly<Record<ReferenceTableId, readonly ReferenceCode[]>> = {
  agama,
  jenisKawin,
  jenisKelamin,
  jenisAnak,
  statusHidup,
  yaTidak,
  hubunganKeluarga,
  jenisIdDokumen,
  golonganPns,
  jenisKp,
  jenisJabatan,
  eselon,
  jenisPenugasan,
  jenisMutasi,
  tingkatPendidikan,
  jenisDiklat,
  latihanStruktural,
  jenisKursusSertipikat,
  penghargaan,
  jenisSkp,
  hasilKinerja,
  perilakuKerja,
  kuadranKinerja,
  periodikKinerja,
  statusPenilai,
  jenisPmk,
  jenisPi,
  cltn,
  statusCpnsPns,
  kepanitiaan,
  alasanHapus,
  kedudukanHukum,
  jenisPegawai,
};

const byId = new Map(
  Object.entries(tables).map(([table, codes]) => [
    table,
    new Map(codes.map((code) => [code.id, code])),
  ]),
);
const golonganById = new Map<string, GolonganCode>(golonganPns.map((code) => [code.id, code]));
const sertipikatByJenisDiklat = new Map(jenisDiklat.map((code) => [code.id, code.sertipikat]));

/** All codes of a table, in its own order. */
export function listCodes(table: ReferenceTableId): readonly ReferenceCode[] {
  return tables[table];
}

/** Name of a code; undefined when the table does not have it. */
export function codeLabel(table: ReferenceTableId, id: string): string | undefined {
  return byId.get(table)?.get(id)?.label;
}

/** Golongan ruang and pangkat of a PNS code; undefined when the table does not have it. */
export function golonganOf(id: string): GolonganCode | undefined {
  return golonganById.get(id);
}

/** Kind of certificate (T, F, P) that belongs to a jenis diklat (domain.md 2.4). */
export function sertipikatOf(jenisDiklatId: string): string | undefined {
  return sertipikatByJenisDiklat.get(jenisDiklatId);
}
