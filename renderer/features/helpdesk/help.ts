import { reportKeys, ticketKeys } from '#renderer/features/helpdesk/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

/** Help for the tickets. */
export const ticketHelp: HelpPage = {
  purpose: 'Laporan yang masuk ke helpdesk, beserta percakapan dan langkah penanganannya.',
  steps: [
    'Buka tiket yang belum ada petugasnya, lalu tangani.',
    'Ikuti langkah penanganan dan balas pelapor; jawaban pertama dihitung waktunya.',
    'Kirim dengan "tunggu pelapor" bila Anda memerlukan keterangannya.',
    'Tandai selesai. Pelapor dapat membukanya lagi.',
  ],
  keys: [
    ...keysOf(
      ticketKeys,
      'previousTicket',
      'nextTicket',
      'takeOn',
      'writeReply',
      'sendReply',
      'finish',
      'newTicket',
      'issueCode',
    ),
    ...keysOf(generalKeys, 'lock'),
  ],
  troubles: [
    {
      problem: 'Daftar tidak tampil.',
      remedy: 'Layar ini memerlukan jaringan: periksa sambungan, lalu pilih Ambil ulang.',
    },
    {
      problem: 'Kode sekali pakai ditolak.',
      remedy:
        'Untuk penyetuju, validator, admin, dan petugas helpdesk, kata sandi diatur ulang oleh admin.',
    },
  ],
};

/** Help for reporting. */
export const reportHelp: HelpPage = {
  purpose: 'Melaporkan kendala atau masukan ke helpdesk BKPSDM, juga tanpa jaringan.',
  steps: ['Pilih perihalnya.', 'Uraikan apa yang terjadi, lalu kirim.'],
  keys: [...keysOf(reportKeys, 'sendReport', 'leaveReport'), ...keysOf(generalKeys, 'lock')],
  troubles: [
    {
      problem: 'Laporan saya tidak tampil.',
      remedy: 'Daftar laporan memerlukan jaringan; laporan yang ditulis tetap tersimpan.',
    },
  ],
};
