import { describe, expect, it } from 'vitest';
import { nearlySame } from '#renderer/evidence/matching/document/same-document.ts';
import { makeSampleReading, misread } from '#tests/support/samples/sample-reading.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import {
  textFingerprintSchema,
  type TextFingerprint,
} from '#renderer/evidence/matching/document/text-fingerprint.ts';

const decree = (facts: {
  number: string;
  name: string;
  born: string;
  nip: string;
  from: string;
}): readonly string[] => [
  'KEPUTUSAN BUPATI CONTOH',
  `NOMOR : ${facts.number}`,
  'TENTANG',
  'KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
  'Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;',
  '2. Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil;',
  'M E M U T U S K A N :',
  `KESATU : 1. Nama : ${facts.name}`,
  `2. Tempat, tanggal lahir : Contoh, ${facts.born}`,
  `3. NIP : ${facts.nip}`,
  `Terhitung mulai tanggal ${facts.from} dinaikkan pangkatnya menjadi Penata golongan ruang III/c`,
  'dengan gaji pokok sebesar Rp 2.903.600,-',
  'Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan.',
  'Ditetapkan di Contoh pada tanggal 25 Maret 2022',
  'KEPALA BADAN KEPEGAWAIAN DAERAH',
  'Dra. RATNA PEJABAT, M.A.P.',
  'NIP 19691103 199503 2 902',
];
const budi = {
  number: '823/112/BKPSDM/2022',
  name: 'BUDI CONTOH, S.Sos.',
  born: '12 Maret 1985',
  nip: '19850312 201001 1 901',
  from: '1 April 2022',
};
const lestari = {
  number: '823/113/BKPSDM/2022',
  name: 'LESTARI WULANDARI, S.Pd.',
  born: '5 Mei 1990',
  nip: '19900505 201503 2 904',
  from: '1 April 2022',
};

const certificate = (number: string, name: string): readonly string[] => [
  'BALAI PELATIHAN CONTOH',
  'S E R T I F I K A T',
  `Nomor: ${number}`,
  'Diberikan kepada',
  name,
  'TELAH MENGIKUTI',
  'Bimbingan Teknis Penatausahaan Keuangan Daerah yang diselenggarakan oleh Balai Pelatihan Contoh',
  'dari tanggal 4 Maret 2024 sampai dengan 8 Maret 2024 bertempat di Contoh dengan jumlah 40 jam pelajaran.',
  'Contoh, 9 Maret 2024',
  'Kepala Balai, SITI PEJABAT',
];

const evaluation = (period: readonly [string, string, string]): readonly string[] => [
  'EVALUASI KINERJA PEGAWAI',
  `PERIODE: ${period[0]} SD ${period[1]}`,
  'NAMA BUDI CONTOH, S.Sos. NAMA SITI PEJABAT',
  'NIP 19850312 201001 1 901',
  'NIP 19700101 199503 2 901',
  'CAPAIAN KINERJA ORGANISASI BAIK',
  'Terlaksananya pelayanan administrasi sesuai standar Jumlah berkas 120 berkas 124 berkas',
  'RATING HASIL KERJA SESUAI EKSPEKTASI',
  `Contoh, ${period[2]}`,
];

function print(lines: readonly string[], confidence = 95): TextFingerprint {
  const fingerprint = fingerprintOf(makeSampleReading([lines], { confidence }));
  if (!fingerprint) throw new Error('too little text');
  return fingerprint;
}

describe('the same paper', () => {
  it('is known again in another, noisier scan', () => {
    const first = print(misread(decree(budi), 90));
    expect(nearlySame(first, print(misread(decree(budi), 40, 11), 88))).toBe(true);
    expect(nearlySame(first, print(misread(decree(budi), 25, 4), 70))).toBe(true);
  });

  it('is not a decree of the same day for somebody else', () => {
    expect(nearlySame(print(decree(budi)), print(decree(lestari)))).toBe(false);
    const noisy = print(misread(decree(lestari), 30, 5));
    expect(nearlySame(print(decree(budi)), noisy)).toBe(false);
  });

  it('is not the next decree of the same person', () => {
    const later = { ...budi, number: '823/90/BKPSDM/2026', from: '1 April 2026' };
    expect(
      nearlySame(
        print(decree(budi)),
        print(decree(later).map((line) => line.replace('25 Maret 2022', '3 Maret 2026'))),
      ),
    ).toBe(false);
  });

  it('is not the certificate of another participant of the same course, without any NIP', () => {
    const one = print(certificate('0812/BP/2024', 'BUDI CONTOH'));
    expect(nearlySame(one, print(certificate('0813/BP/2024', 'LESTARI WULANDARI')))).toBe(false);
    expect(nearlySame(one, print(misread(certificate('0812/BP/2024', 'BUDI CONTOH'), 35)))).toBe(
      true,
    );
  });

  it('is not the evaluation of another quarter', () => {
    const first = print(evaluation(['1 JANUARI 2024', '31 MARET 2024', '5 April 2024']));
    const second = print(evaluation(['1 APRIL 2024', '30 JUNI 2024', '5 Juli 2024']));
    expect(nearlySame(first, second)).toBe(false);
  });

  it('is not compared by a few words', () => {
    expect(fingerprintOf(makeSampleReading([['KARTU PEGAWAI', 'BUDI CONTOH']]))).toBeNull();
  });
});

describe('a fingerprint', () => {
  it('is small, can be stored, and is the same for the same text', () => {
    const fingerprint = print(decree(budi));
    expect(textFingerprintSchema.parse(JSON.parse(JSON.stringify(fingerprint)))).toEqual(
      print(decree(budi)),
    );
    expect(JSON.stringify(fingerprint).length).toBeLessThan(6_000);
  });
});
