/** Words of the settings. */
export const settingsText = {
  title: 'Pengaturan',
  intro: 'Setiap pilihan langsung berlaku, untuk akun Anda di PC ini.',
  back: 'Kembali',
  backHint: 'Kembali ke layar sebelumnya',
  groups: {
    looks: 'Tampilan',
    work: 'Cara memeriksa',
    safety: 'Keamanan',
    reset: 'Pengaturan awal',
  },
  theme: {
    label: 'Tema',
    hint: 'Warna aplikasi. "Ikuti Windows" berganti bersama setelan PC ini.',
    choices: {
      sistem: 'Ikuti Windows',
      terang: 'Terang',
      gelap: 'Gelap',
      kontras: 'Kontras tinggi',
    },
  },
  textSize: {
    label: 'Ukuran teks',
    hint: 'Besar tulisan di seluruh aplikasi; dokumen punya pembesarannya sendiri.',
    choice: (percent: number) => `${percent} %`,
  },
  density: {
    label: 'Kerapatan',
    hint: 'Rapat memuat lebih banyak baris di satu layar.',
    choices: { lapang: 'Lapang', rapat: 'Rapat' },
  },
  outcomeKeys: {
    label: 'Tombol keputusan',
    hint: 'Tombol yang tertulis pada pilihan keputusan; keduanya selalu dapat ditekan.',
    choices: { huruf: 'Huruf M P X K', angka: 'Angka 5 6 7 8' },
  },
  suggestOutcome: {
    label: 'Sarankan keputusan',
    hint: 'Keputusan dan alasan mengikuti penilaian isian sampai Anda memilih sendiri.',
    on: 'Ya, sarankan',
    off: 'Tidak, saya pilih sendiri',
  },
  lockMinutes: {
    label: 'Kunci otomatis',
    hint: (longest: number) =>
      `Meja terkunci bila PC tidak disentuh selama ini. Paling lama ${longest} menit, menurut ketentuan BKPSDM.`,
    choice: (minutes: number) => `${minutes} menit`,
  },
  readAhead: {
    label: 'Baca dokumen lebih dahulu',
    hint: 'Dokumen usul berikutnya dibaca saat PC senggang, supaya hasilnya siap ketika usul dibuka.',
    on: 'Ya',
    off: 'Dijeda',
  },
  password: {
    label: 'Kata sandi',
    hint: 'Mengganti kata sandi akun Anda; PC lain yang masih masuk meminta masuk lagi. Memerlukan jaringan.',
    action: 'Ganti kata sandi',
    oldPassword: 'Kata sandi lama',
    submitting: 'Mengganti…',
    cancel: 'Batal',
    done: 'Kata sandi sudah diganti.',
  },
  layout: {
    label: 'Tata letak',
    hint: 'Lebar bagian, panel, pembesaran dan putaran dokumen kembali seperti semula.',
    action: 'Kembalikan tata letak',
    done: 'Tata letak kembali seperti semula.',
  },
  guide: {
    label: 'Panduan singkat',
    hint: 'Empat langkah untuk yang baru mulai, tampil di Kotak Masuk.',
    action: 'Tampilkan panduan',
  },
} as const;
