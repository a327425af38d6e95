/** What is said about the policy of corrections at the command line. */
export const correctionSentences = {
  instansi: 'INSTANSI',
  showSummary: 'Menampilkan jenis riwayat yang boleh dikoreksi verifikator satu instansi',
  setSummary: 'Mengizinkan atau melarang koreksi satu jenis riwayat (--type, --allow, --from)',
  type: 'JENIS',
  typeSummary: 'jenis riwayat, misalnya golongan',
  allow: 'ya|tidak',
  allowSummary: 'boleh dikoreksi atau tidak',
  from: 'TANGGAL',
  fromSummary: 'berlaku mulai tanggal ini (yyyy-mm-dd); bila tidak disebut, hari ini',
  nothing: 'Belum ada kebijakan: semua jenis riwayat boleh dikoreksi.',
  line: (from: string, label: string, allowed: boolean) =>
    `${from}  ${label}: ${allowed ? 'boleh dikoreksi' : 'tidak boleh dikoreksi'}`,
  kept: (label: string, allowed: boolean, from: string) =>
    `${label} ${allowed ? 'boleh' : 'tidak boleh'} dikoreksi mulai ${from}. Keputusan sebelum tanggal itu tidak berubah.`,
  unknown: (instansi: string) => `Instansi ${instansi} tidak ada.`,
  wrong: (what: string) => `Nilai --${what} tidak dikenal. Tidak ada yang diubah.`,
} as const;
