/**
 * The invented regency whose data the demonstration shows. No such regency, official or address exists; province code 99
 * is not in use (domain.md 6.4).
 */
export const regency = {
  name: 'Kabupaten Tirta Kencana',
  shortName: 'Tirta Kencana',
  province: 'Nusa Kencana',
  seat: 'Kencana',
  postcode: '99101',
  phone: '(0999) 555-100',
  nikPrefix: '9901',
  /** BKN regional office that validates for this regency: I, Yogyakarta. */
  kanregId: '01',
  kanregRoman: 'I',
  kanregSeat: 'Yogyakarta',
  /** Digits 2 to 5 of a Pertek number: the regional code, here one not in use. */
  pertekCode: '9901',
} as const;

/** Subdistricts and their villages, for addresses, schools and health centres. */
export const subdistricts = [
  { code: '01', name: 'Kencana Utara', villages: ['Sumberjati', 'Karangsari', 'Wanasari'] },
  { code: '02', name: 'Kencana Selatan', villages: ['Margahayu', 'Tanjungrejo', 'Mekarjaya'] },
  { code: '03', name: 'Tirta Asri', villages: ['Banyubening', 'Sidorahayu', 'Tlogosari'] },
  { code: '04', name: 'Tirta Mulya', villages: ['Girimulyo', 'Harapan Jaya', 'Sukamaju'] },
  { code: '05', name: 'Wanakerta', villages: ['Wanakerta', 'Cempakasari', 'Rejosari'] },
  { code: '06', name: 'Sungai Lestari', villages: ['Muara Indah', 'Pasir Putih', 'Teluk Bakti'] },
  { code: '07', name: 'Gunung Sejuk', villages: ['Cikahuripan', 'Pasirangin', 'Sukatani'] },
  { code: '08', name: 'Bandar Raya', villages: ['Bandar Kota', 'Kampung Baru', 'Tegalarum'] },
] as const;

/** A person who signs documents. Invented, like everyone here. */
export interface Official {
  readonly title: string;
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
}

/** Who signs for the regency and for the offices outside it. */
export const officials = {
  bupati: {
    title: 'BUPATI TIRTA KENCANA',
    name: 'H. SURYA WIRADINATA, S.E., M.M.',
    rank: '',
    nip: '',
  },
  sekda: {
    title: 'SEKRETARIS DAERAH KABUPATEN TIRTA KENCANA',
    name: 'Drs. HARTAWAN KUSUMANEGARA, M.Si.',
    rank: 'Pembina Utama Madya',
    nip: '196607151992031901',
  },
  kepalaBkpsdm: {
    title: 'KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA',
    name: 'Dra. RATNA WIDYANINGRUM, M.A.P.',
    rank: 'Pembina Utama Muda',
    nip: '196911031995032902',
  },
  kabidMutasi: {
    title: 'KEPALA BIDANG MUTASI DAN KEPANGKATAN',
    name: 'ADITYA PRASETYAWAN, S.STP., M.Si.',
    rank: 'Pembina',
    nip: '198104222001121903',
  },
  kepalaKanreg: {
    title: 'KEPALA KANTOR REGIONAL I BADAN KEPEGAWAIAN NEGARA',
    name: 'Dr. WICAKSONO ADIPUTRO, S.H., M.Hum.',
    rank: 'Pembina Utama Madya',
    nip: '196805171993031904',
  },
  kepalaDukcapil: {
    title: 'KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    name: 'YUNUS MAHARDIKA, S.Sos., M.M.',
    rank: 'Pembina Tingkat I',
    nip: '197302081998031905',
  },
  kepalaBpsdm: {
    title: 'KEPALA BADAN PENGEMBANGAN SUMBER DAYA MANUSIA PROVINSI NUSA KENCANA',
    name: 'Ir. LAKSMI PRABANINGRUM, M.T.',
    rank: 'Pembina Utama Madya',
    nip: '196710251993032906',
  },
} as const satisfies Record<string, Official>;
