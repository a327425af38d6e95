import type { SaveRefusal } from '#renderer/data/outbox/outbox.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import type { QueueTask } from '#shared/workflow/queues.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

type Refusal = Pick<Extract<OutboxState, { kind: 'ditolak' }>, 'error' | 'current'>;

/** Sentences of the stores, for people. One place, so that they can be read as a whole and corrected. */
export const sentences = {
  belumMasuk: error('belum_masuk', 'Anda belum masuk.', 'Masuk dahulu dengan akun Anda.'),
  isianMasukKosong: error(
    'isian_kosong',
    'Nama pengguna dan kata sandi harus diisi.',
    'Isi keduanya, lalu masuk lagi.',
  ),
  tidakTerkunci: error('tidak_terkunci', 'Meja ini tidak terkunci.', 'Lanjutkan pekerjaan Anda.'),
  kataSandiKosong: error(
    'isian_kosong',
    'Kata sandi belum diisi.',
    'Ketik kata sandi Anda, lalu buka kunci.',
  ),
  bukaKunciPerluJaringan: error(
    'tak_terjangkau',
    'Server tidak terjangkau. Sekali ini kunci hanya dapat dibuka dengan jaringan.',
    'Periksa sambungan jaringan, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  lamaTanpaServer: error(
    'tak_terjangkau',
    'Sudah terlalu lama tanpa server (menurut jam PC ini). Sekali ini kunci hanya dapat dibuka dengan jaringan.',
    'Periksa sambungan jaringan dan jam PC, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  kunciHilang: error(
    'tak_terjangkau',
    'Simpanan di PC ini tidak dapat dibuka lagi oleh Windows. Untuk melanjutkan diperlukan jaringan.',
    'Periksa sambungan jaringan, lalu coba lagi. Tidak ada yang dihapus.',
  ),
  simpananLebihBaru: error(
    'simpanan_lebih_baru',
    'Simpanan di PC ini dibuat oleh versi aplikasi yang lebih baru, sehingga tidak dibuka.',
    'Pasang kembali versi terbaru. Pekerjaan Anda tetap tersimpan.',
  ),
  perlindunganBelumSiap: error(
    'perlindungan_belum_siap',
    'Windows belum siap membuka simpanan di PC ini.',
    'Tunggu sebentar, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  bukaKunciGagal: error(
    'penyimpanan_gagal',
    'Kunci tidak dapat dibuka: penyimpanan di PC ini gagal.',
    'Coba sekali lagi. Bila tetap gagal, muat ulang aplikasi; pekerjaan Anda tetap tersimpan.',
  ),
  tidakAdaRuang: error(
    'penyimpanan_penuh',
    'Penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  masukTanpaJaringan: error(
    'tak_terjangkau',
    'Server tidak terjangkau. Untuk masuk diperlukan jaringan.',
    'Periksa sambungan jaringan, lalu masuk lagi.',
  ),
  masukBukanServer: error(
    'bukan_jawaban',
    'Anda belum masuk: jawaban yang diterima bukan dari server pusat.',
    'Bila memakai Wi-Fi yang meminta masuk, masuklah dahulu lewat peramban.',
  ),
  sesiTidakTersimpan: error(
    'penyimpanan_gagal',
    'Sesi tidak dapat disimpan di PC ini.',
    'Kosongkan ruang disk atau muat ulang aplikasi, lalu masuk lagi.',
  ),
  pekerjaRusak: error(
    'pekerja_rusak',
    'Bagian aplikasi yang menghubungi server tidak dapat dijalankan.',
    'Periksa sambungan jaringan, lalu muat ulang aplikasi. Yang tersimpan di PC ini tetap aman.',
  ),
  masukGagal: error(
    'penyimpanan_gagal',
    'Anda belum masuk: penyimpanan di PC ini tidak dapat dibuka.',
    'Kosongkan ruang disk, muat ulang aplikasi, lalu masuk lagi.',
  ),
  keluarGagal: error(
    'penyimpanan_gagal',
    'Anda belum keluar: penyimpanan di PC ini gagal.',
    'Coba keluar sekali lagi. Bila tetap gagal, tutup aplikasi dan hubungi admin.',
  ),
  bukanPemilikAntrean: error(
    'akun_lain',
    'Keputusan yang menunggu di PC ini milik akun lain; belum ada yang dikirim.',
    'Masuk dengan akun yang terakhir dipakai di PC ini.',
  ),
  antreanTakTerbaca: error(
    'penyimpanan_gagal',
    'Keputusan yang menunggu tidak dapat dibaca dari PC ini; tidak ada yang berubah.',
    'Pasang versi terbaru aplikasi; keputusan itu dikirim dari sana.',
  ),
  persetujuanGagal: error(
    'penyimpanan_gagal',
    'Persetujuan Anda tidak dapat disimpan di PC ini. Tidak ada usul yang dihapus.',
    'Coba sekali lagi. Bila tetap gagal, muat ulang aplikasi.',
  ),
  keputusanBelumDipilih: error(
    'belum_dipilih',
    'Keputusan belum dipilih.',
    'Pilih salah satu keputusan, lalu simpan.',
  ),
  tidakAdaUsulTerbuka: error(
    'tidak_terbuka',
    'Tidak ada usul yang terbuka.',
    'Buka usul dari daftar.',
  ),
  keputusanTidakSah: error(
    'tidak_sah',
    'Catatan atau nilai yang diketik terlalu panjang.',
    'Ringkas catatan (paling banyak 2.000 huruf) dan nilai dokumen (paling banyak 500 huruf).',
  ),
  penyimpananPenuh: error(
    'penyimpanan_penuh',
    'Keputusan TIDAK tersimpan: penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu simpan lagi. Yang Anda ketik masih ada di layar.',
  ),
  penyimpananGagal: error(
    'penyimpanan_gagal',
    'Keputusan TIDAK tersimpan: penyimpanan di PC ini gagal.',
    'Simpan sekali lagi. Bila tetap gagal, tutup dan buka kembali aplikasi.',
  ),
  jurnalTakTerbaca: error(
    'penyimpanan_gagal',
    'Jurnal keputusan di PC ini tidak dapat dibaca. Keputusan yang ada di Antrean Kirim tetap dikirim.',
    'Muat ulang aplikasi; bila terulang, hubungi admin.',
  ),
  keputusanTidakDitemukan: error(
    'tidak_ditemukan',
    'Keputusan ini tidak ada lagi di antrean.',
    'Muat ulang daftar Antrean Kirim.',
  ),
  sedangDikirim: error(
    'sedang_dikirim',
    'Keputusan ini sedang dikirim, sehingga tidak dapat diubah lagi.',
    'Tunggu jawaban server.',
  ),
  sudahTerkirim: error(
    'sudah_terkirim',
    'Keputusan ini sudah diterima server.',
    'Perubahan hanya dapat dilakukan melalui BKPSDM.',
  ),
  sudahDiulang: error(
    'sudah_diulang',
    'Keputusan ini sudah diganti dengan keputusan baru.',
    'Lihat keputusan yang baru di Antrean Kirim.',
  ),
  usulTidakAdaLagi: error(
    'usul_tidak_ada',
    'Usul ini tidak ada lagi di meja Anda, sehingga tidak dapat diputuskan ulang.',
    'Pilih "Lepaskan"; catatan keputusan Anda tetap tersimpan di sini.',
  ),
  tetapDikirim: error(
    'usul_tidak_ada',
    'Usul ini tidak ada lagi di meja Anda, sehingga keputusannya tidak dapat diubah.',
    'Tunggu jawaban server; keputusan tetap dikirim.',
  ),
  sudahDilepas: error(
    'sudah_dilepas',
    'Keputusan ini sudah Anda lepaskan.',
    'Buka usulnya dari Kotak Masuk bila masih ada di sana.',
  ),
  tidakPerluDilepas: error(
    'tidak_perlu_dilepas',
    'Keputusan ini tidak lagi menunggu tindakan Anda.',
    'Lihat keadaannya yang sekarang di Antrean Kirim.',
  ),
  antreanGagalDiubah: error(
    'penyimpanan_gagal',
    'Antrean Kirim tidak dapat diubah: penyimpanan di PC ini gagal atau penuh.',
    'Kosongkan ruang disk, lalu coba sekali lagi. Keputusan yang tersimpan tetap aman.',
  ),
  dokumenTidakDikenal: error(
    'dokumen_tidak_dikenal',
    'Dokumen ini tidak ada dalam daftar dokumen di PC ini.',
    'Sinkronkan, lalu buka kembali usul ini.',
  ),
  dokumenBelumAda: error(
    'dokumen_belum_ada',
    'Dokumen ini belum selesai diambil dari server.',
    'Tunggu sampai jaringan tersambung, atau kerjakan usul lain dahulu.',
  ),
  dokumenHilang: error(
    'dokumen_hilang',
    'Dokumen ini tidak ada atau rusak di server.',
    'Laporkan kepada BKPSDM; usul tetap dapat dikembalikan untuk diperbaiki.',
  ),
  dokumenTakTerbaca: error(
    'dokumen_tak_terbaca',
    'Dokumen ini tidak dapat dibaca dari penyimpanan PC ini.',
    'Buka kembali usul ini. Bila tetap gagal, muat ulang aplikasi.',
  ),
  dokumenRusak: error(
    'dokumen_rusak',
    'Dokumen ini rusak di perjalanan dan sedang diambil ulang.',
    'Tunggu sebentar, lalu buka kembali.',
  ),
} as const satisfies Record<string, ShownError>;

