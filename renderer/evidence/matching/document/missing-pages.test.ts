import { describe, expect, it } from 'vitest';
import { findMissingPart } from '#renderer/evidence/matching/document/missing-pages.ts';
import { makeSampleReading } from '#tests/support/samples/sample-reading.ts';

const decree = [
  'KEPUTUSAN KETUA UMUM KORPRI CONTOH',
  'TENTANG',
  'SUSUNAN PENGURUS KORPRI CONTOH',
  'M E M U T U S K A N :',
  'KESATU : Menetapkan susunan pengurus sebagaimana tercantum dalam lampiran keputusan ini.',
  'Ditetapkan di Contoh pada tanggal 25 Maret 2022',
];
const annex = [
  'LAMPIRAN KEPUTUSAN KETUA UMUM KORPRI CONTOH',
  'NOMOR : 12/SK/2022',
  'Ketua BUDI CONTOH',
];
const certificate = [
  'SURAT TANDA TAMAT PELATIHAN',
  'Nomor: 00012/PKP/2019',
  'Nama : BUDI CONTOH',
  'telah mengikuti Pelatihan Kepemimpinan Pengawas yang diselenggarakan oleh BPSDM Contoh',
  'yang meliputi 905 (sembilan ratus lima) jam pelajaran.',
];
const agenda = [
  'AGENDA PEMBELAJARAN',
  'No. Mata Pelatihan Jam Pelajaran',
  '1 Integritas Aparatur 12',
];
const evaluation = [
  'EVALUASI KINERJA PEGAWAI',
  'PEGAWAI YANG DINILAI PEJABAT PENILAI KINERJA',
  'CAPAIAN KINERJA ORGANISASI BAIK',
  'RATING HASIL KERJA SESUAI EKSPEKTASI',
];
const behaviour = ['PERILAKU KERJA', 'PREDIKAT KINERJA PEGAWAI BAIK'];
const text = ['KEPUTUSAN BUPATI CONTOH', 'TENTANG', 'KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL'];

const missing = (pages: readonly (readonly string[])[], type: 'organisasi' | 'diklat' | 'skp') =>
  findMissingPart(makeSampleReading(pages), type);

describe('a document whose pages do not suffice', () => {
  it('is told by its own count of pages', () => {
    expect(missing([[...text, '>Halaman 1 dari 3']], 'organisasi')).toBe('halaman');
    expect(missing([[...text, '>Halaman 1 dari 1']], 'organisasi')).toBeNull();
    const both = [
      [...text, '>Hal. 1/2'],
      [...text, '>Hal. 2/2'],
    ];
    expect(missing(both, 'organisasi')).toBeNull();
  });

  it('is told by a number that is passed over', () => {
    const jump = [
      [...text, '>- 1 -'],
      [...text, '>- 3 -'],
    ];
    expect(missing(jump, 'organisasi')).toBe('halaman');
    const steady = [
      [...text, '>- 1 -'],
      [...text, '>- 2 -'],
    ];
    expect(missing(steady, 'organisasi')).toBeNull();
  });

  it('is told by a catchword at its foot', () => {
    expect(missing([[...text, '>KEDUA : …']], 'organisasi')).toBe('halaman');
    expect(missing([[...text, '>.../2']], 'organisasi')).toBe('halaman');
    expect(missing([[...text, '>KEDUA : …'], text], 'organisasi')).toBeNull();
    expect(missing([[...text, '>NIP ..................']], 'organisasi')).toBeNull();
  });

  it('is told by an annex that it announces', () => {
    expect(missing([decree], 'organisasi')).toBe('lampiran');
    expect(missing([decree, annex], 'organisasi')).toBeNull();
  });

  it('is not an excerpt, which goes out without the list of all', () => {
    expect(missing([['P E T I K A N', ...decree]], 'organisasi')).toBeNull();
  });

  it('is told by the back of a certificate, where trainings list what was taught', () => {
    expect(missing([certificate], 'diklat')).toBe('mata_pelajaran');
    expect(missing([certificate, agenda], 'diklat')).toBeNull();
    const short = certificate.map((line) => line.replace(/905.*jam/u, '8 jam'));
    expect(missing([short], 'diklat')).toBeNull();
  });

  it('is told by the second half of an evaluation', () => {
    expect(missing([evaluation], 'skp')).toBe('penilaian');
    expect(missing([evaluation, behaviour], 'skp')).toBeNull();
  });

  it('is told by a text that runs to the foot of the last page without closing', () => {
    const body = Array.from(
      { length: 36 },
      (_, n) => `${n}. Ketentuan lain yang berlaku bagi pegawai`,
    );
    const open = [...text, 'M E M U T U S K A N :', ...body];
    expect(missing([open], 'organisasi')).toBe('penutup');
    expect(
      missing([open, ['Ditetapkan di Contoh', 'pada tanggal 25 Maret 2022']], 'organisasi'),
    ).toBeNull();
    expect(missing([open.slice(0, 12)], 'organisasi')).toBeNull();
  });

  it('is not suspected while pages are unread or unreadable', () => {
    const reading = makeSampleReading([decree]);
    expect(findMissingPart({ ...reading, pageCount: 2 }, 'organisasi')).toBeNull();
    const blurred = makeSampleReading([decree], { level: 'tidak_terbaca' });
    expect(findMissingPart(blurred, 'organisasi')).toBeNull();
  });
});
