import { bind, ctrl, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** What works on the tickets of the helpdesk. */
export const ticketKeys = keyGroup({
  scope: 'tiket',
  title: 'Tiket',
  keys: [
    bind('previousTicket', ['ArrowUp'], '↑', 'Tiket sebelumnya', { repeats: true }),
    bind('nextTicket', ['ArrowDown'], '↓', 'Tiket berikutnya', { repeats: true }),
    bind('takeOn', ['t'], 'T', 'Tangani tiket, atau lepas'),
    bind('finish', ['s'], 'S', 'Selesai, atau buka lagi'),
    bind('writeReply', ['n'], 'N', 'Tulis balasan'),
    bind('sendReply', [ctrl('Enter')], 'Ctrl+Enter', 'Kirim balasan', { whileTyping: true }),
    bind('newTicket', ['b'], 'B', 'Buat tiket bagi orang lain'),
    bind('issueCode', ['k'], 'K', 'Kode sekali pakai'),
    bind('reload', ['r'], 'R', 'Ambil ulang dari server'),
  ],
});
/** What works while something is reported. */
export const reportKeys = keyGroup({
  scope: 'lapor',
  title: 'Lapor ke helpdesk',
  keys: [
    bind('sendReport', [ctrl('Enter')], 'Ctrl+Enter', 'Kirim laporan', { whileTyping: true }),
    bind('leaveReport', ['Escape'], 'Esc', 'Kembali'),
  ],
});
