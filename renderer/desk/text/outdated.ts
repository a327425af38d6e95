import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the page before a desk that a newer version of the application wrote. */
export const outdatedText = {
  title: 'Versi aplikasi ini terlalu lama',
  why: 'Data di PC ini ditulis oleh versi yang lebih baru, jadi tidak dibuka agar tetap utuh. Pasang versi terbaru, atau hubungi admin BKPSDM.',
  waiting: (count: number) => `${formatCount(count)} keputusan belum terkirim.`,
  send: 'Kirim keputusan',
  accepted: (count: number) => `${formatCount(count)} keputusan diterima server.`,
  refused: (count: number) =>
    `${formatCount(count)} ditolak server; alasannya tampil di versi terbaru.`,
  unreadable: (count: number) =>
    `${formatCount(count)} tidak dapat dibaca versi ini; dikirim oleh versi terbaru.`,
  foot: 'Mengirim tidak mengubah data di PC ini.',
} as const;
