import { describe, expect, it } from 'vitest';
import {
  findOtherPerson,
  type KnownPeople,
} from '#renderer/evidence/matching/document/other-person.ts';
import { makeSampleReading, misread } from '#tests/support/samples/sample-reading.ts';
import { sampleText } from '#tests/support/samples/sample-page.ts';
import { sampleEmployee } from '#tests/support/samples/faultless-usul.ts';

const known: KnownPeople = { employee: sampleEmployee, relatives: [], born: [] };

const decreeFor = (name: string, born: string, nip: string): readonly string[] => [
  'KEPUTUSAN BUPATI CONTOH',
  'TENTANG',
  'KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
  'M E M U T U S K A N :',
  `KESATU : 1. Nama : ${name}`,
  `2. Tempat, tanggal lahir : Contoh, ${born}`,
  `3. NIP : ${nip}`,
  'Terhitung mulai tanggal 1 April 2022 dinaikkan pangkatnya menjadi Penata golongan ruang III/c',
  'Ditetapkan di Contoh pada tanggal 25 Maret 2022',
  'KEPALA BADAN KEPEGAWAIAN',
  'Dra. RATNA PEJABAT, M.A.P.',
  'NIP 19691103 199503 2 902',
];
const own = decreeFor('BUDI CONTOH, S.Sos.', '12 Maret 1985', '19850312 201001 1 901');
const others = decreeFor('LESTARI WULANDARI, S.Pd.', '5 Mei 1990', '19900505 201503 2 904');

const statement = (employee: readonly string[]): readonly string[] => [
  'PEMERINTAH KABUPATEN CONTOH',
  'SURAT PERNYATAAN MELAKSANAKAN TUGAS',
  'Yang bertanda tangan di bawah ini:',
  'Nama : SITI PEJABAT, M.M.',
  'NIP : 19700101 199503 2 901',
  'dengan ini menyatakan dengan sesungguhnya bahwa:',
  ...employee,
  'telah nyata melaksanakan tugas pada Subbagian Umum terhitung mulai tanggal 1 Januari 2010.',
];

const card = (names: readonly string[]): readonly string[] => [
  'KARTU KELUARGA',
  'No. 9901020507120008',
  `Nama Kepala Keluarga : ${names[0]}`,
  'Alamat : JL. CONTOH NO. 17 RT/RW 001/002 Desa/Kelurahan CONTOH',
  'No Nama Lengkap NIK Jenis Kelamin Tempat Lahir Tanggal Lahir Agama Pendidikan Jenis Pekerjaan',
  ...names.map(
    (name, index) => `${index + 1} ${name} 990102120382000${index} LAKI-LAKI CONTOH ISLAM`,
  ),
];

