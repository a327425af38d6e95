import { describe, expect, it } from 'vitest';
import { evidenceFor, verdictOn } from '#tests/support/samples/matched.ts';
import { samplePage, sampleText } from '#tests/support/samples/sample-page.ts';

describe('a value is found only where it was read with certainty', () => {
  const nip = { kind: 'nip', value: '198503122010011901' } as const;
  const right = 'NIP : 19850312 201001 1 901';
  const wrong = 'NIP : 19850312 201001 1 907';

  it('takes a text layer at its word', () => {
    expect(verdictOn(nip, sampleText(right))).toBe('ditemukan');
  });

  it('does not take figures from a single reading of an image, however sure', () => {
    expect(verdictOn(nip, samplePage([{ lines: [right], confidence: 96 }]))).toBe('tidak_yakin');
  });

  it('takes figures that two readings agree on', () => {
    const reading = samplePage([
      { lines: [right], confidence: 80 },
      { pass: 'potongan', lines: [right], confidence: 80 },
    ]);
    expect(verdictOn(nip, reading)).toBe('ditemukan');
  });

  it('does not take figures that a third reading contradicts', () => {
    const reading = samplePage([
      { lines: [right], confidence: 70 },
      { pass: 'potongan', lines: [right], confidence: 70 },
      { pass: 'gambar_dibersihkan', lines: [wrong], confidence: 60 },
    ]);
    expect(verdictOn(nip, reading)).toBe('tidak_yakin');
  });

  it('takes letters from one reading that is sure, not from one that is not', () => {
    const name = { kind: 'nama', value: 'BUDI CONTOH' } as const;
    expect(verdictOn(name, samplePage([{ lines: ['Nama : BUDI CONTOH'], confidence: 85 }]))).toBe(
      'ditemukan',
    );
    expect(verdictOn(name, samplePage([{ lines: ['Nama : BUDI CONTOH'], confidence: 40 }]))).toBe(
      'tidak_yakin',
    );
  });

  it('finds nothing on a page that cannot be read, and only likeness on one that is not sharp', () => {
    const lines = [{ pass: 'lapisan_teks' as const, lines: [right] }];
    expect(verdictOn(nip, samplePage(lines, 'kurang_tajam'))).toBe('kurang_tajam');
    expect(verdictOn(nip, samplePage(lines, 'tidak_terbaca'))).toBe('tidak_ditemukan');
  });

  it('shows what stands there instead, and where', () => {
    const found = evidenceFor(nip, sampleText('Nama : BUDI CONTOH', wrong));
    expect(found).toMatchObject({
      status: 'mirip',
      because: 'serupa',
      equal: false,
      place: { page: 1, printed: '19850312 201001 1 907', label: null },
    });
  });
});

describe('labels tell which field a value belongs to', () => {
  const decree = sampleText(
    'Nama : BUDI CONTOH, S.Sos.',
    'Tempat, tanggal lahir : Contoh, 12 Maret 1985',
    'Pangkat lama/Gol. ruang/TMT : Penata Muda, III/a / 1 April 2017',
    'Terhitung mulai tanggal 1 April 2021 dinaikkan pangkatnya menjadi Penata',
    'Muda Tingkat I golongan ruang III/b, dengan masa kerja golongan 08 Tahun',
    '03 Bulan dan diberikan gaji pokok sebesar Rp 2.903.600,-',
    '\tDitetapkan di Kencana',
    '\tpada tanggal 15 Maret 2021',
  );
  const tmt = ['terhitung mulai tanggal', 'TMT'];
  const signed = ['ditetapkan di', 'pada tanggal'];

  it('finds TMT and the date of the decree each at its own label', () => {
    expect(
      evidenceFor({ kind: 'tanggal', value: '2021-04-01', labels: tmt }, decree),
    ).toMatchObject({
      status: 'ditemukan',
      place: { label: 'terhitung mulai tanggal' },
    });
    expect(verdictOn({ kind: 'tanggal', value: '2021-03-15', labels: signed }, decree)).toBe(
      'ditemukan',
    );
  });

  it('does not take the one for the other', () => {
    expect(
      evidenceFor({ kind: 'tanggal', value: '2021-03-15', labels: tmt }, decree),
    ).toMatchObject({
      status: 'berbeda',
      place: { printed: '1 April 2021', label: 'terhitung mulai tanggal' },
    });
    expect(verdictOn({ kind: 'tanggal', value: '2021-04-01', labels: signed }, decree)).toBe(
      'berbeda',
    );
  });

  it('does not take the golongan before for the one after', () => {
    const labels = ['dinaikkan pangkatnya menjadi', 'golongan ruang'];
    expect(verdictOn({ kind: 'golongan', value: 'III/b', labels }, decree)).toBe('ditemukan');
    expect(evidenceFor({ kind: 'golongan', value: 'III/a', labels }, decree)).toMatchObject({
      status: 'berbeda',
      place: { printed: 'III/b' },
    });
  });

  it('tells years of service from months by the unit behind them', () => {
    const labels = ['masa kerja golongan'];
    const service = { kind: 'angka' as const, labels };
    expect(verdictOn({ ...service, value: '8', unit: 'tahun' }, decree)).toBe('ditemukan');
    expect(verdictOn({ ...service, value: '3', unit: 'bulan' }, decree)).toBe('ditemukan');
    expect(verdictOn({ ...service, value: '8', unit: 'bulan' }, decree)).not.toBe('ditemukan');
  });

  it('does not take a score for that of another element', () => {
    const form = sampleText(
      '1. Orientasi Pelayanan   85   (Baik)',
      '2. Integritas   87   (Baik)',
      '3. Komitmen   86   (Baik)',
    );
    const query = { kind: 'angka' as const, labels: ['Integritas'] };
    expect(verdictOn({ ...query, value: '87' }, form)).toBe('ditemukan');
    expect(verdictOn({ ...query, value: '86' }, form)).not.toBe('ditemukan');
  });
});

