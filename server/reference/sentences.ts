/** What is said about reference data at the command line. */
export const referenceSentences = {
  set: 'HIMPUNAN',
  listSummary: 'Menampilkan versi data referensi yang berlaku dan yang akan berlaku',
  showSummary: 'Menampilkan butir satu himpunan yang berlaku, sebagai JSON',
  addSummary: 'Memasukkan versi baru satu himpunan data referensi (--file, --from)',
  file: { argument: 'BERKAS', summary: 'berkas JSON: daftar butir dengan id dan label' },
  from: {
    argument: 'TANGGAL',
    summary: 'berlaku mulai tanggal ini (yyyy-mm-dd); bila tidak disebut, hari ini',
  },
  shipped: (set: string, count: number) => `${set}: versi 1 (bawaan aplikasi), ${count} butir`,
  version: (set: string, version: number, from: string, count: number) =>
    `${set}: versi ${version}, berlaku mulai ${from}, ${count} butir`,
  kept: (set: string, version: number, from: string, count: number) =>
    `${set} versi ${version} (${count} butir) berlaku mulai ${from}. PC menerimanya pada pertukaran data berikutnya; keputusan sebelumnya tidak berubah.`,
  unknown: (set: string) => `Himpunan ${set} tidak dikenal. Lihat "reference list".`,
  wrongDate: 'Tanggal --from tidak dikenal; tulis yyyy-mm-dd. Tidak ada yang disimpan.',
  past: (from: string) =>
    `Tanggal ${from} sudah lewat. Versi baru berlaku paling awal hari ini. Tidak ada yang disimpan.`,
  unreadable: (path: string) => `Berkas ${path} tidak dapat dibaca.`,
  tooLarge: (path: string) => `Berkas ${path} lebih dari 1 MB. Tidak ada yang disimpan.`,
  refused: (faults: readonly string[]) =>
    ['Berkas ditolak; tidak ada yang disimpan:', ...faults.map((one) => `- ${one}`)].join('\n'),
  noList: 'isinya bukan daftar JSON.',
  wrongCount: (count: number, most: number) =>
    `jumlah butir ${count}; paling sedikit 1, paling banyak ${most}.`,
  wrongFields: (row: number, fields: readonly string[]) =>
    `butir ke-${row}: isian ${fields.join(', ')} salah atau tidak ada.`,
  illegible: (row: number) => `butir ke-${row}: label memuat tanda yang tidak terbaca.`,
  twice: (row: number) => `butir ke-${row}: id sudah dipakai butir sebelumnya.`,
  notToldOnce: (standing: string) =>
    `keadaan "${standing}" harus ditulis (tells) oleh tepat satu kode.`,
} as const;
