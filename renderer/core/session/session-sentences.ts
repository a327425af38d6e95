import { faultShown, sharedSentences } from '#renderer/core/shared-sentences.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import type { SignInFailure } from '#renderer/workers/sync/client.ts';

/** Sentences of signing in and out, of the lock, and of a desk that stays closed. */
export const sessionSentences = {
  signInIncomplete: shownError(
    'isian_kosong',
    'Nama pengguna dan kata sandi harus diisi.',
    'Isi keduanya, lalu masuk lagi.',
  ),
  notLocked: shownError('tidak_terkunci', 'Meja ini tidak terkunci.', 'Lanjutkan pekerjaan Anda.'),
  passwordMissing: shownError(
    'isian_kosong',
    'Kata sandi belum diisi.',
    'Ketik kata sandi Anda, lalu buka kunci.',
  ),
  unlockNeedsNetwork: shownError(
    'tak_terjangkau',
    'Server tidak terjangkau. Sekali ini kunci hanya dapat dibuka dengan jaringan.',
    'Periksa sambungan jaringan, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  tooLongOffline: shownError(
    'tak_terjangkau',
    'Sudah terlalu lama tanpa server (menurut jam PC ini). Sekali ini kunci hanya dapat dibuka dengan jaringan.',
    'Periksa sambungan jaringan dan jam PC, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  keyLost: shownError(
    'tak_terjangkau',
    'Simpanan di PC ini tidak dapat dibuka lagi oleh Windows. Untuk melanjutkan diperlukan jaringan.',
    'Periksa sambungan jaringan, lalu coba lagi. Tidak ada yang dihapus.',
  ),
  databaseNewer: shownError(
    'simpanan_lebih_baru',
    'Simpanan di PC ini dibuat oleh versi aplikasi yang lebih baru, sehingga tidak dibuka.',
    'Pasang kembali versi terbaru. Pekerjaan Anda tetap tersimpan.',
  ),
  protectionNotReady: shownError(
    'perlindungan_belum_siap',
    'Windows belum siap membuka simpanan di PC ini.',
    'Tunggu sebentar, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  unlockFailed: shownError(
    'penyimpanan_gagal',
    'Kunci tidak dapat dibuka: penyimpanan di PC ini gagal.',
    'Coba sekali lagi. Bila tetap gagal, muat ulang aplikasi; pekerjaan Anda tetap tersimpan.',
  ),
  noRoom: shownError(
    'penyimpanan_penuh',
    'Penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu coba lagi. Pekerjaan Anda tetap tersimpan.',
  ),
  signInOffline: shownError(
    'tak_terjangkau',
    'Server tidak terjangkau. Untuk masuk diperlukan jaringan.',
    'Periksa sambungan jaringan, lalu masuk lagi.',
  ),
  signInNotTheServer: shownError(
    'bukan_jawaban',
    'Anda belum masuk: jawaban yang diterima bukan dari server pusat.',
    'Bila memakai Wi-Fi yang meminta masuk, masuklah dahulu lewat peramban.',
  ),
  yetAnotherServer: shownError(
    'server_berganti_lagi',
    'Server yang menjawab sudah bukan yang tadi ditampilkan.',
    'Coba lagi, dan bandingkan sidik kunci yang baru dengan yang disebut admin BKPSDM.',
  ),
  agreementNotKept: shownError(
    'penyimpanan_gagal',
    'Persetujuan Anda tidak dapat disimpan di PC ini.',
    'Kosongkan ruang disk atau muat ulang aplikasi, lalu coba lagi.',
  ),
  appointmentNotTaken: shownError(
    'penunjukan_tidak_dipilih',
    'Penunjukan itu tidak dapat dipakai; Anda tetap bertugas seperti sebelumnya.',
    'Sinkronkan dahulu, lalu pilih penunjukan yang berlaku.',
  ),
  appointmentFailed: shownError(
    'penyimpanan_gagal',
    'Penunjukan tidak dapat diganti: penyimpanan di PC ini gagal.',
    'Coba sekali lagi. Bila tetap gagal, muat ulang aplikasi; pekerjaan Anda tetap tersimpan.',
  ),
  sessionNotKept: shownError(
    'penyimpanan_gagal',
    'Sesi tidak dapat disimpan di PC ini.',
    'Kosongkan ruang disk atau muat ulang aplikasi, lalu masuk lagi.',
  ),
  signInFailed: shownError(
    'penyimpanan_gagal',
    'Anda belum masuk: penyimpanan di PC ini tidak dapat dibuka.',
    'Kosongkan ruang disk, muat ulang aplikasi, lalu masuk lagi.',
  ),
  signOutFailed: shownError(
    'penyimpanan_gagal',
    'Anda belum keluar: penyimpanan di PC ini gagal.',
    'Coba keluar sekali lagi. Bila tetap gagal, tutup aplikasi dan hubungi admin.',
  ),
  notOutboxOwner: shownError(
    'akun_lain',
    'Keputusan yang menunggu di PC ini milik akun lain; belum ada yang dikirim.',
    'Masuk dengan akun yang terakhir dipakai di PC ini.',
  ),
  outboxUnreadable: shownError(
    'penyimpanan_gagal',
    'Keputusan yang menunggu tidak dapat dibaca dari PC ini; tidak ada yang berubah.',
    'Pasang versi terbaru aplikasi; keputusan itu dikirim dari sana.',
  ),
} as const satisfies Record<string, ShownError>;

/** The server knows the account, and this application has no desk for its role: it names those that there are. */
export function noDeskFor(role: Role, deskRoles: readonly Role[]): ShownError {
  const desks = deskRoles.map((each) => roleLabels[each]).join(', ');
  return shownError(
    'tanpa_meja',
    `Peran akun ini (${roleLabels[role]}) belum mempunyai meja di aplikasi ini.`,
    `Meja yang ada: ${desks}. Sesi sudah diakhiri; masuklah dengan akun lain.`,
  );
}

/** Sign-out is held back while decisions wait. */
export function stillWaiting(count: number): ShownError {
  return shownError(
    'masih_menunggu',
    `${count} keputusan belum terkirim. Keputusan itu tetap tersimpan di PC ini dan terkirim saat Anda masuk lagi.`,
    'Tunggu sampai terkirim, atau pilih tetap keluar.',
  );
}

/** A wrong password on the lock screen. */
export function wrongPassword(waitSeconds: number): ShownError {
  const action = `Tunggu ${waitSeconds} detik, lalu ketik kata sandi lagi.`;
  return shownError('kata_sandi_salah', 'Kata sandi salah.', action);
}

/** A password typed before the wait after a wrong one was over; it was not looked at. */
export function waitToUnlock(waitSeconds: number): ShownError {
  return shownError(
    'tunggu',
    'Kata sandi belum diperiksa karena sebelumnya salah.',
    `Tunggu ${waitSeconds} detik, lalu coba lagi.`,
  );
}

/** Why a sign-in failed; without network it says that the first one needs it. */
export function signInFailed(problem: SignInFailure): ShownError {
  if (problem.kind === 'pekerja_rusak') return sharedSentences.workerFailed;
  if (problem.kind === 'penyimpanan') return sessionSentences.sessionNotKept;
  if (problem.kind === 'bukan_jawaban') return sessionSentences.signInNotTheServer;
  return problem.kind === 'tak_terjangkau' ? sessionSentences.signInOffline : faultShown(problem);
}

/** Why the decisions of a desk that this version cannot open were not sent. */
export function sendWaitingFailed(problem: SignInFailure): ShownError {
  if (problem.kind === 'penyimpanan') return sessionSentences.outboxUnreadable;
  return signInFailed(problem);
}
