import { listKeys } from '#renderer/frame/list-keys.ts';
import { bind, keyGroup, relabelled } from '#renderer/ui/keys/key-group.ts';

/** What works in every list of the administration. */
export const adminListKeys = {
  ...relabelled(listKeys, {
    openSearch: 'Cari dalam daftar',
    listUp: 'Baris sebelumnya',
    listDown: 'Baris berikutnya',
    listHome: 'Baris pertama',
    listEnd: 'Baris terakhir',
    listOpen: 'Buka atau tutup rincian',
  }),
  scope: 'daftar-admin',
  title: 'Daftar administrasi',
};

/** What is done on a screen of the administration. */
export const adminKeys = keyGroup({
  scope: 'admin',
  title: 'Administrasi',
  keys: [
    bind('addNew', ['n'], 'N', 'Tambah yang baru'),
    bind('reload', ['r'], 'R', 'Ambil ulang dari server'),
  ],
});
