/** What is said at the command line about acts in the name of ASN. */
export const employeeActSentences = {
  usul: 'ID_USUL',
  withdrawSummary: 'Menarik usul atas nama ASN (--note)',
  resubmitSummary: 'Mengajukan ulang usul yang dikembalikan, atas nama ASN (--values, --note)',
  note: 'CATATAN',
  noteSummary: 'keterangan yang tercatat dalam riwayat usul',
  values: 'BERKAS.json',
  valuesSummary: 'isian yang diperbaiki, misalnya {"skNomor": "12/TK/2026"}',
  noUsul: (id: string) => `Usul ${id} tidak ada. Tidak ada yang diubah.`,
  unreadable: (file: string) =>
    `Berkas ${file} tidak dapat dibaca sebagai isian. Tuliskan {"nama isian": "nilai"}. Tidak ada yang diubah.`,
  refused: (why: string) => `${why} Tidak ada yang diubah.`,
  withdrawn: (id: string) => `Usul ${id} ditarik.`,
  resubmitted: (id: string, revision: number) =>
    `Usul ${id} diajukan ulang (pengajuan ke-${revision}).`,
} as const;
