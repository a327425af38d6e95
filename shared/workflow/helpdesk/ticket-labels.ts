import type { TicketChannel, TicketKind, TicketState } from '#shared/workflow/helpdesk/ticket.ts';

/** A kind of ticket for people: its name, when it is the right one, and what an officer does about it, step by step. */
export interface TicketKindText {
  readonly label: string;
  readonly hint: string;
  readonly steps: readonly string[];
}

/** The kinds of ticket for people. */
export const ticketKindTexts: Readonly<Record<TicketKind, TicketKindText>> = {
  akun: {
    label: 'Akun dan kata sandi',
    hint: 'Tidak dapat masuk, lupa kata sandi',
    steps: [
      'Pastikan orangnya: cocokkan NIP, nama, dan tanggal lahir dengan data pegawai.',
      'Periksa apakah akunnya aktif dan penunjukannya masih berlaku.',
      'Terbitkan kode sekali pakai, lalu minta pelapor masuk dan membuat kata sandi baru.',
      'Pastikan pelapor sudah dapat masuk.',
    ],
  },
  otp: {
    label: 'Kode OTP',
    hint: 'Kode tidak diterima atau selalu salah',
    steps: [
      'Minta pelapor mencocokkan jam ponsel dengan jam jaringan.',
      'Tanyakan apakah ponselnya baru diganti.',
      'Untuk ASN Digital: ajukan pengaturan ulang MFA melalui admin instansi.',
      'Pastikan pelapor sudah dapat masuk.',
    ],
  },
  email: {
    label: 'E-mail tidak aktif',
    hint: 'Alamat e-mail lama, salah, atau hilang',
    steps: [
      'Pastikan orangnya: cocokkan NIP, nama, dan tanggal lahir.',
      'Minta surat pernyataan e-mail baru dari unit kerja.',
      'Perbarui alamat e-mail pada data utama.',
      'Kirim pesan percobaan dan pastikan diterima.',
    ],
  },
  nip: {
    label: 'NIP belum ada',
    hint: 'Pegawai belum tercatat di aplikasi',
    steps: [
      'Periksa NIP di SIASN.',
      'Minta SK pengangkatan dan unit kerjanya.',
      'Minta admin mengimpor pegawai tersebut.',
      'Pastikan pegawai sudah muncul.',
    ],
  },
  aktivasi: {
    label: 'Aktivasi akun',
    hint: 'Kode aktivasi hilang atau kedaluwarsa',
    steps: [
      'Pastikan orangnya: cocokkan NIP, nama, dan unit kerja.',
      'Minta admin menerbitkan slip aktivasi baru.',
      'Pastikan pelapor sudah mengaktifkan akunnya.',
    ],
  },
  data: {
    label: 'Data pegawai',
    hint: 'Riwayat atau data utama keliru',
    steps: [
      'Catat riwayat dan isian yang keliru.',
      'Tunjukkan cara mengajukan usul perbaikan beserta dokumennya.',
      'Bila usul tertahan, hubungi verifikator OPD.',
    ],
  },
  dokumen: {
    label: 'Dokumen',
    hint: 'Tidak dapat diunggah, dibuka, atau terbaca',
    steps: [
      'Periksa jenis berkas (PDF) dan ukurannya (paling besar 1 MB).',
      'Minta dipindai ulang bila tidak terbaca.',
      'Pastikan dokumen sudah dapat dibuka.',
    ],
  },
  aplikasi: {
    label: 'Aplikasi',
    hint: 'Galat, lambat, atau tidak tersambung',
    steps: [
      'Baca keterangan teknis yang terlampir: versi, sambungan, antrean.',
      'Minta pelapor memuat ulang aplikasi; pekerjaannya tetap tersimpan.',
      'Bila versi usang, minta pelapor memperbarui aplikasi.',
      'Teruskan ke pengelola aplikasi bila tetap terjadi.',
    ],
  },
  masukan: {
    label: 'Masukan',
    hint: 'Saran dan permintaan',
    steps: ['Ucapkan terima kasih.', 'Teruskan ke pengelola aplikasi.'],
  },
};

/** Where a ticket stands, for people. */
export const ticketStateLabels: Readonly<Record<TicketState, string>> = {
  baru: 'Baru',
  diproses: 'Diproses',
  menunggu: 'Menunggu pelapor',
  selesai: 'Selesai',
};

/** How somebody came to the helpdesk, for people. */
export const ticketChannelLabels: Readonly<Record<TicketChannel, string>> = {
  aplikasi: 'Aplikasi',
  loket: 'Loket',
  telepon: 'Telepon',
  surat: 'Surat atau e-mail',
};
