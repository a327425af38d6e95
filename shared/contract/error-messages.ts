import type { ApiError, ApiErrorKind } from '#shared/contract/api-error.ts';

/** HTTP status, sentence and what to do of every kind of error. */
const catalogue: Readonly<
  Record<
    ApiErrorKind,
    { readonly status: number; readonly message: string; readonly action: string }
  >
> = {
  tidak_sah: {
    status: 400,
    message: 'Data yang dikirim tidak sah.',
    action: 'Perbaiki isian, lalu kirim lagi.',
  },
  belum_masuk: {
    status: 401,
    message: 'Sesi Anda sudah berakhir.',
    action: 'Masuk lagi dengan kata sandi Anda.',
  },
  sandi_salah: {
    status: 401,
    message: 'Nama pengguna atau kata sandi salah.',
    action: 'Periksa keduanya, lalu coba lagi.',
  },
  terlalu_sering: {
    status: 429,
    message: 'Terlalu banyak percobaan.',
    action: 'Tunggu beberapa menit, lalu coba lagi.',
  },
  tidak_berwenang: {
    status: 403,
    message: 'Anda tidak berwenang melakukan ini.',
    action: 'Hubungi admin BKPSDM bila seharusnya berwenang.',
  },
  tidak_ditemukan: {
    status: 404,
    message: 'Yang diminta tidak ditemukan.',
    action: 'Perbarui daftar, lalu coba lagi.',
  },
  perlu_sinkron_ulang: {
    status: 410,
    message: 'Catatan sinkronisasi PC ini tidak dikenal lagi oleh server.',
    action: 'Aplikasi mengambil ulang semua usul; keputusan Anda tetap aman.',
  },
  usul_berubah: {
    status: 409,
    message: 'Usul ini sudah berubah sejak Anda menilainya.',
    action: 'Buka usul ini, lalu putuskan lagi atau lepaskan.',
  },
  keputusan_tidak_lengkap: {
    status: 422,
    message: 'Keputusan ini belum lengkap.',
    action: 'Buka usul ini, lengkapi penilaian, lalu putuskan lagi.',
  },
  id_bentrok: {
    status: 409,
    message: 'Nomor keputusan ini sudah dipakai untuk keputusan lain.',
    action: 'Putuskan usul ini sekali lagi.',
  },
  aplikasi_usang: {
    status: 426,
    message: 'Versi aplikasi ini tidak didukung lagi.',
    action: 'Kirim keputusan yang masih menunggu, lalu perbarui aplikasi.',
  },
  perangkat_dicabut: {
    status: 403,
    message: 'PC ini tidak boleh lagi dipakai untuk Meja Verifikator.',
    action: 'Hubungi admin BKPSDM.',
  },
  tanpa_penunjukan: {
    status: 403,
    message: 'Akun Anda belum memiliki penunjukan yang berlaku.',
    action: 'Minta admin BKPSDM menetapkan penunjukan Anda, lalu masuk lagi.',
  },
  penunjukan_berakhir: {
    status: 403,
    message: 'Penunjukan Anda untuk tugas ini tidak berlaku lagi.',
    action: 'Masuk lagi untuk tugas Anda yang lain, atau hubungi admin BKPSDM.',
  },
  rentang_tidak_sah: {
    status: 416,
    message: 'Bagian dokumen yang diminta tidak ada.',
    action: 'Ambil dokumen itu dari awal.',
  },
  terlalu_besar: {
    status: 413,
    message: 'Data yang dikirim terlalu besar.',
    action: 'Kirim dalam beberapa bagian yang lebih kecil.',
  },
  gangguan_server: {
    status: 500,
    message: 'Server sedang mengalami gangguan.',
    action: 'Coba lagi nanti; pekerjaan Anda tersimpan di PC ini.',
  },
  ditugaskan_kepada_lain: {
    status: 409,
    message: 'Usul ini ditugaskan kepada orang lain.',
    action: 'Ambil alih usul ini, atau lepaskan keputusan Anda.',
  },
  // An application that knows none of these four shows the sentences: they say what it lacks.
  kode_diperlukan: {
    status: 401,
    message: 'Akun ini dilindungi kode verifikasi.',
    action:
      'Ketik kode dari aplikasi autentikator. Bila kolomnya tidak ada, perbarui aplikasi ini.',
  },
  kode_salah: {
    status: 401,
    message: 'Kode verifikasi salah, sudah dipakai, atau lewat waktu.',
    action: 'Tunggu kode berikutnya di aplikasi autentikator, atau pakai satu kode cadangan.',
  },
  faktor_wajib: {
    status: 403,
    message: 'Tugas Anda wajib memakai kode verifikasi.',
    action: 'Pasang kode verifikasi lebih dahulu. Bila tidak ditawarkan, perbarui aplikasi ini.',
  },
  sandi_baru_diperlukan: {
    status: 403,
    message: 'Kata sandi ini dibuatkan orang lain, sehingga harus diganti sebelum masuk.',
    action: 'Pilih kata sandi baru. Bila kolomnya tidak ada, perbarui aplikasi ini.',
  },
};

