import { describe, expect, it } from 'vitest';
import type { ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';
import { finders } from '#renderer/evidence/matching/values/find-values.ts';

/** How a printed text compares with a value: the best agreement that its kind finds; null where it finds nothing. */
function compare(kind: ValueKind, value: string, ...printed: readonly string[]): string | null {
  const query = sampleQuery({ kind, value });
  const [stream] = streamsOf(sampleText(...printed))[0]!.searched;
  const spans = finders[kind](query, stream!).filter(({ distance }) => distance <= 0.45);
  for (const agreement of ['sama', 'samar', 'beda'] as const) {
    if (spans.some((span) => span.agreement === agreement)) return agreement;
  }
  return null;
}

describe('tanggal', () => {
  it.each([
    '12 Maret 1985',
    '12-03-1985',
    '12/3/1985',
    '12 . 03 . 1985',
    '1985-03-12',
    'Contoh, 12 MARET 1985.',
    '12 Maret s.d. 15 Juli 1985',
    '12 s.d. 15 Maret 1985',
    'dari tanggal 9 sampai dengan 12 Maret 1985',
    'dua belas bulan Maret tahun seribu sembilan ratus delapan puluh lima',
  ])('is the same as printed: %s', (printed) => {
    expect(compare('tanggal', '1985-03-12', printed)).toBe('sama');
  });

  it.each([
    'March 15, 2021',
    'Mar 15th, 2021',
    '15th March 2021',
    '15th of March 2021',
    '15 (lima belas) Maret 2021',
    '15 (lima belas) bulan Maret tahun 2021',
    '15 Maret Tahun 2021',
    '15 bulan Maret tahun dua ribu dua puluh satu',
    'lima belas bulan Maret tahun 2021',
    '15-Mar-2021',
    '15 Mar. 2021',
    '15-III-2021',
    '15–03–2021',
    '15th day of March, 2021',
    '15 bulan 3 tahun 2021',
    '2021/03/15',
  ])('is the same in words, in English and with roman months: %s', (printed) => {
    expect(compare('tanggal', '2021-03-15', printed)).toBe('sama');
  });

  it.each(['15-3-21', '15/03/21', "15 Maret '21", '15 Maret `21', '15 Maret 21', '15.3.21'])(
    'leaves the century open of two figures: %s',
    (printed) => {
      expect(compare('tanggal', '2021-03-15', printed)).toBe('samar');
      expect(compare('tanggal', '1921-03-15', printed)).toBe('samar');
      expect(compare('tanggal', '2021-03-16', printed)).not.toBe('sama');
      expect(compare('tanggal', '2021-03-16', printed)).not.toBe('samar');
    },
  );

  it('is not certain of figures in the boxes of a form', () => {
    expect(compare('tanggal', '2021-03-15', '15 03 2021')).toBe('samar');
  });

  it('is not certain where its words say another day', () => {
    expect(compare('tanggal', '2021-03-15', '15 (enam belas) Maret 2021')).toBe('samar');
  });

  it('does not take the figures of a number for a day', () => {
    expect(compare('tanggal', '2021-03-15', 'Nomor 821.2-15-3-21/BKD')).toBeNull();
  });

  it('knows old spellings of the months and takes a long name with a slip', () => {
    expect(compare('tanggal', '2015-02-03', '3 Pebruari 2015')).toBe('sama');
    expect(compare('tanggal', '2015-11-03', '3 Nopember 2015')).toBe('sama');
    expect(compare('tanggal', '2015-09-03', '3 Seplember 2015')).toBe('sama');
  });

  it('does not take a month for the other that differs in a letter', () => {
    expect(compare('tanggal', '2015-06-03', '3 Juii 2015')).not.toBe('sama');
  });

  it.each(['13 Maret 1985', '12 April 1985', '12 Maret 1986', '03-12-1985', '112 Maret 1985'])(
    'is another day as printed: %s',
    (printed) => {
      expect(compare('tanggal', '1985-03-12', printed)).not.toBe('sama');
    },
  );

  it('is not certain where a letter was read for a digit', () => {
    expect(compare('tanggal', '1985-03-14', 'l4 Maret 1985')).toBe('samar');
  });

  it('finds a day and a month whose numbers are the same', () => {
    expect(compare('tanggal', '2021-01-01', '1 Januari 2021')).toBe('sama');
  });
});

describe('nomor', () => {
  const number = '813.3/0078/BKD-II/2019';

  it('is the same with spaces, other dashes and a capital I read as l or 1 within letters', () => {
    expect(compare('nomor', number, 'NOMOR : 813.3 / 0078 / BKD-II / 2019')).toBe('sama');
    expect(compare('nomor', number, 'Nomor 813.3/0078/BKD–Il/2019.')).toBe('sama');
    expect(compare('nomor', number, 'Nomor 813.3/0078/BKD-11/2019')).toBe('sama');
  });

  it.each([
    '813.3/0079/BKD-II/2019',
    '813.3/078/BKD-II/2019',
    '8133/0078/BKD-II/2019',
    '813.3/0078/BKD-III/2019',
    '813.3/0078/BKD/II/2019',
    '813.3/0078/BKD-II/2019/2',
    '1813.3/0078/BKD-II/2019',
  ])('is another number: %s', (printed) => {
    expect(compare('nomor', number, `Nomor ${printed}`)).not.toBe('sama');
  });

  it('does not take L for I', () => {
    expect(compare('nomor', '0345/IAN/2022', '0345/LAN/2022')).not.toBe('sama');
  });
});

describe('nip and nik', () => {
  it('are the same however grouped', () => {
    expect(compare('nip', '198503122010011901', 'NIP. 19850312 201001 1 901')).toBe('sama');
    expect(compare('nip', '198503122010011901', 'NIP 198503122010011901')).toBe('sama');
  });

  it('are others with a digit more, less or changed', () => {
    expect(compare('nik', '9901011203850001', '99010112038500012')).not.toBe('sama');
    expect(compare('nik', '9901011203850001', '990101120385000')).not.toBe('sama');
    expect(compare('nik', '9901011203850001', '9901011203850007')).toBe('beda');
  });

  it('are looked at where the line of a table cell may have been read as a stroke before them', () => {
    expect(compare('nik', '9901011203850001', '19901011203850001')).toBe('samar');
    expect(compare('nip', '198503122010011901', '1198503122010011901')).toBe('samar');
    expect(compare('nip', '198503122010011901', '1985031220100119011')).toBe('samar');
    expect(compare('nik', '9901011203850001', '79901011203850001')).toBe('beda');
  });

  it('are looked at where a digit more hangs on behind them', () => {
    for (const printed of ['NIP 19850312 201001 1 901 7', 'NIP 19850312-201001-1-901-7'])
      expect(compare('nip', '198503122010011901', printed)).not.toBe('sama');
    // A column of its own.
    expect(compare('nip', '198503122010011901', 'NIP 19850312 201001 1 901    7')).toBe('sama');
  });

  it('are never certain with a length that no such number has', () => {
    expect(compare('nip', '1198503122010011901', '1198503122010011901')).toBe('samar');
  });
});

describe('angka and uang', () => {
  it.each([
    ['2903600', 'Rp 2.903.600,-'],
    ['2903600', 'Rp2.903.600,00'],
    ['88.45', '88,45'],
    ['150', '150,000'],
    ['905', '905 (sembilan ratus lima) jam pelajaran'],
    ['8', 'masa kerja 08 Tahun 03 Bulan'],
    ['2688050', 'Rp 2.688.050'],
    ['2688050', 'Rp2.688.050,-'],
    ['3045600', 'Rp. 3.045.600,-'],
    ['3045600', 'Rp 3,045,600.00'],
    ['1050', '1.050,00'],
    ['1005', '1.005 JP'],
    ['1005', '1.005JP'],
    ['40', '40JP'],
    ['12.050', '12,050'],
    ['1234.567', '1.234,567'],
    ['1234.567', '1,234.567'],
    ['0.75', '0,75'],
    ['2688050', "2'688'050"],
    ['2688050', 'Rp 2 688 050,-'],
  ])('%s is printed as %s', (value, printed) => {
    expect(compare('angka', value, printed)).toBe('sama');
  });

  it.each([
    ['12.050', '12.050'],
    ['1.005', '1.005 JP'],
    ['12050', '12,050'],
    ['2903600', '2,903.600'],
    ['2688050', 'Rp 2.688.050.00'],
  ])('%s may be what is printed as %s: a mark leaves it open', (value, printed) => {
    expect(compare('angka', value, printed)).toBe('samar');
  });

  it('are others where a digit is', () => {
    expect(compare('uang', '2903600', 'Rp 2.903.500,-')).toBe('beda');
    expect(compare('angka', '88.45', '88,54')).toBe('beda');
    expect(compare('angka', '5', 'Undang-Undang Nomor 5 Tahun 2014')).toBeNull();
  });

  it('are doubted where the number in words says something else', () => {
    const query = sampleQuery({ kind: 'angka', value: '905' });
    const [stream] = streamsOf(sampleText('905 (sembilan ratus enam) jam'))[0]!.searched;
    expect(finders.angka(query, stream!)).toMatchObject([{ agreement: 'sama', support: false }]);
  });
});

/** What the pangkat beside a golongan III/b says of it. */
function support(printed: string): boolean | null | undefined {
  const query = sampleQuery({ kind: 'golongan', value: 'III/b' });
  const [stream] = streamsOf(sampleText(printed))[0]!.searched;
  return finders.golongan(query, stream!).find(({ agreement }) => agreement === 'sama')?.support;
}

describe('golongan', () => {
  it('is the same in any case and with spaces', () => {
    expect(compare('golongan', 'III/b', 'golongan ruang III / B')).toBe('sama');
    expect(compare('golongan', 'III/b', 'golongan ruang III/c')).toBe('beda');
    expect(compare('golongan', 'III/b', 'golongan ruang II/b')).toBe('beda');
  });

  it('is the same with a point, and no eselon or paragraph', () => {
    expect(compare('golongan', 'III/b', 'Gol. III.b')).toBe('sama');
    expect(compare('golongan', 'III/b', 'III.b')).toBe('sama');
    expect(compare('golongan', 'III/b', 'Eselon III.b')).toBeNull();
    expect(compare('golongan', 'III/b', 'Gol. IIIb')).toBe('samar');
  });

  it.each(['IX', 'Golongan IX', 'Golongan : IX', 'golongan ruang IX'])(
    'of a PPPK is a numeral by itself: %s',
    (printed) => {
      expect(compare('golongan', 'IX', printed)).toBe('sama');
      expect(compare('golongan', 'X', printed)).not.toBe('sama');
      expect(compare('golongan', 'V', printed)).not.toBe('sama');
    },
  );

  it.each(['Angkatan IX', 'BAB IX', 'IX. KETENTUAN PENUTUP', 'Kelas IX', '813/IX/2021', 'IX/a'])(
    'of a PPPK is none of the other things that are counted so: %s',
    (printed) => {
      expect(compare('golongan', 'IX', printed)).not.toBe('sama');
    },
  );

  it('of a PPPK is a single letter only where it is called one', () => {
    expect(compare('golongan', 'V', 'Golongan V')).toBe('sama');
    expect(compare('golongan', 'V', 'Gedung V')).toBeNull();
  });

  it('is confirmed or denied by the pangkat beside it', () => {
    expect(support('Penata Muda Tingkat I (III/b)')).toBe(true);
    expect(support('Penata Muda Tk. I, III/b')).toBe(true);
    expect(support('Penata Muda, III/b')).toBe(false);
    expect(support('Gol. III/b')).toBeNull();
  });
});

describe('nama', () => {
  const name = 'RATNA CONTOH DEWI';

  it('is compared without titles and whatever the case', () => {
    expect(compare('nama', name, 'Dr. Ratna Contoh Dewi, S.Pd., M.Si.')).toBe('sama');
    expect(compare('nama', `${name}, S.Pd`, 'RATNA CONTOH DEWI')).toBe('sama');
  });

  it('takes a stroke within letters for the letter that it can only be', () => {
    expect(compare('nama', 'MELATI CONTOH', 'MELATl C0NTOH')).toBe('sama');
  });

  it('is another with one letter changed or one name more', () => {
    expect(compare('nama', name, 'RATNA CONTOH DEWA')).toBe('beda');
    expect(compare('nama', name, 'RATNA CONTOH DEWI LESTARI')).toBe('beda');
    expect(compare('nama', name, 'RATNA CONTOH DEWI NIP 1985')).toBe('sama');
  });
});

describe('gelar', () => {
  it('is the same with points and spaces lost', () => {
    expect(compare('gelar', 'S.Kom.', 'BUDI CONTOH, S. Kom')).toBe('sama');
    expect(compare('gelar', 'S.STP., M.Si', 'BUDI CONTOH, S.STP, M.Si.')).toBe('sama');
  });

  it('tells a physician from a doctorate by the case alone', () => {
    expect(compare('gelar', 'dr.', 'dr. AHMAD FAUZI')).toBe('sama');
    expect(compare('gelar', 'dr.', 'Dr. dr. AHMAD FAUZI')).toBe('sama');
    expect(compare('gelar', 'Dr.', 'Dr. AHMAD FAUZI')).toBe('sama');
    expect(compare('gelar', 'dr.', 'Dr. AHMAD FAUZI')).toBe('beda');
    expect(compare('gelar', 'Dr.', 'dr. AHMAD FAUZI')).toBe('beda');
    expect(compare('gelar', 'dr.', 'DR. AHMAD FAUZI')).toBe('samar');
    expect(compare('gelar', 'Dr.', 'DR. AHMAD FAUZI')).toBe('samar');
    expect(compare('gelar', 'drg.', 'Drg. AHMAD FAUZI')).toBe('sama');
    expect(compare('gelar', 'Drs.', 'DRS. AHMAD FAUZI')).toBe('sama');
  });

  it('is not part of a longer one, nor some word of the text', () => {
    expect(compare('gelar', 'S.Pd', 'BUDI CONTOH, S.Pd.I')).not.toBe('sama');
    expect(compare('gelar', 'M.Si', 'BUDI CONTOH, S.STP., M.Si')).not.toBe('sama');
    expect(compare('gelar', 'S.E', 'Surat Edaran SE Nomor 5')).not.toBe('sama');
    expect(compare('gelar', 'S.Pd', 'BUDI CONTOH, S.E.')).not.toBe('sama');
  });
});

describe('teks', () => {
  it.each([
    ['SMA Negeri 1 Contoh', 'Sekolah Menengah Atas Negeri 1 Contoh'],
    ['Sekolah Menengah Atas Negeri 1 Contoh', 'SMAN 1 CONTOH'],
    ['Jalan Cempaka Nomor 17', 'JL. CEMPAKA NO. 17'],
    ['Dinas Pendidikan dan Kebudayaan', 'DINAS PENDIDIKAN & KEBUDAYAAN'],
    ['Universitas Contoh Mandiri', 'UNI V ERSITAS CONTOH MANDIRI'],
    ['08 Tahun 03 Bulan', '08 Thn. 03 Bln.'],
  ])('%s is printed as %s', (value, printed) => {
    expect(compare('teks', value, printed)).toBe('sama');
  });

  it('reads on where a line breaks', () => {
    expect(
      compare(
        'teks',
        'Analis Kepegawaian Ahli Pertama',
        'Jabatan : Analis Kepegawaian',
        'Ahli Pertama',
      ),
    ).toBe('sama');
  });

  it('is found in parts with a label each', () => {
    const address = 'Jalan Contoh No. 9, RT/RW 006/004, Margasari, Kecamatan Contoh Selatan';
    const card = ['Alamat : JALAN CONTOH NO. 9', 'RT/RW : 006/004', 'Kel/Desa : MARGASARI'];
    expect(compare('teks', address, ...card, 'Kecamatan : CONTOH SELATAN')).toBe('sama');
    expect(compare('teks', address, ...card, 'Kecamatan : CONTOH TIMUR')).not.toBe('sama');
  });

  it('is another in a letter, a figure or the word before it', () => {
    expect(compare('teks', 'SMA Negeri 1 Contoh', 'SMA Negeri 2 Contoh')).toBe('beda');
    expect(compare('teks', 'Angkatan I', 'Angkatan IX')).not.toBe('sama');
    expect(compare('teks', 'Baik', 'Sangat Baik')).toBe('beda');
    expect(compare('teks', 'Kawin', 'BELUM KAWIN')).toBe('beda');
  });
});
