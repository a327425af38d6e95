import type { DocumentKind } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';

const head = ['PEMERINTAH KABUPATEN CONTOH', 'BADAN KEPEGAWAIAN DAERAH', 'Jalan Contoh 1'];
const decree = (subject: readonly string[], body: readonly string[]): readonly string[] => [
  'BUPATI CONTOH',
  'PETIKAN',
  'KEPUTUSAN BUPATI CONTOH',
  'NOMOR : 821/12/BKPSDM/2021',
  'TENTANG',
  ...subject,
  'DENGAN RAHMAT TUHAN YANG MAHA ESA',
  'BUPATI CONTOH,',
  'Menimbang : dst.;',
  'Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;',
  'M E M U T U S K A N :',
  'Menetapkan :',
  'KESATU : 1. Nama : BUDI CONTOH, S.Sos.',
  '2. NIP : 19850312 201001 1 901',
  ...body,
];

/** An excerpt as some offices make it: nothing says what it is about, only what it orders. */
const bare = (body: readonly string[]): readonly string[] => [
  'PETIKAN',
  'KEPUTUSAN GUBERNUR CONTOH',
  'NOMOR : 821 / 0078 / BKD / 2020',
  'Menimbang : dan seterusnya',
  'M E M U T U S K A N',
  'PERTAMA :',
  ...body,
];