/** Sentences that say more than the catalogue's, where more is known. */
export const specificMessages = {
  notHttp: 'Permintaan ini tidak dapat dibaca.',
  notJson: 'Isi permintaan bukan JSON yang sah.',
  brokenText: 'Ada huruf yang tidak dapat disimpan dalam teks.',
  unknownKind: 'Server ini belum mengenal jenis tindakan ini.',
  unknownKindAction: 'Hubungi admin BKPSDM agar server diperbarui.',
  undecidable: 'Keputusan ini tidak mungkin untuk keadaan usul sekarang.',
  resubmissionAction: 'Perbaiki isian atau dokumennya, lalu ajukan lagi.',
  periodClosed: 'Masa pengajuan untuk usul ini sudah ditutup.',
  periodClosedAction: 'Tanyakan kepada BKPSDM kapan masa pengajuan berikutnya dibuka.',
  notNow: 'Usul ini tidak dapat diajukan ulang atau ditarik dalam keadaannya sekarang.',
  ownUsul: 'Usul ini milik Anda sendiri.',
  ownUsulAction: 'Lepaskan keputusan ini; usul diputuskan petugas lain dengan wewenang yang sama.',
  decidedEarlier: 'Anda sudah memutus usul ini pada tahap sebelumnya.',
  decidedEarlierAction: 'Lepaskan keputusan ini; tahap ini diputuskan pejabat lain.',
  replacedsUsul: 'Usul ini milik pegawai yang Anda gantikan.',
  replacedDecidedEarlier:
    'Pejabat yang Anda gantikan sudah memutus usul ini pada tahap sebelumnya.',
  assignedToOther: (name: string) => `Usul ini sekarang ditugaskan kepada ${name}.`,
  heldByOther: (name: string) => `Pertanyaan ini sedang ditangani ${name}.`,
  heldByOtherAction: 'Tunggu jawabannya, atau minta yang bersangkutan melepasnya.',
  threadClosed: 'Percakapan ini sudah ditutup.',
  threadClosedAction: 'Untuk bertanya lagi, pilih Koordinasi pada usul ini.',
  threadFull: 'Percakapan ini sudah terlalu panjang.',
  threadFullAction: 'Jawab pertanyaannya, atau lanjutkan lewat telepon.',
  ticketFullAction: 'Selesaikan tiket ini, lalu buka tiket baru bila perlu.',
  ticketChanged: 'Tiket ini sudah berubah sejak Anda membukanya.',
  ticketChangedAction: 'Lihat isinya yang sekarang, lalu coba lagi.',
  notForHelpdesk: 'Kode sekali pakai tidak diterbitkan untuk akun ini.',
  notForHelpdeskAction: 'Minta admin instansi mengatur ulang kata sandinya.',
  waitsForRuling: 'Keputusan ini tiba setelah PC atau akun ini dicabut; menunggu keputusan BKPSDM.',
  waitsForRulingOfAppointment:
    'Keputusan ini tiba setelah penunjukan Anda berakhir; menunggu keputusan BKPSDM.',
  waitsForRulingAction: 'Hubungi admin BKPSDM; keputusan ini disimpan di sana.',
  ruledOut: 'Keputusan ini tiba setelah PC atau akun ini dicabut, dan ditolak BKPSDM.',
  ruledOutOfAppointment: 'Keputusan ini tiba setelah penunjukan Anda berakhir, dan ditolak BKPSDM.',
  device: {
    menunggu: {
      message: 'PC ini belum disetujui untuk akun Anda.',
      action: 'Minta admin BKPSDM menyetujuinya, lalu masuk lagi.',
    },
    ditolak: {
      message: 'Admin BKPSDM menolak PC ini untuk akun Anda.',
      action: 'Pakai PC Anda yang lain, atau hubungi admin BKPSDM.',
    },
    pc_lain: {
      message: 'PC ini terdaftar dengan kunci lain.',
      action: 'Hubungi admin BKPSDM.',
    },
    perlu_kunci: {
      message: 'Versi aplikasi ini tidak dapat dipakai lagi untuk masuk di PC ini.',
      action: 'Perbarui aplikasi, lalu masuk lagi.',
    },
  },
  damagedDocument: 'Dokumen ini rusak di server.',
  damagedDocumentAction: 'Hubungi admin BKPSDM agar dokumen dipulihkan.',
  mergedInto: (username: string) => ({
    message: `Akun ini telah digabungkan ke akun ${username}.`,
    action: 'Masuklah dengan akun itu.',
  }),
  activation: {
    message: 'Nama pengguna atau kode aktivasi salah, atau kodenya sudah dipakai atau lewat waktu.',
    action: 'Periksa slip Anda. Bila tetap gagal, minta slip baru kepada admin BKPSDM.',
  },
  oldPassword: {
    message: 'Kata sandi lama salah.',
    action: 'Ketik kata sandi yang Anda pakai sekarang.',
  },
  samePassword: {
    message: 'Kata sandi baru sama dengan yang lama.',
    action: 'Pilih kata sandi lain.',
  },
  chooseOther: 'Pilih kata sandi lain.',
  wrongPassword: {
    message: 'Kata sandi salah.',
    action: 'Ketik kata sandi yang Anda pakai sekarang.',
  },
  factorAsked: {
    message: 'Tugas Anda wajib memakai kode verifikasi.',
    action: 'Bila berganti ponsel, pilih Ganti ponsel.',
  },
  busy: 'Server sedang sibuk.',
  busyAction: 'Tunggu sebentar; aplikasi mencoba lagi dengan sendirinya.',
  encoded: 'Isi permintaan tidak boleh dimampatkan.',
  unknownRoute: 'Alamat ini tidak ada di server.',
  unknownRouteAction: 'Periksa alamat server atau perbarui aplikasi.',
} as const;

/** The error of a kind; `own` replaces the sentence or what to do. */
export function makeApiError(
  kind: ApiErrorKind,
  own: { readonly message?: string; readonly action?: string } = {},
): ApiError {
  const { message, action } = catalogue[kind];
  return { kind, message: own.message ?? message, action: own.action ?? action };
}

/** HTTP status that an error of this kind is answered with. */
export function httpStatusOf(kind: ApiErrorKind): number {
  return catalogue[kind].status;
}