describe('a copy without label proves nothing where the label says another value', () => {
  const diploma = sampleText(
    'Nomor Ijazah : 1031/UCM/FT/S1-TI/2014',
    'lahir di Kencana, tanggal 30 Mei 1992, telah menyelesaikan pendidikan',
    'pada Program Studi Teknik Contoh, lulus tanggal 21 Agustus 2014',
    ...Array.from({ length: 12 }, () => ''),
    '\tKencana, 13 September 2014',
  );
  const birth = { kind: 'tanggal' as const, labels: ['tanggal lahir', 'lahir di'] };

  it('does not take the date of signing for the date of birth', () => {
    expect(verdictOn({ ...birth, value: '1992-05-30' }, diploma)).toBe('ditemukan');
    expect(verdictOn({ ...birth, value: '2014-09-13' }, diploma)).toBe('berbeda');
  });

  it('finds the date of signing, which has no label, for the field that it belongs to', () => {
    const labels = ['ditetapkan pada tanggal', 'tanggal'];
    expect(verdictOn({ kind: 'tanggal', value: '2014-09-13', labels }, diploma)).toBe('ditemukan');
    expect(verdictOn({ kind: 'tanggal', value: '1992-05-30', labels }, diploma)).toBe('kolom_lain');
  });

  it('finds a value without label where the label stands before nothing that can be read', () => {
    const torn = sampleText('lahir di Kencana, tanggal', '', 'Kencana, 13 September 2014');
    expect(verdictOn({ ...birth, value: '2014-09-13' }, torn)).toBe('ditemukan');
  });
});

describe('a value that could not be made out beside its label', () => {
  const query = { kind: 'nomor' as const, value: '821.2/123/BKD/2021', labels: ['Nomor'] };
  const stamped = (confidence: number) =>
    evidenceFor(query, samplePage([{ lines: ['Nomor : SAM GARA'], confidence }]));

  it('shows the place and what was read there', () => {
    expect(stamped(70)).toMatchObject({ status: 'mirip', place: { printed: 'SAM GARA' } });
  });

  it('shows the place alone where what was read is noise', () => {
    expect(stamped(10)).toMatchObject({ status: 'mirip', place: { page: 1, printed: '' } });
  });
});

describe('a date belongs to the letter whose number stands before it', () => {
  const transfer = sampleText(
    'Membaca : 1. Surat Bupati Nomor 824/117/BKD/2021 tanggal 3 Mei 2021',
    '2. Surat Gubernur Nomor 824/0905/BKD/2021 tanggal 21 Juni 2021',
    ...Array.from({ length: 30 }, () => ''),
    '\tDitetapkan di Kencana',
    '\tpada tanggal 30 Juli 2021',
  );
  const labels = ['ditetapkan di', 'pada tanggal', 'tanggal'];
  const origin = { kind: 'tanggal' as const, letter: '824/117/BKD/2021', labels };

  it('finds the date behind its own number', () => {
    expect(evidenceFor({ ...origin, value: '2021-05-03' }, transfer)).toMatchObject({
      status: 'ditemukan',
      place: { label: '824/117/BKD/2021' },
    });
  });

  it('does not take that of another letter, nor that of the paper itself', () => {
    expect(verdictOn({ ...origin, value: '2021-06-21' }, transfer)).not.toBe('ditemukan');
    expect(verdictOn({ ...origin, value: '2021-07-30' }, transfer)).not.toBe('ditemukan');
  });
});

