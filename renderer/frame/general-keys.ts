import { bind, ctrl, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** What works on every screen; the desk around the screens does it. */
export const generalKeys = keyGroup({
  scope: 'umum',
  title: 'Di mana saja',
  keys: [
    bind('help', ['?'], '?', 'Daftar tombol ini'),
    bind('screenHelp', ['F1'], 'F1', 'Bantuan layar ini', { everywhere: true }),
    bind('lock', ['F9'], 'F9', 'Kunci meja', { everywhere: true, overModal: true }),
    bind('openSettings', [ctrl(',')], 'Ctrl+,', 'Pengaturan', { whileTyping: true }),
    bind('showOutbox', ['F8'], 'F8', 'Antrean Kirim'),
    bind('turnGuide', ['F4'], 'F4', 'Panduan: lanjut, selama panduan tampil'),
    bind('undoDecision', ['z'], 'Z', 'Tarik kembali keputusan terakhir'),
    bind('showMessages', [ctrl('b')], 'Ctrl+B', 'Pesan baru berikutnya', { whileTyping: true }),
    bind('showConflicts', ['u'], 'U', 'Keputusan yang perlu diperiksa lagi'),
  ],
});
