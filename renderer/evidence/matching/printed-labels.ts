/**
 * What papers print beside a value to say what it is. A family holds the spellings of one meaning, the most telling first;
 * source: wording of decrees, diplomas, certificates and forms in domain.md section 6.
 */
export interface LabelFamily {
  readonly id: string;
  /** Values that it may stand beside. */
  readonly of: 'tanggal' | 'golongan' | 'angka' | 'nik' | 'nama' | 'teks';
  readonly spellings: readonly string[];
}

/** All meanings that a label may have. Labels that stand beside anything ("Nomor", "Nama") belong to no family. */
export const labelFamilies: readonly LabelFamily[] = [
  {
    id: 'tmt',
    of: 'tanggal',
    spellings: [
      'terhitung mulai tanggal',
      'TMT',
      'terhitung mulai',
      'mulai berlaku tanggal',
      'berlaku mulai tanggal',
      'mulai berlaku pada tanggal',
      'mulai berlaku',
    ],
  },
  {
    id: 'penetapan',
    of: 'tanggal',
    spellings: [
      'ditetapkan di',
      'ditetapkan pada tanggal',
      'dikeluarkan di',
      'dikeluarkan tanggal',
      'dikeluarkan pada tanggal',
      'dibuat tanggal',
      'tanggal SK',
      'tanggal surat keputusan',
      'tanggal keputusan',
      'tanggal penetapan',
    ],
  },
  {
    id: 'lahir',
    of: 'tanggal',
    spellings: [
      'tempat tanggal lahir',
      'tempat tgl lahir',
      'tempat dan tanggal lahir',
      'tanggal lahir',
      'tgl lahir',
      'lahir tanggal',
      'dilahirkan di',
      'lahir di',
      'lahir pada tanggal',
      'TTL',
      'telah lahir',
    ],
  },
  {
    id: 'lulus',
    of: 'tanggal',
    spellings: [
      'lulus pada tanggal',
      'lulus tanggal',
      'dinyatakan lulus',
      'tanggal lulus',
      'tanggal kelulusan',
      'tahun lulus',
      'telah lulus',
      'lulus',
    ],
  },
  {
    id: 'mulai',
    of: 'tanggal',
    spellings: [
      'dari tanggal',
      'sejak tanggal',
      'tanggal mulai',
      'mulai tanggal',
      'dilaksanakan pada tanggal',
      'diselenggarakan pada tanggal',
    ],
  },
  {
    id: 'selesai',
    of: 'tanggal',
    spellings: [
      'sampai dengan tanggal',
      'sampai dengan',
      's.d. tanggal',
      's.d.',
      's/d',
      'tanggal selesai',
      'berakhir tanggal',
      'hingga',
    ],
  },
  {
    id: 'pertek',
    of: 'tanggal',
    spellings: ['pertimbangan teknis', 'persetujuan teknis', 'nota persetujuan'],
  },
  {
    id: 'pelantikan',
    of: 'tanggal',
    spellings: ['telah dilantik', 'dilantik', 'tanggal pelantikan', 'pelantikan'],
  },
  {
    id: 'nikah',
    of: 'tanggal',
    spellings: ['tanggal menikah', 'tanggal perkawinan', 'dilangsungkan akad nikah'],
  },
  { id: 'cerai', of: 'tanggal', spellings: ['tanggal cerai', 'perceraian', 'telah bercerai'] },
  {
    id: 'meninggal',
    of: 'tanggal',
    spellings: ['meninggal dunia', 'tanggal meninggal', 'tanggal kematian'],
  },
  {
    id: 'kartu_keluarga',
    of: 'nik',
    spellings: [
      'nomor kartu keluarga',
      'nomor KK',
      'no KK',
      'kartu keluarga nomor',
      'kartu keluarga no',
      'kartu keluarga',
    ],
  },
  { id: 'nik', of: 'nik', spellings: ['NIK', 'nomor induk kependudukan'] },
  { id: 'kepala_keluarga', of: 'nama', spellings: ['nama kepala keluarga', 'kepala keluarga'] },
  {
    id: 'golongan_baru',
    of: 'golongan',
    spellings: [
      'dinaikkan pangkatnya menjadi',
      'dinaikkan menjadi',
      'menjadi',
      'pangkat baru',
      'golongan ruang baru',
      'golongan baru',
    ],
  },
  {
    id: 'golongan_lama',
    of: 'golongan',
    spellings: [
      'pangkat lama gol ruang',
      'pangkat golongan ruang lama',
      'golongan ruang lama',
      'pangkat lama',
      'golongan lama',
      'dari pangkat',
    ],
  },
  { id: 'masa_kerja', of: 'angka', spellings: ['masa kerja golongan', 'masa kerja', 'MKG'] },
  {
    id: 'masa_kerja_lain',
    of: 'angka',
    spellings: [
      'masa kerja keseluruhan',
      'masa kerja seluruhnya',
      'masa kerja seluruh',
      'keseluruhan masa kerja',
      'masa kerja pensiun',
      'masa kerja jabatan',
    ],
  },
  { id: 'gaji', of: 'angka', spellings: ['gaji pokok sebesar', 'gaji pokok'] },
  { id: 'jam', of: 'angka', spellings: ['jam pelajaran', 'JP', 'jumlah jam'] },
  {
    id: 'kredit',
    of: 'angka',
    spellings: ['angka kredit utama', 'jumlah angka kredit', 'angka kredit'],
  },
  { id: 'kesetiaan', of: 'angka', spellings: ['kesetiaan'] },
  { id: 'prestasi', of: 'angka', spellings: ['prestasi kerja'] },
  { id: 'tanggung_jawab', of: 'angka', spellings: ['tanggung jawab'] },
  { id: 'ketaatan', of: 'angka', spellings: ['ketaatan'] },
  { id: 'kejujuran', of: 'angka', spellings: ['kejujuran'] },
  { id: 'prakarsa', of: 'angka', spellings: ['prakarsa'] },
  {
    id: 'skp',
    of: 'angka',
    spellings: ['sasaran kerja pegawai', 'sasaran kinerja pegawai', 'nilai SKP'],
  },
  { id: 'pelayanan', of: 'angka', spellings: ['orientasi pelayanan', 'pelayanan'] },
  { id: 'integritas', of: 'angka', spellings: ['integritas'] },
  { id: 'komitmen', of: 'angka', spellings: ['komitmen'] },
  { id: 'disiplin', of: 'angka', spellings: ['disiplin'] },
  { id: 'inisiatif', of: 'angka', spellings: ['inisiatif kerja', 'inisiatif'] },
  { id: 'kerja_sama', of: 'angka', spellings: ['kerja sama', 'kerjasama'] },
  { id: 'kepemimpinan', of: 'angka', spellings: ['kepemimpinan'] },
  { id: 'rata_rata', of: 'angka', spellings: ['nilai rata-rata', 'rata-rata'] },
  { id: 'perilaku', of: 'angka', spellings: ['nilai perilaku kerja', 'perilaku kerja'] },
  { id: 'nilai_prestasi', of: 'angka', spellings: ['nilai prestasi kerja'] },
  { id: 'konversi', of: 'angka', spellings: ['konversi nilai'] },
  { id: 'integrasi', of: 'angka', spellings: ['nilai integrasi'] },
  { id: 'hasil_kerja', of: 'teks', spellings: ['rating hasil kerja'] },
  { id: 'perilaku_kerja', of: 'teks', spellings: ['rating perilaku kerja', 'rating perilaku'] },
  { id: 'predikat', of: 'teks', spellings: ['predikat kinerja pegawai', 'predikat kinerja'] },
];

