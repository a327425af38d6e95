import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

/** What an admin is told where something is not done. */
export interface AdminRefusal {
  readonly message: string;
  readonly action: string;
}

/** Why what an admin asks for is not done. */
export const adminRefusals = {
  usernameIsNip: {
    message: 'Nama pengguna ini berbentuk NIP orang lain.',
    action: 'Pakai NIP pemilik akun, atau nama yang bukan angka.',
  },
  foreignNip: {
    message: 'NIP ini tidak terdaftar sebagai ASN instansi Anda.',
    action: 'Periksa NIP-nya, atau impor data ASN lebih dahulu.',
  },
  taken: {
    message: 'Nama pengguna atau NIP ini sudah dipakai akun lain.',
    action: 'Cari akun itu dalam daftar, atau pakai nama pengguna lain.',
  },
  ownAccount: {
    message: 'Akun Anda sendiri tidak dapat diatur ulang atau ditutup dari sini.',
    action: 'Ganti kata sandi di Pengaturan, atau minta admin lain.',
  },
  elsewhere: {
    message: 'Akun ini juga bertugas di luar instansi Anda.',
    action: 'Minta pengelola server, yang mencakup semua tugasnya.',
  },
  merged: {
    message: 'Akun ini telah digabungkan ke akun lain orang yang sama dan tidak dapat dibuka lagi.',
    action: 'Pakai akun yang dipertahankan.',
  },
  closed: {
    message: 'Akun ini ditutup.',
    action: 'Buka akunnya lebih dahulu, lalu atur ulang.',
  },
  lastAdmin: {
    message: 'Ini admin terakhir yang dapat masuk; tanpa dia tidak ada yang mengelola.',
    action: 'Tunjuk admin lain dan pastikan ia sudah masuk, lalu ulangi.',
  },
  noFactor: {
    message: 'Akun ini tidak memakai kode verifikasi.',
    action: 'Tidak ada yang perlu dilepas.',
  },
  wrongFactorRole: {
    message: 'Peran ini tidak ada dalam cakupan Anda.',
    action: 'Pilih peran dari daftar.',
  },
  pastFactorDay: {
    message: 'Kode verifikasi diwajibkan paling awal hari ini.',
    action: 'Perbaiki tanggal mulainya.',
  },
  ownAppointment: {
    message: 'Anda tidak dapat menunjuk diri sendiri.',
    action: 'Minta admin lain menetapkannya.',
  },
  wrongScope: {
    message: 'Cakupan ini bukan untuk tugas itu, atau tidak ada di instansi Anda.',
    action: 'Pilih cakupan dari daftar.',
  },
  notDecider: {
    message: 'Ada yang tidak memutus usul dalam cakupan itu hari ini.',
    action: 'Pilih orang yang penunjukannya berlaku di sana.',
  },
  notOwnData: {
    message: 'Tugas ASN hanya atas datanya sendiri.',
    action: 'Pilih akun yang NIP-nya sama dengan ASN itu.',
  },
  pastDay: {
    message: 'Penunjukan berlaku paling awal hari ini.',
    action: 'Perbaiki tanggal mulainya.',
  },
  wrongDays: {
    message: 'Penunjukan berakhir sebelum mulai.',
    action: 'Perbaiki tanggal berakhirnya.',
  },
  alreadyAppointed: {
    message: 'Penunjukan yang sama masih berlaku bagi akun ini.',
    action: 'Akhiri yang lama lebih dahulu.',
  },
  closedAccount: {
    message: 'Akun ini ditutup, sehingga tidak dapat ditunjuk.',
    action: 'Buka akunnya lebih dahulu.',
  },
  sharedDevice: {
    message: 'PC ini juga dipakai akun di luar instansi Anda.',
    action: 'Minta pengelola server mencabutnya.',
  },
  ownDevice: {
    message: 'Ini PC yang sedang Anda pakai.',
    action: 'Cabut dari PC lain, atau minta admin lain.',
  },
  ownDecision: {
    message: 'Keputusan Anda sendiri diputus admin lain.',
    action: 'Minta admin lain melepas atau menolaknya.',
  },
  tooManyPeriods: {
    message: 'Periode instansi ini sudah terlalu banyak.',
    action: 'Ubah periode yang ada.',
  },
  nobodyWaits: {
    message: 'Tidak ada akun yang menunggu aktivasi di sana.',
    action: 'Pilih OPD lain, atau tambah akun lebih dahulu.',
  },
  tooManySlips: {
    message: 'Slipnya terlalu banyak untuk satu kali cetak; belum ada kode yang dibuat.',
    action: 'Pilih satu OPD.',
  },
  importsBusy: {
    message: 'Impor lain sedang berjalan di server.',
    action: 'Tunggu sampai selesai, lalu coba lagi.',
  },
  wrongPiece: {
    message: 'Bagian berkas ini tidak menyambung dengan yang sudah diterima.',
    action: 'Pilih berkasnya sekali lagi.',
  },
  notNow: {
    message: 'Ini belum dapat dilakukan pada impor ini sekarang.',
    action: 'Tunggu sampai langkah sebelumnya selesai, atau pilih berkasnya sekali lagi.',
  },
  noInstansi: {
    message: 'Tugas Anda tidak mencakup satu instansi.',
    action: 'Masuk sebagai admin instansi.',
  },
} as const satisfies Record<string, AdminRefusal>;

/** What an admin asks for is not done. */
export function refuse(refusal: AdminRefusal): Result<never, ApiError> {
  return fail(makeApiError('tidak_sah', refusal));
}

/** It is not there, or it is elsewhere: both are told alike. */
export function notFound(): Result<never, ApiError> {
  return fail(makeApiError('tidak_ditemukan'));
}