describe('a document of another person', () => {
  it('is told by the name and NIP that stand where those of the employee would', () => {
    expect(findOtherPerson(makeSampleReading([others]), known)).toEqual({
      name: 'LESTARI WULANDARI',
    });
  });

  it('is told in print where the NIP is the employee’s but for a figure', () => {
    const near = decreeFor('LESTARI WULANDARI', '12 Mei 1990', '19850312 201001 1 902');
    expect(findOtherPerson(sampleText(...near), known)?.name).toBe('LESTARI WULANDARI');
    expect(findOtherPerson(makeSampleReading([near]), known)).toBeNull();
  });

  it('is not taken from the official who signs', () => {
    expect(findOtherPerson(makeSampleReading([own]), known)).toBeNull();
    expect(findOtherPerson(makeSampleReading([own.slice(7)]), known)).toBeNull();
  });

  it('is not seen in an own document that was read badly', () => {
    for (const from of [0, 3, 8]) {
      const reading = makeSampleReading([misread(own, 9, from)], { confidence: 50 });
      expect(findOtherPerson(reading, known)).toBeNull();
    }
  });

  it('is not the official who declares something of the employee', () => {
    const mine = statement(['Nama : BUDI CONTOH', 'NIP : 19850312 201001 1 901']);
    expect(findOtherPerson(makeSampleReading([mine]), known)).toBeNull();
    const theirs = statement(['Nama : LESTARI WULANDARI', 'NIP : 19900505 201503 2 904']);
    expect(findOtherPerson(makeSampleReading([theirs]), known)?.name).toBe('LESTARI WULANDARI');
  });

  it('is told by the recipient of a medal, but not by the addressee of a letter', () => {
    const charter = [
      'PRESIDEN REPUBLIK INDONESIA',
      'PIAGAM TANDA KEHORMATAN',
      'SATYALANCANA KARYA SATYA X TAHUN',
      'Kepada : LESTARI WULANDARI, S.Pd.',
      'NIP : 19900505 201503 2 904',
      'sebagai penghargaan atas pengabdian, kesetiaan, kejujuran dan kecakapan selama sepuluh tahun',
    ];
    expect(findOtherPerson(makeSampleReading([charter]), known)?.name).toBe('LESTARI WULANDARI');
    const letter = [
      'Kepada : Yth. Kepala Badan Kepegawaian',
      'Dra. RATNA PEJABAT, NIP 19691103 199503 2 902',
      'Bersama ini disampaikan berkas usul pemutakhiran data pegawai untuk diproses lebih lanjut.',
      'Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih banyak.',
    ];
    expect(findOtherPerson(makeSampleReading([letter]), known)).toBeNull();
  });

  it('is told where labels are set wide, as typewriters did', () => {
    const wide = others.map((line) => line.replace('Nama :', 'N a m a :').replace('NIP', 'N I P'));
    expect(findOtherPerson(makeSampleReading([wide]), known)?.name).toBe('LESTARI WULANDARI');
  });

  it.each([
    'KESATU : 1. Nama : LESTARI WULANDARI     Pangkat Penata',
    'KESATU : 1. Nama        :   LESTARI WULANDARI        Jenis Kelamin P',
    'KESATU : 1. Nama : LESTARI WULANDARI.',
    'KESATU : 1. Nama : LESTARI WULANDARI. .',
  ])('is named without the next column and full stops: %s', (line) => {
    const paper = others.map((each) => (each.startsWith('KESATU') ? line : each));
    expect(findOtherPerson(sampleText(...paper), known)?.name).toBe('LESTARI WULANDARI');
  });

  it('is told of an employee whose short name is a part of other words', () => {
    const ida = { ...known, employee: { ...sampleEmployee, nama: 'Ida' } };
    expect(findOtherPerson(makeSampleReading([others]), ida)?.name).toBe('LESTARI WULANDARI');
    const hers = decreeFor('IDA, S.Pd.', '1 Juni 1970', '130 123 456');
    expect(findOtherPerson(makeSampleReading([hers]), ida)).toBeNull();
  });

  it('is not suspected where the day of birth agrees: a name may have changed', () => {
    const renamed = decreeFor('LESTARI WULANDARI', '12 Maret 1985', '130 123 456');
    expect(findOtherPerson(makeSampleReading([renamed]), known)).toBeNull();
  });

  it('is not suspected while pages are unread or unreadable', () => {
    const reading = makeSampleReading([others]);
    expect(findOtherPerson({ ...reading, pageCount: 2 }, known)).toBeNull();
    const blurred = makeSampleReading([others], { level: 'tidak_terbaca' });
    expect(findOtherPerson(blurred, known)).toBeNull();
  });

  it('is not suspected of a collective decree, whose list may be cut', () => {
    const list = [1, 2, 3, 4, 5].map((n) => `${n}. PEGAWAI LAIN ${n} 1990050${n} 201503 2 90${n}`);
    const reading = makeSampleReading([
      ['KEPUTUSAN BUPATI CONTOH', 'Nama : DAFTAR PEGAWAI', ...list],
    ]);
    expect(findOtherPerson(reading, known)).toBeNull();
  });
});

