import { approverKeys } from '#renderer/features/inbox/keys.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import type { ByRole } from '#renderer/frame/role.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf, type KeyGroup } from '#renderer/ui/keys/key-group.ts';

/** Help for the inbox. */
export const inboxHelp: HelpPage = {
  purpose:
    'Semua usul unit Anda yang menunggu diperiksa, yang paling mendesak di atas. Semuanya sudah ada di PC ini, juga tanpa jaringan.',
  steps: [
    'Lihat baris ringkasan: berapa yang lewat tenggat dan berapa yang menunggu.',
    'Saring atau cari bila perlu, misalnya satu jenis riwayat atau satu ASN.',
    'Pilih usul dengan tombol panah, lalu buka dengan Enter.',
  ],
  keys: keysOf(listKeys, 'listUp', 'listDown', 'listOpen', 'openSearch'),
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
};

/** The same for those who decide after the verifikator. */
export const inboxHelpByRole: ByRole<{
  readonly help: HelpPage;
  readonly keys: readonly KeyGroup[];
}> = {
  approver: {
    keys: [listKeys, approverKeys],
    help: {
      ...inboxHelp,
      purpose:
        'Usul yang menunggu persetujuan BKPSDM, dan pertanyaan yang menunggu jawabannya; yang paling mendesak di atas. Dapat dikerjakan tanpa jaringan.',
      steps: [
        'Lihat baris ringkasan: berapa yang lewat tenggat dan berapa yang menunggu.',
        'Pilih usul dengan tombol panah, lalu buka dengan Enter.',
        'Pertanyaan verifikator dan validator ada pada "Perlu dijawab"; usulnya berlanjut setelah Anda menjawab.',
        'Yang tanpa temuan dapat disetujui bersama di "Setujui Massal" (B), sesuai saringan di sini.',
      ],
    },
  },
  validator: {
    help: {
      ...inboxHelp,
      purpose:
        'Usul yang menunggu validasi BKN, yang paling mendesak di atas. Dapat dikerjakan tanpa jaringan.',
      steps: [
        'Lihat baris ringkasan: berapa yang lewat tenggat dan berapa yang menunggu.',
        'Saring atau cari bila perlu, misalnya satu jenis riwayat atau satu ASN.',
        'Pilih usul dengan tombol panah, lalu buka dengan Enter. Yang Anda tanyakan ke BKPSDM ada pada "Koordinasi".',
      ],
    },
  },
};
