import type { KeyAction } from '#renderer/ui/keys/key-action.ts';

/** Screens that have help of their own. */
export type HelpTopic = 'inbox' | 'case' | 'outbox' | 'conflicts' | 'settings';

/** What a person wants to know about a screen. */
export interface HelpPage {
  readonly title: string;
  /** What the screen is for, in one or two sentences. */
  readonly purpose: string;
  /** The things one does here, in their order. */
  readonly steps: readonly string[];
  readonly keys: readonly KeyAction[];
  /** What may go wrong, and the one thing to do. */
  readonly troubles: readonly { readonly problem: string; readonly remedy: string }[];
}

/** Words of the help panel around its content. */
export const helpText = {
  label: (title: string) => `Bantuan: ${title}`,
  steps: 'Yang dikerjakan di sini',
  keys: 'Tombol utama',
  allKeys: 'Semua tombol',
  troubles: 'Bila ada kendala',
  close: 'Tutup bantuan',
  closeHint: 'Tutup (Esc)',
} as const;

/** Help by screen. */
export const helpPages: Readonly<Record<HelpTopic, HelpPage>> = {
  inbox: {
    title: 'Kotak Masuk',
    purpose:
      'Semua usul unit Anda yang menunggu diperiksa, yang paling mendesak di atas. Semuanya sudah ada di PC ini, juga tanpa jaringan.',
    steps: [
      'Lihat baris ringkasan: berapa yang lewat tenggat dan berapa yang menunggu.',
      'Saring atau cari bila perlu, misalnya satu jenis riwayat atau satu ASN.',
      'Pilih usul dengan tombol panah, lalu buka dengan Enter.',
    ],
    keys: ['listUp', 'listDown', 'listOpen', 'openSearch'],
    troubles: [
      {
        problem: 'Usul yang dicari tidak tampak.',
        remedy: 'Hapus saringan; usul mungkin sudah diputuskan atau dipindahkan.',
      },
      {
        problem: 'Dokumen belum ada di PC ini.',
        remedy:
          'Kerjakan usul lain dahulu; dokumen diambil dengan sendirinya, yang mendesak lebih dahulu.',
      },
      {
        problem: 'Baris status menampilkan "Luring".',
        remedy: 'Teruskan pekerjaan; keputusan tersimpan dan dikirim saat jaringan kembali.',
      },
    ],
  },
  case: {
    title: 'Meja Periksa',
    purpose:
      'Data yang diusulkan di kiri, dokumen bukti di kanan. Bandingkan isian demi isian, lalu putuskan.',
    steps: [
      'Lihat tanda di tiap isian: "Ditemukan" berarti nilainya tertulis di dokumen, "Mirip" berarti tertulis lain atau belum pasti. Letaknya disorot di dokumen; penilaian tetap pada Anda.',
      'Nilai setiap isian: sesuai, tidak sesuai, atau tidak terbaca. Bila semuanya cocok, cukup sekali A.',
      'Periksa keputusan yang disarankan atau pilih sendiri; beri alasan bila usul tidak diteruskan.',
      'Tekan Enter untuk menyimpan; usul berikutnya terbuka dengan sendirinya.',
    ],
    keys: [
      'fieldDown',
      'judgeMatch',
      'judgeDiffer',
      'judgeUnreadable',
      'judgeAll',
      'judgeFound',
      'nextToLookAt',
      'correctPlace',
      'chooseForward',
      'chooseReturn',
      'advance',
      'undoStep',
      'undoDecision',
      'rotate',
      'recognisedText',
    ],
    troubles: [
      {
        problem: 'Keputusan belum dapat disimpan.',
        remedy: 'Baca baris di bawah keputusan: di sana tertulis apa yang masih kurang.',
      },
      {
        problem: 'Isian bertanda "Periksa".',
        remedy:
          'Nilainya tidak ditemukan dengan sendirinya. Itu tidak berarti salah: lihat dokumennya.',
      },
      {
        problem: 'Yang disorot bukan nilai isian itu.',
        remedy:
          'Tekan F2, lalu tarik kotak di sekitar nilainya, atau pilih katanya dengan tombol panah dan tekan Enter.',
      },
      {
        problem: 'Dokumen rusak atau tidak terbaca.',
        remedy: 'Nilai isian "Tidak terbaca", lalu kembalikan dengan P agar ASN mengunggah ulang.',
      },
      {
        problem: 'Keputusan yang keliru sudah disimpan.',
        remedy:
          'Tekan Z untuk menariknya kembali selama belum dikirim. Sesudah dikirim, hubungi BKPSDM.',
      },
    ],
  },
  outbox: {
    title: 'Antrean Kirim',
    purpose:
      'Semua keputusan yang Anda buat di PC ini dan sampai di mana masing-masing. Tidak ada yang hilang, juga bila PC dimatikan.',
    steps: [
      'Lihat lebih dahulu yang ditolak server: di sana tertulis sebabnya.',
      'Pilih "Putuskan ulang" untuk memperbaiki, atau "Lepaskan" bila tidak perlu lagi.',
      'Yang belum dikirim masih dapat ditarik kembali.',
    ],
    keys: ['undoDecision', 'showConflicts'],
    troubles: [
      {
        problem: 'Keputusan lama menunggu.',
        remedy:
          'Periksa jaringan, lalu pilih "Coba sekarang" di baris status. Keputusan tetap aman.',
      },
      {
        problem: 'Server menolak keputusan.',
        remedy: 'Baca sebabnya, buka usulnya, dan putuskan menurut keadaannya yang sekarang.',
      },
      {
        problem: 'Sesi berakhir.',
        remedy: 'Pilih "Masuk kembali" di atas; setelah itu keputusan terkirim dengan sendirinya.',
      },
    ],
  },
  conflicts: {
    title: 'Perlu Diperiksa Lagi',
    purpose:
      'Keputusan Anda yang dikembalikan server karena usulnya sudah berubah. Tidak ada yang hilang: semua yang Anda ketik masih ada.',
    steps: [
      'Bandingkan keputusan Anda dengan keadaan usul sekarang.',
      'Lihat isian yang berubah: nilai saat Anda memutuskan di kiri, nilai sekarang di kanan.',
      'Periksa lagi usulnya, atau lepaskan keputusan bila tidak perlu lagi.',
    ],
    keys: ['nextConflict', 'redoDecision', 'letGoOfDecision', 'leaveConflicts'],
    troubles: [
      {
        problem: 'Usul tidak dapat diperiksa lagi.',
        remedy: 'Sebabnya tertulis di samping tombol. Lepaskan keputusan; catatannya tetap ada.',
      },
      {
        problem: 'Perubahan tidak dapat ditampilkan.',
        remedy: 'Periksa jaringan; isi usul yang baru diambil dengan sendirinya.',
      },
    ],
  },
  settings: {
    title: 'Pengaturan',
    purpose:
      'Menyesuaikan tampilan dan cara kerja dengan mata dan tangan Anda. Berlaku untuk akun Anda di PC ini saja.',
    steps: [
      'Pilih tema dan ukuran teks yang nyaman dibaca seharian.',
      'Pilih kerapatan: lapang memberi jarak lebih besar, rapat memuat lebih banyak.',
      'Tidak perlu menyimpan: setiap pilihan langsung berlaku.',
    ],
    keys: ['openSettings', 'lock'],
    troubles: [
      {
        problem: 'Susunan meja tidak seperti biasa.',
        remedy: 'Pilih "Kembalikan tata letak".',
      },
      {
        problem: 'Meja terlalu cepat terkunci.',
        remedy:
          'Pilih waktu yang lebih lama; batas terlama ditentukan BKPSDM dan tertulis di sana.',
      },
    ],
  },
};
