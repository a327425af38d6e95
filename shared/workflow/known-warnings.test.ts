import { expect, test } from 'vitest';
import { allRules } from '#shared/records/rules/check-usul.ts';
import { acknowledgesSince } from '#shared/workflow/decision.ts';
import { knownSince } from '#shared/workflow/known-warnings.ts';

/** The rules that applications of version 0.2.0 know. Never added to: a new rule says since when it is known. */
const knownTo020 = new Set(
  `ACC_1 ACC_10 ACC_2 ACC_3 ACC_4 ACC_5 ACC_6 ACC_7 ACC_8 ACC_9 AKTIF_SEBELUM_AKHIR BUKAN_RIWAYAT_TERAKHIR COM_1 COM_3 COM_5 COM_6 COM_7 CON_1 CON_2 CON_3 CON_4 DOKUMEN_BUKAN_PDF DOKUMEN_KOSONG DOKUMEN_SAMA DOKUMEN_TERLALU_BESAR DOKUMEN_TIDAK_DIKENAL DOKUMEN_WAJIB DUPLIKAT FORMAT_JANGGAL FORMAT_SALAH GOLONGAN_TURUN HAPUS_ALASAN_TERBANTAH HAPUS_BERBEDA HAPUS_RIWAYAT_POKOK HAPUS_RIWAYAT_TERAKHIR HAPUS_SATU_SATUNYA HAPUS_TANPA_ALASAN HAPUS_TANPA_DOKUMEN INSTANSI_SAMA ISIAN_TANPA_BUKTI ISIAN_TIDAK_BERLAKU ISIAN_TIDAK_DIKENAL ISIAN_WAJIB JENIS_KELAMIN_PASANGAN JENIS_SERTIFIKAT JENIS_TIDAK_BERLAKU KARYA_SATYA_MASA_KERJA KODE_TIDAK_DIKENAL KTP_BEDA_NIK LAHIR_ORANG_TUA_ANAK LAHIR_SEBELUM_NIKAH MASA_KERJA_BULAN NIK_BEDA_DATA NIK_PROVINSI NIP_JENIS_PEGAWAI NIP_PENILAI NIP_TIDAK_SAH PERTEK_C2TH PERTEK_SETELAH_SK PMK_MELEBIHI_MASA POLA_PERTEK SEBELUM_LAHIR SKP_BENTUK_TAHUN SKP_BUKAN_DUA_TAHUN SKP_JUMLAH SKP_PERIODE SKP_PREDIKAT SPMT_SEBELUM_SK SYARAT_SETELAH_SK_PNS TAHUN_BERBEDA TAHUN_MENDATANG TAHUN_PENGHARGAAN TANGGAL_MENDATANG TANPA_NILAI_LAMA TIM_1 TIM_2 TIM_3 TIM_4 TIM_5 TIM_6 TMT_BERLAKU_SURUT TMT_BUKAN_TANGGAL_1 TMT_CPNS_NIP TMT_SEBELUM_CPNS TMT_TERLALU_JAUH UBAH_TANPA_BEDA URUTAN_TANGGAL USIA_PENGANGKATAN`.split(
    /\s+/u,
  ),
);

test('a rule that came after 0.2.0 says with which version it came', () => {
  const silent = allRules.filter(({ since }) => since === undefined).map(({ id }) => id);
  expect(silent.filter((id) => !knownTo020.has(id))).toEqual([]);
});

test('what states no version is known to every application that asks', () => {
  expect(knownSince({ kind: 'aturan', subject: 'DUPLIKAT' })).toBe(acknowledgesSince);
  expect(knownSince({ kind: 'keputusan', subject: 'alasan_disangkal' })).toBe(acknowledgesSince);
  expect(knownSince({ kind: 'aturan', subject: 'ATURAN_MENDATANG' })).toBe(acknowledgesSince);
});