describe('strokes of a capital I', () => {
  const number = { kind: 'nomor', value: '813.3/0078/BKD-II/2019' } as const;

  it('speak for the letter in every reading, whatever else the reading got wrong', () => {
    const reading = samplePage([
      { lines: ['Nomor : 813.3/0078/BKD-II/2019'], confidence: 70 },
      { pass: 'potongan', lines: ['Nomor : 813.3/0078/BKD-11/2019'], confidence: 50 },
      { pass: 'gambar_dibersihkan', lines: ['Nomor : 813.3/0078/BKO-1I/2019'], confidence: 30 },
    ]);
    expect(verdictOn(number, reading)).toBe('ditemukan');
  });

  it('never stand for a figure', () => {
    const reading = samplePage([
      { lines: ['Nomor : 813.3/0078/BKD-1/2019'], confidence: 90 },
      { pass: 'potongan', lines: ['Nomor : 813.3/0078/BKD-1/2019'], confidence: 90 },
    ]);
    expect(verdictOn({ ...number, value: '813.3/0078/BKD-11/2019' }, reading)).not.toBe(
      'ditemukan',
    );
    expect(verdictOn({ ...number, value: '813.3/0078/BKD-II/2019' }, reading)).not.toBe(
      'ditemukan',
    );
  });
});

describe('whoever signs is not the employee', () => {
  const letter = sampleText(
    'Nama : BUDI CONTOH',
    'NIP : 19850312 201001 1 901',
    ...Array.from({ length: 28 }, () => ''),
    '\tKencana, 2 Mei 2023',
    '\tKepala Badan Kepegawaian,',
    '',
    '\tDrs. HASAN TELADAN',
    '\tPembina Utama Muda, IV/c',
    '\tNIP 19700101 199503 1 902',
  );

  it('does not find an employee by the name, NIP or golongan under a signature', () => {
    expect(verdictOn({ kind: 'nama', value: 'HASAN TELADAN', labels: ['Nama'] }, letter)).toBe(
      'pejabat',
    );
    expect(verdictOn({ kind: 'nip', value: '197001011995031902', labels: ['NIP'] }, letter)).toBe(
      'pejabat',
    );
    expect(verdictOn({ kind: 'golongan', value: 'IV/c' }, letter)).toBe('pejabat');
  });

  it('finds the official there who is looked for', () => {
    expect(verdictOn({ kind: 'nama', value: 'HASAN TELADAN', of: 'pejabat' }, letter)).toBe(
      'ditemukan',
    );
  });

  it('does not find who signs at another place either, where its heading was not read', () => {
    const form = sampleText(
      'NIP   197001011995031902',
      ...Array.from({ length: 32 }, () => ''),
      '\tHASAN TELADAN',
      '\tNIP 19700101 199503 1 902',
    );
    expect(verdictOn({ kind: 'nip', value: '197001011995031902', labels: ['NIP'] }, form)).toBe(
      'pejabat',
    );
  });

  it('keeps the two parties of an evaluation apart, one beside the other', () => {
    const form = sampleText(
      'PEGAWAI YANG DINILAI\tPEJABAT PENILAI KINERJA',
      'NAMA   BUDI CONTOH\tNAMA   HASAN TELADAN',
      'NIP   198503122010011901\tNIP   197001011995031902',
    );
    expect(verdictOn({ kind: 'nama', value: 'BUDI CONTOH', labels: ['Nama'] }, form)).toBe(
      'ditemukan',
    );
    expect(verdictOn({ kind: 'nama', value: 'HASAN TELADAN', labels: ['Nama'] }, form)).toBe(
      'pejabat',
    );
    expect(verdictOn({ kind: 'nama', value: 'BUDI CONTOH', of: 'pejabat' }, form)).toBe(
      'kolom_lain',
    );
  });
});

describe('a pangkat without its golongan', () => {
  const menjadi = { kind: 'golongan' as const, labels: ['menjadi', 'golongan ruang'] };

  it.each([
    ['III/c', 'Penata Muda Tingkat I'],
    ['III/c', 'Penata Tingkat I'],
    ['II/c', 'Pengatur Muda'],
    ['IV/a', 'Pembina Utama Madya'],
  ])('does not resemble %s in print where it is another one: %s', (value, pangkat) => {
    const paper = sampleText(`dinaikkan menjadi ${pangkat}, terhitung mulai tanggal 1 April 2021`);
    expect(verdictOn({ ...menjadi, value }, paper)).toBe('tidak_ditemukan');
  });

  it('is shown where it is the same, and in a picture', () => {
    const lines = ['dinaikkan menjadi Penata Muda Tingkat I'];
    expect(verdictOn({ ...menjadi, value: 'III/b' }, sampleText(...lines))).toBe('tak_dikenali');
    expect(verdictOn({ ...menjadi, value: 'III/c' }, samplePage([{ lines }]))).toBe('tidak_yakin');
  });
});
