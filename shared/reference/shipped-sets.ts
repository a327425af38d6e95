import type { ReferenceSetId, ReferenceEntry } from '#shared/reference/reference-version.ts';
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
import alasan from '#shared/reference/tables/alasan.json' with { type: 'json' };
import statusSiasn from '#shared/reference/tables/status-siasn.json' with { type: 'json' };

/**
 * The sets that come with the application; what a server delivers is put over them (`reference-data.ts`). The codes are as
 * BKN publishes them (domain.md section 2). Ours, because BKN's codes are not known or do not exist: jenisSkp,
 * hubunganKeluarga, jenisPmk, jenisPi, alasanHapus. The names of tingkatPendidikan 42, 47 and 49 are inferred from the
 * programmes that use them (2.3).
 *
 * `alasan`: BKN publishes no reasons for PDM; the list follows domain.md 4.6 (built from rules and complaints). Its codes
 * are ours and never reused. `statusSiasn`: domain.md 4.5, and 0.8 for what they mean to us.
 */
export const shippedSets: Readonly<Record<ReferenceSetId, readonly ReferenceEntry[]>> = {
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
  alasanHapus,
  jenisPegawai,
  kedudukanHukum,
  kepanitiaan,
  alasan,
  statusSiasn,
};