interface LabelRule {
  /** Matched with the field's name, in lower case. */
  readonly name: RegExp;
  readonly families?: readonly string[];
  readonly labels?: readonly string[];
}

/** How the value of a field is labelled, by the field's name; the first rule that fits counts. */
const labelRules: readonly LabelRule[] = [
  {
    name: /^(?:tmt_?pns|tmtcpns|tmtgolongan|tmtjabatan|tmtmutasi|tmtpi|.*tmtgolongan)$/,
    families: ['tmt'],
  },
  { name: /^pasanganke$/, labels: ['istri ke', 'suami ke', 'isteri ke'] },
  { name: /^hasilkinerja/, families: ['hasil_kerja'] },
  { name: /^perilakukerja/, families: ['perilaku_kerja'] },
  { name: /^kuadran/, families: ['predikat'] },
  { name: /^tmtpelantikan/, families: ['pelantikan', 'tmt'] },
  { name: /lahir/, families: ['lahir'] },
  { name: /^(?:tgllulus|tahunlulus)$/, families: ['lulus'] },
  { name: /^tanggalawal$/, families: ['mulai', 'tmt'], labels: ['tanggal'] },
  {
    name: /^(?:tanggalkursus|tanggalmulai)$|^tanggal$/,
    families: ['mulai'],
    labels: ['pada tanggal', 'tanggal'],
  },
  { name: /^tanggalaktif/, families: ['tmt'], labels: ['aktif kembali', 'diaktifkan kembali'] },
  { name: /^(?:tanggalselesai|tanggalselesaikursus|tanggalakhir)$/, families: ['selesai'] },
  {
    name: /pertek.*(?:tgl|tanggal)|(?:tgl|tanggal).*(?:pertek|letter|bkn)|skbkntanggal|tanggalbkn/,
    families: ['pertek'],
    labels: ['tanggal'],
  },
  { name: /pertek|letter|nomorbkn|skbknnomor/, families: ['pertek'], labels: ['nomor', 'no'] },
  { name: /menikah$/, families: ['nikah'], labels: ['akta nikah', 'buku nikah', 'nomor'] },
  { name: /cerai$/, families: ['cerai'], labels: ['akta cerai', 'nomor'] },
  { name: /meninggal$/, families: ['meninggal'], labels: ['akta kematian', 'nomor'] },
  { name: /sttpl|dokter/, labels: ['STTPL', 'surat keterangan dokter', 'nomor', 'tanggal'] },
  {
    name: /^(?:tgl|tanggal)|(?:tanggal|date)$/,
    families: ['penetapan'],
    labels: ['pada tanggal', 'tanggal'],
  },
  {
    name: /^golonganid$/,
    families: ['golongan_baru'],
    labels: ['golongan ruang', 'gol ruang', 'pangkat'],
  },
  { name: /golongan$/, labels: ['pangkat', 'golongan ruang', 'gol ruang'] },
  {
    name: /^(?:tasakerjatahun|masakerjabulan)$/,
    families: ['masa_kerja', 'masa_kerja_lain'],
  },
  { name: /masakerja|tasakerja/, families: ['masa_kerja'] },
  { name: /^jumlahjam$/, families: ['jam'] },
  { name: /kredit/, families: ['kredit'] },
  { name: /^kesetiaan/, families: ['kesetiaan'] },
  { name: /^nilaiprestasikerja/, families: ['nilai_prestasi'] },
  { name: /^prestasikerja/, families: ['prestasi'] },
  { name: /^tanggungjawab/, families: ['tanggung_jawab'] },
  { name: /^ketaatan/, families: ['ketaatan'] },
  { name: /^kejujuran/, families: ['kejujuran'] },
  { name: /^prakarsa/, families: ['prakarsa'] },
  { name: /^nilaiskp/, families: ['skp'] },
  { name: /^orientasipelayanan/, families: ['pelayanan'] },
  { name: /^integritas/, families: ['integritas'] },
  { name: /^komitmen/, families: ['komitmen'] },
  { name: /^disiplin/, families: ['disiplin'] },
  { name: /^inisiatif/, families: ['inisiatif'] },
  { name: /^kerjasama/, families: ['kerja_sama'] },
  { name: /^kepemimpinan/, families: ['kepemimpinan'] },
  { name: /^nilairatarata/, families: ['rata_rata'] },
  { name: /^nilaiperilaku/, families: ['perilaku'] },
  { name: /^konversi/, families: ['konversi'] },
  { name: /^nilaiintegrasi/, families: ['integrasi'] },
  { name: /^jumlah$/, labels: ['jumlah'] },
  { name: /nip/, labels: ['NIP'] },
  { name: /nik(?!ah)|identitas|iddocument/, labels: ['NIK', 'nomor induk kependudukan'] },
  { name: /nomor|^no|sertipikat$/, labels: ['nomor', 'no'] },
  { name: /jabatan/, labels: ['jabatan'] },
  { name: /unor|satuankerja/, labels: ['unit kerja', 'unit organisasi', 'satuan kerja'] },
  { name: /instansi(?!.*penyelenggara)/, labels: ['instansi'] },
  { name: /penyelenggara/, labels: ['diselenggarakan oleh', 'penyelenggara'] },
  { name: /pendidikannama/, labels: ['program studi', 'jurusan', 'pendidikan'] },
  { name: /alamat/, labels: ['alamat'] },
  { name: /agama/, labels: ['agama'] },
  { name: /^gelar/, labels: ['gelar', 'sebutan'] },
  { name: /nama/, labels: ['nama'] },
  { name: /tahun/, labels: ['tahun'] },
];

/**
 * Labels of a field by its name, the most telling first; empty where papers print none. A value from before is labelled so
 * ("jabatan lama").
 */
export function labelsOfField(name: string): readonly string[] {
  const labels = labelsByName(name);
  return /Lama(?:[A-Z]|$)/.test(name)
    ? [...labels.map((label) => `${label} lama`), ...labels]
    : labels;
}

function labelsByName(name: string): readonly string[] {
  const rule = labelRules.find((each) => each.name.test(name.toLowerCase()));
  if (!rule) return [];
  const ofFamilies = labelFamilies
    .filter(({ id }) => rule.families?.includes(id))
    .flatMap(({ spellings }) => spellings);
  return [...ofFamilies, ...(rule.labels ?? [])];
}
