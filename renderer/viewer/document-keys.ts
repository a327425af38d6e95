import { bind, ctrl, keyGroup, type ActionOf } from '#renderer/ui/keys/key-group.ts';

/** What works on the documents beside whatever else is on the screen. */
export const documentKeys = keyGroup({
  scope: 'dokumen',
  title: 'Dokumen',
  keys: [
    bind('scrollDown', ['PageDown', ' '], 'PgDn / Spasi', 'Gulir ke bawah', { repeats: true }),
    bind('scrollUp', ['PageUp'], 'PgUp', 'Gulir ke atas', { repeats: true }),
    bind('zoomIn', ['+', '='], '+', 'Perbesar', { repeats: true }),
    bind('zoomOut', ['-'], '-', 'Perkecil', { repeats: true }),
    bind('fitWidth', ['0'], '0', 'Sesuaikan lebar'),
    bind('rotate', ['r'], 'R', 'Putar'),
    bind('nextDocument', ['d'], 'D', 'Dokumen berikutnya'),
    bind('previousPage', [','], ',', 'Halaman sebelumnya', { repeats: true }),
    bind('nextPage', ['.'], '.', 'Halaman berikutnya', { repeats: true }),
    bind('fitPage', ['9'], '9', 'Tampilkan satu halaman utuh'),
    bind('magnify', ['l'], 'L', 'Kaca pembesar'),
    bind('thumbnails', ['h'], 'H', 'Gambar kecil halaman'),
    bind('recognisedText', ['/'], '/', 'Teks hasil baca halaman'),
    bind('sideBySide', ['j'], 'J', 'Dua dokumen berdampingan'),
    bind('fullDocument', ['f'], 'F', 'Dokumen layar penuh'),
    bind('findInDocument', [ctrl('f')], 'Ctrl+F', 'Cari dalam dokumen', { whileTyping: true }),
  ],
  gestures: [
    { shown: 'Shift+panah', label: 'Geser dokumen atau kaca pembesar' },
    { shown: 'Ctrl+roda', label: 'Perbesar atau perkecil' },
    { shown: 'Esc', label: 'Tutup kaca pembesar' },
  ],
});

/** What a key does to the documents. */
export type DocumentAction = ActionOf<typeof documentKeys>;
