import { bind, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** What works on every screen that is a list: the search over it and the table. */
export const listKeys = keyGroup({
  scope: 'inbox',
  title: 'Kotak Masuk',
  keys: [
    bind('openSearch', ['/'], '/', 'Cari nama atau NIP'),
    bind('listUp', ['ArrowUp'], '↑', 'Usul sebelumnya', { repeats: true }),
    bind('listDown', ['ArrowDown'], '↓', 'Usul berikutnya', { repeats: true }),
    bind('listPageUp', ['PageUp'], 'PgUp', 'Satu layar ke atas', { repeats: true }),
    bind('listPageDown', ['PageDown'], 'PgDn', 'Satu layar ke bawah', { repeats: true }),
    bind('listHome', ['Home'], 'Home', 'Usul pertama'),
    bind('listEnd', ['End'], 'End', 'Usul terakhir'),
    bind('listOpen', ['Enter'], 'Enter', 'Buka usul'),
  ],
});
