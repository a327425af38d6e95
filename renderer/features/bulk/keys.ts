import { bind, ctrl, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** The lists of approval in bulk: those of usul to choose from, and those of a batch. */
export const bulkListKeys = keyGroup({
  scope: 'massal-daftar',
  title: 'Daftar Setujui Massal',
  keys: [
    bind('listUp', ['ArrowUp'], '↑', 'Usul sebelumnya; dengan Shift ikut dipilih', {
      repeats: true,
    }),
    bind('listDown', ['ArrowDown'], '↓', 'Usul berikutnya; dengan Shift ikut dipilih', {
      repeats: true,
    }),
    bind('listPageUp', ['PageUp'], 'PgUp', 'Satu layar ke atas', { repeats: true }),
    bind('listPageDown', ['PageDown'], 'PgDn', 'Satu layar ke bawah', { repeats: true }),
    bind('listHome', ['Home'], 'Home', 'Usul pertama'),
    bind('listEnd', ['End'], 'End', 'Usul terakhir'),
    bind('listOpen', [' ', 'Enter'], 'Spasi', 'Pilih atau lepas usul; buka usul sampel'),
  ],
});

/** What is done with all of it. */
export const bulkKeys = keyGroup({
  scope: 'massal',
  title: 'Setujui Massal',
  keys: [
    bind('selectAll', [ctrl('a')], 'Ctrl+A', 'Pilih atau lepas semua'),
    bind('proceed', [ctrl('Enter')], 'Ctrl+Enter', 'Lanjut: kirim pilihan, buka sampel, sahkan'),
  ],
});
