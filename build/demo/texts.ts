/** What seeding says to the person at the terminal. */
export const seedTexts = {
  help: `Data contoh Meja Verifikator (orang dan dokumen rekaan)

Cara pakai: npm run demo

Mengisi basis data yang kosong. Pengaturan dari lingkungan (environment), sama seperti server:
  DATABASE_URL    PostgreSQL yang diisi; kosong: PostgreSQL bawaan
  MEJA_DATA_DIR   folder data (.meja)

Pilihan:
  --help     Menampilkan bantuan ini
`,
  unknownOption: 'Ada pilihan yang tidak dikenal. Lihat: npm run demo -- --help',
  account: (account: {
    readonly office: string;
    readonly username: string;
    readonly password: string;
    readonly openUsul: number;
  }) =>
    `${account.username} / ${account.password}  ${account.office} (${account.openUsul} usul menunggu)`,
  unexpected:
    'Terjadi kesalahan yang tidak terduga. Sampaikan keterangan berikut kepada pengembang:',
  notEmpty:
    'Basis data ini sudah berisi data, jadi data contoh tidak dimasukkan. Pakai basis data kosong, atau mulai dari awal dengan npm start -- --fresh.',
  planned: (people: number, usuls: number, documents: number) =>
    `Menyiapkan data contoh: ${people} pegawai, ${usuls} usul, ${documents} dokumen.`,
  drawing: (done: number, total: number, secondsLeft: number) =>
    `Membuat dokumen ${done} dari ${total}${secondsLeft > 0 ? `, sisa sekitar ${secondsLeft} detik` : ''}.`,
  writing: 'Menulis data contoh ke basis data.',
  done: (usuls: number, seconds: number) => `Data contoh siap: ${usuls} usul, ${seconds} detik.`,
  interrupted:
    'Pembuatan dokumen contoh terhenti sebelum selesai. Belum ada data yang ditulis; jalankan perintah yang sama sekali lagi.',
  documentRefused: (fileName: string) =>
    `Dokumen contoh ${fileName} ditolak tempat penyimpanan dokumen.`,
} as const;

/** Number of the letter by which somebody was appointed that day. */
export function appointmentLetter(number: number, day: string): string {
  return `800/${String(number).padStart(3, '0')}/BKPSDM/${day.slice(0, 4)}`;
}

/** Sentences of the invented people in the histories of the usul. */
export const historyTexts = {
  wrongField: (label: string) => `${label} tidak sesuai dengan dokumen. Mohon diperbaiki.`,
  unclear: 'Mohon unggah ulang dokumen yang lebih jelas.',
  repaired: 'Sudah diperbaiki sesuai dokumen.',
  questions: [
    'Nama pada dokumen ditulis berbeda dengan data utama. Mohon arahan BKPSDM.',
    'Apakah SK dengan nomenklatur lama masih dapat dipakai?',
    'Mohon konfirmasi keabsahan nomor SK kepada BKPSDM.',
  ],
  answer: 'Sudah diperiksa BKPSDM; dokumen dapat dipakai.',
  reported: [
    ['otp', 'Kode OTP selalu ditolak sejak ponsel saya diganti.'],
    ['dokumen', 'Berkas PDF dari pemindai kami selalu ditolak saat diunggah.'],
  ],
  askedBack: 'SK nomor berapa yang dimaksud? Mohon sebutkan nomor dan tanggalnya.',
  lookAgain: 'Mohon bandingkan lagi nomor dan tanggal dengan dokumen.',
} as const;

/** Why the second verifikator of an office has some usul. */
export const sharedWork = 'Pembagian tugas minggu ini.';
/** The period of the demonstration, and days on which every office rests. */
export const demoPeriod = {
  name: (year: number) => `Pemutakhiran Data Mandiri ${year}`,
  legalBasis: (year: number) => `Surat Edaran Kepala BKPSDM Nomor 800/1/${year}`,
  holidays: [
    [1, 1, 'Tahun Baru Masehi'],
    [5, 1, 'Hari Buruh Internasional'],
    [6, 1, 'Hari Lahir Pancasila'],
    [8, 17, 'Proklamasi Kemerdekaan'],
    [12, 25, 'Kelahiran Yesus Kristus'],
  ] as const satisfies readonly (readonly [month: number, day: number, name: string])[],
} as const;