/** Sign-out is held back while decisions wait. */
export function stillWaiting(count: number): ShownError {
  return error(
    'masih_menunggu',
    `${count} keputusan belum terkirim. Keputusan itu tetap tersimpan di PC ini dan terkirim saat Anda masuk lagi.`,
    'Tunggu sampai terkirim, atau pilih tetap keluar.',
  );
}

/** A wrong password on the lock screen. */
export function wrongPassword(waitSeconds: number): ShownError {
  const action = `Tunggu ${waitSeconds} detik, lalu ketik kata sandi lagi.`;
  return error('kata_sandi_salah', 'Kata sandi salah.', action);
}

/** A password typed before the wait after a wrong one was over; it was not looked at. */
export function waitToUnlock(waitSeconds: number): ShownError {
  return error(
    'tunggu',
    'Kata sandi belum diperiksa karena sebelumnya salah.',
    `Tunggu ${waitSeconds} detik, lalu coba lagi.`,
  );
}

/** Decisions that the local database had lost and the journal still had. */
export function restoredFromJournal(count: number): string {
  return `${count} keputusan dipulihkan dari jurnal dan akan dikirim. Lihat Antrean Kirim.`;
}

/** Why a decision could not be stored. */
export function saveRefused(refusal: SaveRefusal): ShownError {
  switch (refusal) {
    case 'sudah_diputuskan':
      return error(
        'sudah_diputuskan',
        'Usul ini sudah diputuskan di PC ini.',
        'Lihat keputusannya di Antrean Kirim.',
      );
    case 'usul_berubah':
      return error(
        'usul_berubah',
        'Usul ini berubah selagi Anda memeriksanya.',
        'Periksa isinya yang sekarang, lalu putuskan lagi.',
      );
    case 'usul_tidak_ada':
      return error(
        'usul_tidak_ada',
        'Usul ini tidak ada lagi di meja Anda.',
        'Lanjutkan dengan usul berikutnya.',
      );
    default:
      return assertNever(refusal);
  }
}

