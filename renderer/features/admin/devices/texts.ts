import type { ManagedDevice } from '#shared/contract/admin/devices.ts';

/** Words of the PCs. */
export const devicesText = {
  title: 'PC',
  summary: 'PC yang dipakai atau diminta akun instansi ini.',
  list: 'Daftar PC',
  search: { label: 'Cari nama PC, nama orang, atau NIP', hint: 'Cari PC atau orang ( / )' },
  state: 'Keadaan',
  states: {
    menunggu: 'Menunggu',
    berlaku: 'Terdaftar',
    ditolak: 'Ditolak',
    dicabut: 'Dicabut',
  } satisfies Record<ManagedDevice['state'], string>,
  columns: { device: 'PC', person: 'Akun', state: 'Keadaan', seen: 'Terakhir terlihat' },
  empty: {
    title: 'Belum ada PC',
    action: 'PC muncul di sini setelah seseorang masuk dari sana.',
  },
  id: 'ID PC',
  asked: 'Diminta',
  version: 'Versi aplikasi',
  username: 'Nama pengguna',
  approve: 'Setujui',
  refuse: 'Tolak',
  revoke: 'Cabut PC',
  revokeTitle: 'Cabut PC ini?',
  revokeBody: (name: string) =>
    `${name} tidak dapat dipakai lagi oleh siapa pun. Keputusan yang belum terkirim diserahkan PC itu dan menunggu di Serahan; datanya di sana dihapus.`,
  ruled: {
    setujui: (name: string) => `${name} disetujui.`,
    tolak: (name: string) => `${name} ditolak.`,
    cabut: (name: string) => `${name} dicabut.`,
  },
} as const;