/** For tests: one paper of each kind or more, by lines, in wordings of our own, not those of the demonstration. */
export const samplePapers: readonly (readonly [DocumentKind, readonly string[]])[] = [
  [
    'sk_kenaikan_pangkat',
    decree(
      ['KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL'],
      [
        'terhitung mulai tanggal 01-04-2021 dinaikkan pangkatnya menjadi Penata golongan ruang III/c',
      ],
    ),
  ],
  [
    'sk_cpns',
    decree(
      ['PENGANGKATAN CALON PEGAWAI NEGERI SIPIL DAERAH', 'FORMASI UMUM TAHUN 2018'],
      ['terhitung mulai tanggal 1 Maret 2019 diangkat sebagai Calon Pegawai Negeri Sipil'],
    ),
  ],
  [
    'sk_pns',
    decree(
      ['PENGANGKATAN CALON PEGAWAI NEGERI SIPIL', 'MENJADI PEGAWAI NEGERI SIPIL'],
      ['Terhitung mulai tanggal 1 April 2020 diangkat menjadi Pegawai Negeri Sipil'],
    ),
  ],
  [
    'sk_cpns',
    bare([
      'Terhitung mulai tanggal 1 Maret 2019 mengangkat sebagai Calon Pegawai Negeri Sipil :',
      'Gaji Pokok : 80% x Rp. 2.220.900 = Rp. 1.776.720',
    ]),
  ],
  [
    'sk_pns',
    bare([
      'Terhitung mulai tanggal 1 April 2020 mengangkat Calon Pegawai Negeri Sipil yang tersebut',
      'di bawah ini menjadi Pegawai Negeri Sipil dengan pangkat Pengatur :',
      'Surat Keterangan Tim Penguji Kesehatan : 445/12/RSUD/2020',
      'STTPL Pelatihan Dasar : 12/LATSAR/2020',
    ]),
  ],
  [
    'sk_jabatan',
    bare([
      'Mengangkat Pegawai Negeri Sipil yang namanya tersebut di bawah ini dalam jabatan baru :',
      'Jabatan lama : Pelaksana',
      'kepadanya diberikan tunjangan jabatan sebesar Rp 540.000',
    ]),
  ],
  [
    'sk_jabatan',
    decree(
      ['PENGANGKATAN PEGAWAI NEGERI SIPIL', 'DALAM JABATAN FUNGSIONAL PERAWAT AHLI PERTAMA'],
      ['Dari jabatan lama : Pelaksana', 'diberikan tunjangan jabatan'],
    ),
  ],
  [
    'sk_jabatan',
    decree(
      ['PEMBERHENTIAN DAN PENGANGKATAN PEGAWAI NEGERI SIPIL DALAM JABATAN ADMINISTRATOR'],
      ['Jabatan lama : Kepala Seksi', 'Jabatan baru : Camat Contoh Utara'],
    ),
  ],
  [
    'sk_pmk',
    decree(['PENINJAUAN MASA KERJA PEGAWAI NEGERI SIPIL'], ['masa kerja lama : 4 tahun 2 bulan']),
  ],
  [
    'sk_cltn',
    decree(
      ['PEMBERIAN CUTI DI LUAR TANGGUNGAN NEGARA'],
      ['diberikan cuti di luar tanggungan negara selama tiga tahun'],
    ),
  ],
  [
    'sk_pindah',
    decree(
      ['PERPINDAHAN PEGAWAI NEGERI SIPIL ANTAR INSTANSI'],
      ['Instansi asal : Pemerintah Kota Lama', 'Instansi tujuan : Pemerintah Kabupaten Contoh'],
    ),
  ],
  [
    'sk_organisasi',
    decree(
      ['SUSUNAN PENGURUS KORPRI KABUPATEN CONTOH'],
      ['Masa bakti pengurus 2020 sampai dengan 2025'],
    ),
  ],
  [
    'pertek',
    [
      'BADAN KEPEGAWAIAN NEGARA',
      'PERTIMBANGAN TEKNIS KENAIKAN PANGKAT',
      'NOMOR : MG-22172000123',
      'memberikan pertimbangan teknis kenaikan pangkat Pegawai Negeri Sipil atas nama',
      'Pangkat lama : Penata Muda',
    ],
  ],
  [
    'spmt',
    [
      ...head,
      'SURAT PERNYATAAN MELAKSANAKAN TUGAS',
      'NOMOR : 800/12/2019',
      'Yang bertanda tangan di bawah ini :',
      'Nama : SITI CONTOH',
      'menyatakan dengan sesungguhnya bahwa',
      'Nama : BUDI CONTOH',
      'telah secara nyata melaksanakan tugas sebagai Calon Pegawai Negeri Sipil',
    ],
  ],
  [
    'surat_pelantikan',
    [
      ...head,
      'Surat Pernyataan Pelantikan',
      'Nomor : 821/3/2023',
      'Yang bertanda tangan di bawah ini :',
      'telah dilantik dalam jabatan Kepala Bidang pada tanggal 3 Januari 2023',
    ],
  ],
  [
    'ijazah',
    [
      'KEMENTERIAN PENDIDIKAN NASIONAL',
      'REPUBLIK INDONESIA',
      'I J A Z A H',
      'SEKOLAH MENENGAH ATAS',
      'Yang bertanda tangan di bawah ini, Kepala Sekolah Menengah Atas menerangkan bahwa:',
      'nama : BUDI CONTOH',
      'nomor induk siswa : 12345',
      'LULUS',
    ],
  ],
  [
    'ijazah',
    [
      'UNIVERSITAS CONTOH NUSANTARA',
      'Memberikan Ijazah kepada',
      'BUDI CONTOH',
      'IJAZAH',
      'beserta segala hak dan kewajiban yang melekat pada gelar tersebut',
    ],
  ],
  [
    'transkrip',
    [
      'UNIVERSITAS CONTOH NUSANTARA',
      'TRANSKRIP AKADEMIK',
      'Nomor Ijazah : 123/2014',
      'Program Studi : Teknik Informatika',
      'No Kode Mata Kuliah SKS Nilai',
      'Indeks Prestasi Kumulatif : 3,41',
    ],
  ],
  [
    'sertifikat',
    [
      'LEMBAGA ADMINISTRASI NEGARA',
      'SERTIFIKAT',
      'Nomor : 00012/DIKLATPIM/2019',
      'BUDI CONTOH',
      'telah mengikuti Pelatihan Kepemimpinan yang diselenggarakan oleh BPSDM Contoh',
      '120 jam pelajaran',
    ],
  ],
  [
    'sertifikat',
    [
      'SURAT TANDA TAMAT PENDIDIKAN DAN PELATIHAN',
      'Nomor : 123/PRAJAB/2010',
      'Nama : BUDI CONTOH',
      'Kualifikasi : Memuaskan',
    ],
  ],
  [
    'piagam',
    [
      'PRESIDEN REPUBLIK INDONESIA',
      'menganugerahkan tanda kehormatan',
      'SATYALANCANA KARYA SATYA X TAHUN',
      'kepada : BUDI CONTOH',
      'atas pengabdian dan kesetiaan',
    ],
  ],
  [
    'skp_evaluasi',
    [
      'EVALUASI KINERJA PEGAWAI',
      'PERIODE: JANUARI SD DESEMBER 2023',
      'PEGAWAI YANG DINILAI PEJABAT PENILAI KINERJA',
      'RATING HASIL KERJA SESUAI EKSPEKTASI',
      'PREDIKAT KINERJA PEGAWAI BAIK',
    ],
  ],
  [
    'skp_prestasi',
    [
      'PENILAIAN PRESTASI KERJA',
      'PEGAWAI NEGERI SIPIL',
      'a. Sasaran Kerja Pegawai (SKP) 88,45',
      'b. Perilaku Kerja 1. Orientasi Pelayanan 85',
      'NILAI PRESTASI KERJA 87,54',
    ],
  ],
  [
    'dp3',
    [
      'DAFTAR PENILAIAN PELAKSANAAN PEKERJAAN',
      'PEGAWAI NEGERI SIPIL',
      'Kesetiaan 91 Amat baik',
      'Prakarsa 80 Baik',
    ],
  ],
  [
    'kartu_keluarga',
    [
      'KARTU KELUARGA',
      'No. 9901020507120008',
      'Nama Kepala Keluarga : BUDI CONTOH',
      'RT/RW : 001/002',
    ],
  ],
  ['akta_kelahiran', ['PENCATATAN SIPIL', 'KUTIPAN AKTA KELAHIRAN', 'telah lahir ANI CONTOH']],
  ['akta_kematian', ['PENCATATAN SIPIL', 'KUTIPAN AKTA KEMATIAN', 'telah meninggal dunia']],
  ['akta_nikah', ['KUTIPAN AKTA NIKAH', 'Nomor 12/2/III/2012', 'telah dilangsungkan akad nikah']],
  ['akta_cerai', ['PENGADILAN AGAMA CONTOH', 'AKTA CERAI', 'telah terjadi perceraian antara']],
  [
    'ktp',
    [
      'PROVINSI CONTOH',
      'KABUPATEN CONTOH',
      'NIK : 9901011203850001',
      'Nama : BUDI CONTOH',
      'RT/RW : 001/002',
      'Kel/Desa : CONTOH',
      'Status Perkawinan: KAWIN',
      'Kewarganegaraan: WNI',
      'Berlaku Hingga : SEUMUR HIDUP',
    ],
  ],
];
