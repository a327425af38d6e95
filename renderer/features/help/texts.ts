/** Words of the help panel around its content. */
export const helpText = {
  label: (title: string) => `Bantuan: ${title}`,
  steps: 'Yang dikerjakan di sini',
  keys: 'Tombol utama',
  allKeys: 'Semua tombol',
  troubles: 'Bila ada kendala',
  close: 'Tutup bantuan',
  closeHint: 'Tutup (Esc)',
} as const;
