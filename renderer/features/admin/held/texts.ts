import type { HeldDecision } from '#shared/contract/admin/handovers.ts';

/** Words of what arrived late. */
export const heldText = {
  title: 'Serahan',
  summary:
    'Keputusan yang tiba setelah PC, akun, atau penunjukannya berakhir. BKPSDM melepas atau menolaknya.',
  list: 'Keputusan yang tertahan',
  columns: {
    person: 'Diputus oleh',
    usul: 'Usul',
    outcome: 'Keputusan',
    received: 'Tiba',
    doubts: 'Yang memberatkan',
  },
  noUsul: 'Usul tidak ditemukan',
  noDoubts: 'Tidak ada',
  doubtCount: (count: number) => `${count} hal`,
  doubts: {
    dibuat_setelah_akhir: 'Dibuat setelah aksesnya berakhir.',
    waktu_tidak_cocok: 'Waktunya tidak cocok dengan nomornya.',
    versi_tak_pernah_dikirim: 'Menilai keadaan usul yang tidak pernah dikirim ke PC itu.',
    jam_di_depan: 'Jam PC itu di depan jam server.',
  } satisfies Record<HeldDecision['doubts'][number], string>,
  empty: { title: 'Tidak ada yang tertahan', action: 'Tidak ada yang perlu dilakukan di sini.' },
  more: (count: number) => `Masih ada ${count} lagi; tampil setelah yang ini diputus.`,
  device: 'PC',
  made: 'Dibuat (menurut PC)',
  ended: 'Akses berakhir',
  note: 'Catatan',
  id: 'ID',
  release: 'Lepas',
  refuse: 'Tolak',
  refuseTitle: 'Tolak keputusan ini?',
  refuseBody:
    'Keputusan ini tidak berlaku; usul tetap seperti sekarang. Ini tidak dapat dibatalkan.',
  released: 'Keputusan dilepas dan diterima server.',
  releasedRefused: (message: string) => `Keputusan dilepas, tetapi ditolak server. ${message}`,
  refused: 'Keputusan ditolak.',
} as const;