/**
 * Why the server refused a decision, for people. Its "not allowed" without a word of where the usul stands means that
 * the usul is not (or no longer) one of the unit: nothing that the person did wrong, and nothing to ask an admin about.
 */
export function refusalShown({ error: given, current }: Refusal): ApiError {
  if (given.kind !== 'tidak_berwenang' || current !== null) return given;
  return {
    ...given,
    message: 'Usul ini tidak ada lagi dalam lingkup unit Anda.',
    action: 'Lepaskan keputusan ini; usulnya mungkin dipindahkan atau dihapus.',
  };
}

/** Why an usul that was already decided here cannot be decided now. */
export const decidedHere = {
  menunggu: 'Sudah Anda putuskan dan tersimpan di PC ini; dapat diubah dari Antrean Kirim.',
  mengirim: 'Sudah Anda putuskan; keputusan sedang dikirim.',
  terkirim: 'Sudah Anda putuskan dan diterima server.',
} as const;

/** Verdicts and outcome contradict each other; a person should look once more. */
export function doubtful(reasonLabel: string): string {
  return `Semua isian dinilai sesuai, tetapi alasannya "${reasonLabel}".`;
}

/** Why an usul that left this PC cannot be decided. */
export const leftThisDesk = 'Usul ini tidak ada lagi di meja Anda.';

/** Why an usul cannot be decided here where it stands, given what this account does with it there; null when it can. */
export function notDecidable(position: UsulPosition, task: QueueTask | null): string | null {
  switch (position.kind) {
    case 'menunggu':
      return task === 'decide' ? null : 'Usul ini sedang diperiksa pada tahap lain.';
    case 'koordinasi':
      return 'Usul ini menunggu jawaban BKPSDM.';
    case 'perbaikan':
      return 'Usul ini dikembalikan dan menunggu perbaikan dari ASN.';
    case 'selesai':
      return 'Usul ini sudah selesai.';
    default:
      return assertNever(position);
  }
}

function error(kind: string, message: string, action: string): ShownError {
  return { kind, message, action };
}
