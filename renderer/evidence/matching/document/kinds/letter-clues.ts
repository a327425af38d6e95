import { clues, type KindClues } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';

/** Letters and statements, and forms of assessment. */
export const letterClues: readonly KindClues[] = [
  clues('nota_nip', 'Nota penetapan NIP', {
    titles: [
      'penetapan nomor induk pegawai',
      'penetapan NIP',
      'usul penetapan nomor induk',
      'nota usul penetapan',
    ],
    says: { 'ditetapkan nomor induk pegawai': 3, 'nomor induk pegawai': 1 },
  }),
  clues('pertek', 'Pertimbangan teknis BKN', {
    titles: ['pertimbangan teknis', 'persetujuan teknis', 'nota persetujuan'],
    says: { 'memberikan pertimbangan teknis': 3, 'pertimbangan teknis ini': 3 },
  }),
  clues('pak', 'Penetapan angka kredit', {
    titles: [
      'penetapan angka kredit',
      'konversi predikat kinerja',
      'konversi ke angka kredit',
      'akumulasi angka kredit',
      'hasil penilaian angka kredit',
    ],
    says: { 'jumlah angka kredit': 3, 'unsur utama': 2, 'unsur penunjang': 2, 'angka kredit': 1 },
  }),
  clues('surat_pelantikan', 'Surat pelantikan', {
    titles: [
      'pernyataan pelantikan',
      'berita acara pelantikan',
      'berita acara pengambilan sumpah',
      'berita acara sumpah',
      'pengambilan sumpah',
      'sumpah jabatan',
      'menduduki jabatan',
    ],
    says: {
      'telah dilantik': 3,
      'diambil sumpah': 2,
      'mengambil sumpah': 2,
      'bertanda tangan di bawah ini': 1,
      'dengan sesungguhnya': 1,
    },
    never: ['pengambilan sumpah dokter'],
  }),
  clues('spmt', 'SPMT', {
    titles: [
      'melaksanakan tugas',
      'menjalankan tugas',
      'mulai tugas',
      'aktif melaksanakan tugas',
      'perintah melaksanakan tugas',
      'perintah tugas',
    ],
    says: {
      'nyata melaksanakan tugas': 4,
      'telah melaksanakan tugas': 3,
      'nyata menjalankan tugas': 4,
      'mulai melaksanakan tugas': 3,
      'bertanda tangan di bawah ini': 1,
      'dengan sesungguhnya': 1,
    },
    never: ['pelantikan'],
  }),
  clues('surat_pindah', 'Surat usul atau persetujuan pindah', {
    titles: [
      'usul pindah',
      'permohonan pindah',
      'persetujuan pindah',
      'persetujuan mutasi',
      'lolos butuh',
      'usul mutasi',
    ],
    says: { 'permohonan pindah': 2, 'usul pindah': 1 },
  }),
  clues('surat_dokter', 'Surat keterangan kesehatan', {
    titles: [
      'pengujian kesehatan',
      'keterangan kesehatan',
      'keterangan dokter',
      'keterangan sehat',
      'pemeriksaan kesehatan',
      'tim penguji kesehatan',
    ],
    says: {
      'memenuhi syarat kesehatan': 2,
      'tinggi badan': 2,
      'berbadan sehat': 2,
      'sehat jasmani': 2,
    },
  }),
  clues('skp_evaluasi', 'Evaluasi kinerja (SKP sejak 2022)', {
    titles: [
      'evaluasi kinerja',
      'sasaran kinerja pegawai',
      'penilaian kinerja pegawai',
      'evaluasi hasil kinerja',
    ],
    says: {
      'rating hasil kerja': 3,
      'predikat kinerja': 3,
      'pejabat penilai kinerja': 2,
      'umpan balik': 2,
      'pegawai yang dinilai': 2,
      ekspektasi: 1,
      'perilaku kerja': 1,
      'capaian kinerja organisasi': 2,
    },
    never: ['penilaian prestasi kerja', 'konversi predikat kinerja', 'angka kredit'],
  }),
  clues('skp_prestasi', 'Penilaian prestasi kerja (SKP 2014–2021)', {
    titles: [
      'penilaian prestasi kerja',
      'sasaran kerja pegawai',
      'capaian sasaran kerja',
      'penilaian perilaku kerja',
      'penilaian sasaran kerja',
    ],
    says: {
      'nilai prestasi kerja': 3,
      'sasaran kerja pegawai': 3,
      'keberatan dari pegawai negeri sipil yang dinilai': 3,
      'orientasi pelayanan': 2,
      'perilaku kerja': 1,
      'atasan pejabat penilai': 1,
      'pejabat penilai': 1,
      'yang dinilai': 1,
      komitmen: 1,
    },
    never: ['pelaksanaan pekerjaan'],
  }),
  clues('dp3', 'DP3', {
    titles: ['penilaian pelaksanaan pekerjaan', 'pelaksanaan pekerjaan pegawai'],
    says: {
      'pelaksanaan pekerjaan': 3,
      'keberatan dari pegawai negeri sipil yang dinilai': 2,
      prakarsa: 2,
      ketaatan: 1,
      kesetiaan: 1,
      kejujuran: 1,
      'atasan pejabat penilai': 1,
    },
  }),
];