describe('a paper that mentions the employee', () => {
  const name = 'BUDI CONTOH, S.Sos.';
  const nip = 'NIP 19850312 201001 1 901';
  const inserted = (before: string, ...lines: readonly string[]): readonly string[] => {
    const at = others.findIndex((line) => line.startsWith(before));
    return others.toSpliced(at < 0 ? others.length : at, 0, ...lines);
  };

  it.each([
    ['who gets a copy', inserted('', 'Tembusan :', '1. Kepala BKPSDM', `2. Sdr. ${name}`)],
    ['who gets a copy, by number', inserted('', `Tembusan : Sdr. ${name}, ${nip}`)],
    [
      'who gets a copy, in other words',
      inserted('', 'Salinan keputusan ini disampaikan kepada :', `1. Sdr. ${name}`),
    ],
    ['whose letter was read', inserted('M E M U', `Membaca : surat Sdr. ${name}, ${nip}`)],
    ['on whose proposal it is', inserted('M E M U', 'Dasar : usul', `Sdr. ${name} ${nip}`)],
    [
      'who is considered',
      inserted('M E M U', 'Memperhatikan :', `a. surat ${name}`, 'b. hal lain'),
    ],
    ['who signs', [...others.slice(0, -2), name, nip]],
    [
      'among several addressees',
      inserted('TENTANG', 'Kepada Yth.', '1. Kepala Dinas', `2. Sdr. ${name}`, 'MENETAPKAN'),
    ],
  ])('%s, is still of whom it is about', (_, lines) => {
    expect(findOtherPerson(makeSampleReading([lines]), known)?.name).toBe('LESTARI WULANDARI');
  });

  it('as who declares something of another is of that one', () => {
    const theirs = statement(['Nama : LESTARI WULANDARI', 'NIP : 19900505 201503 2 904']).map(
      (line) => line.replace('SITI PEJABAT, M.M.', name).replace('19700101 199503 2 901', nip),
    );
    expect(findOtherPerson(makeSampleReading([theirs]), known)?.name).toBe('LESTARI WULANDARI');
  });

  it('is the employee’s where it decides something of him or her too', () => {
    const summons = [
      'PEMERINTAH KABUPATEN CONTOH',
      'SURAT PANGGILAN',
      `Kepada Yth. Sdr. ${name}`,
      'di tempat',
      'Dengan ini diminta untuk menghadap kepada:',
      ...others.slice(4, 7),
      'pada hari Senin pukul sembilan di ruang kerja Badan Kepegawaian untuk diperiksa.',
    ];
    expect(findOtherPerson(makeSampleReading([summons]), known)).toBeNull();
    const both = [...others.slice(0, 8), `KEDUA : menggantikan ${name}`, ...others.slice(8)];
    expect(findOtherPerson(makeSampleReading([both]), known)).toBeNull();
    const order = [
      'SURAT PERINTAH TUGAS',
      'Dasar : surat Bupati tentang pelatihan',
      'MEMERINTAHKAN',
      'Kepada : 1. Nama : LESTARI WULANDARI',
      'NIP : 19900505 201503 2 904',
      `2. Nama : ${name}`,
      nip,
      'untuk mengikuti pelatihan dasar di Kencana selama lima hari kerja, mulai hari Senin.',
    ];
    expect(findOtherPerson(makeSampleReading([order]), known)).toBeNull();
  });

  it('is not told of another where nobody stands in the employee’s place', () => {
    const collectiveDecree = [
      ...others.slice(0, 3),
      `Membaca : usul kenaikan pangkat atas nama ${name}`,
      'M E M U T U S K A N :',
      'Menetapkan : Pegawai yang namanya tersebut dalam lampiran dinaikkan pangkatnya.',
      ...others.slice(7),
    ];
    expect(findOtherPerson(makeSampleReading([collectiveDecree]), known)).toBeNull();
  });
});

describe('a family paper', () => {
  it('may name a spouse as head, as long as the employee or the relative stands in it', () => {
    const reading = makeSampleReading([card(['AGUS SUAMI', 'BUDI CONTOH', 'ANI CONTOH'])]);
    expect(findOtherPerson(reading, known)).toBeNull();
    const child = { ...known, relatives: ['MEGA PUTRI CAHYANI'] };
    const ofChild = makeSampleReading([card(['AGUS SUAMI', 'MEGA PUTRI CAHYANI'])]);
    expect(findOtherPerson(ofChild, child)).toBeNull();
  });

  it('of another family is told', () => {
    const reading = makeSampleReading([card(['YOGA PRATAMA', 'DEWI LARASATI', 'GILANG RAMADHAN'])]);
    expect(findOtherPerson(reading, known)).toEqual({ name: 'YOGA PRATAMA' });
  });
});
