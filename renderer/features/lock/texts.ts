/** Words of the lock screen. */
export const lockText = {
  title: 'Meja terkunci',
  account: (name: string, office: string) => (office === '' ? name : `${name} · ${office}`),
  waiting: (count: number) =>
    `${count} keputusan belum terkirim; aman di PC ini, juga bila pengguna berganti, dan terkirim paling lambat setelah kunci dibuka.`,
  unlock: 'Buka kunci',
  unlocking: 'Memeriksa…',
  switchUser: 'Ganti pengguna',
  switchAnyway: 'Tetap ganti pengguna',
  switchOffline: {
    message: 'Masuk lagi memerlukan jaringan.',
    action: 'Buka kunci saja, atau tekan sekali lagi untuk tetap mengganti pengguna.',
  },
  offline: 'Kunci dapat dibuka tanpa jaringan.',
} as const;
