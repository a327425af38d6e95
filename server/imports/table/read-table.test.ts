import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '#server/imports/table/read-table.ts';
import { tableSentence } from '#server/imports/table/table-sentences.ts';
import { writeTable } from '#server/imports/table/write-table.ts';
import { makeZip, type ZipPart } from '#tests/support/imports/make-zip.ts';
import { textWorkbook, workbookParts } from '#tests/support/imports/xlsx-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-tabel-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function read(content: string | Buffer) {
  files += 1;
  const file = path.join(folder, `berkas-${files}`);
  await writeFile(file, content);
  return readTable(file);
}

async function rowsOf(content: string | Buffer): Promise<readonly (readonly unknown[])[]> {
  const table = await read(content);
  if (!table.ok) throw new Error(table.error.kind);
  return table.value.sheets.flatMap(({ rows }) =>
    rows.map(({ number, cells }) => [number, ...cells]),
  );
}

async function faultOf(content: string | Buffer) {
  const table = await read(content);
  if (table.ok) throw new Error('It was read.');
  expect(tableSentence(table.error)).toMatch(/^[A-Z].*\.$/u);
  return table.error;
}

const workbook = (rows: string, options = {}, parts: readonly ZipPart[] = []): Buffer => {
  const own = workbookParts([{ name: 'Data', rows }], options);
  return makeZip([
    ...own.filter(({ name }) => !parts.some((part) => part.name === name)),
    ...parts,
  ]);
};

describe('a CSV file', () => {
  test.each([
    [
      'semicolons',
      'NIP;Nama\n1;Sari, S.Kom.\n',
      [
        [1, 'NIP', 'Nama'],
        [2, '1', 'Sari, S.Kom.'],
      ],
    ],
    [
      'commas',
      'NIP,Nama\r\n1,"Sari, S.Kom."\r\n',
      [
        [1, 'NIP', 'Nama'],
        [2, '1', 'Sari, S.Kom.'],
      ],
    ],
    [
      'tabs',
      'NIP\tNama\n1\tSari; Dewi\n',
      [
        [1, 'NIP', 'Nama'],
        [2, '1', 'Sari; Dewi'],
      ],
    ],
    [
      'a mark of UTF-8',
      '\ufeffNIP;Nama\n1;Sâri\n',
      [
        [1, 'NIP', 'Nama'],
        [2, '1', 'Sâri'],
      ],
    ],
    [
      "Excel's hint",
      'sep=;\nNIP;Nama\n1;2\n',
      [
        [2, 'NIP', 'Nama'],
        [3, '1', '2'],
      ],
    ],
    [
      'empty rows',
      'NIP;Nama\n\n;;\n1;2\n',
      [
        [1, 'NIP', 'Nama'],
        [4, '1', '2'],
      ],
    ],
    [
      'one column',
      'Nama\nSari\n',
      [
        [1, 'Nama'],
        [2, 'Sari'],
      ],
    ],
    [
      'quotes inside',
      'a;b\n"RSUD ""Kasih""";1\nRSUD "Ibu";2\n',
      [
        [1, 'a', 'b'],
        [2, 'RSUD "Kasih"', '1'],
        [3, 'RSUD "Ibu"', '2'],
      ],
    ],
    [
      'guarded texts',
      "a;b\n'=1+1;'0012\n",
      [
        [1, 'a', 'b'],
        [2, '=1+1', '0012'],
      ],
    ],
  ])('with %s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  test('in the alphabet of an older PC, and as Unicode text', async () => {
    expect(await rowsOf(Buffer.from('a;b\n\xe9;\x96\n', 'latin1'))).toEqual([
      [1, 'a', 'b'],
      [2, 'é', '–'],
    ]);
    const utf16 = Buffer.from('\ufeffa\tb\né\t1\n', 'utf16le');
    expect(await rowsOf(utf16)).toEqual([
      [1, 'a', 'b'],
      [2, 'é', '1'],
    ]);
  });

  test('a quote that nobody closes does not swallow memory', async () => {
    expect(await faultOf(`a;b\n"x;${'y'.repeat(2_000_000)}`)).toEqual({
      kind: 'sel_terlalu_panjang',
      row: 2,
    });
  });

  test('with a million columns, or with a row of ten thousand', async () => {
    expect(await faultOf(`${'a;'.repeat(400_000)}a\n`)).toEqual({
      kind: 'kolom_terlalu_banyak',
      row: 1,
    });
    expect(await faultOf(`${'ab;'.repeat(400_000)}a\n`)).toMatchObject({ row: 1 });
    expect(await faultOf(`a;b\n${'1;'.repeat(10_000)}1\n`)).toEqual({
      kind: 'kolom_terlalu_banyak',
      row: 2,
    });
    expect(await rowsOf(`a;b\n1;2${';'.repeat(10_000)}\n`)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });
});

describe('what is no table', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  test.each<[string, string | Buffer]>([
    ['kosong', ''],
    ['pdf', '%PDF-1.7\n…'],
    ['html', '<html><table><tr><td>NIP</td></tr></table></html>'],
    ['html', '\n<table border=1><tr><td>NIP'],
    ['xls_lama', ole],
    ['terkunci', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['bukan_tabel', Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7) % 32))],
    ['bukan_tabel', makeZip([{ name: 'foto.jpg', content: 'x' }])],
    ['ods', makeZip([{ name: 'content.xml', content: '<a/>' }])],
    ['xlsb', makeZip([{ name: 'xl/workbook.bin', content: 'x' }])],
    ['rusak', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
    ['rusak', makeZip([{ name: '../../etc/cron.d/x', content: 'x' }, ...workbookParts([])])],
    ['rusak', makeZip([...workbookParts([]), { name: 'xl/workbook.xml', content: '<a/>' }])],
    ['tanpa_lembar', makeZip(workbookParts([{ name: 'x', rows: '', state: 'hidden' }]))],
    ['terkunci', makeZip([{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }])],
  ])('%s', async (kind, content) => {
    expect(await faultOf(content)).toEqual({ kind });
  });

  test('a file that is not there', async () => {
    const table = await readTable(path.join(folder, 'tidak-ada.csv'));
    expect(table).toMatchObject({ error: { kind: 'tidak_ada' } });
  });
});

describe('an XLSX file', () => {
  test('texts, numbers, days and what formulas came to', async () => {
    const rows = [
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>',
      '<row r="5" spans="1:9"><c r="A5"><v>1.98001012005011E+17</v></c><c r="B5" s="1"><v>32874</v></c><c r="C5" s="2"><v>32874.75</v></c>',
      '<c r="D5" t="str"><f>A1&amp;"x"</f><v>jadi</v></c><c r="E5" t="e"><v>#N/A</v></c><c r="F5" t="b"><v>1</v></c><c r="G5" s="3"><v>32874</v></c>',
      '<c r="H5" t="inlineStr"><is><r><t>ka</t></r><r><t>ya</t></r></is></c><c r="I5" s="1"/></row>',
    ];
    const strings = [
      '<t>NIP</t>',
      '<r><t>Na</t></r><r><t xml:space="preserve">ma </t></r><rPh><t>x</t></rPh>',
    ];
    expect(await rowsOf(workbook(rows.join(''), { strings }))).toEqual([
      [2, 'NIP', '', 'Nama '],
      [5, 198001012005011000, '01-01-1990', '01-01-1990', 'jadi', '#N/A', 'TRUE', 32874, 'kaya'],
    ]);
  });

  test('days that are counted from 1904', async () => {
    const rows = '<row><c s="1"><v>31412</v></c></row>';
    expect(await rowsOf(workbook(rows, { is1904: true }))).toEqual([[1, '01-01-1990']]);
  });

  test('only the sheets that are in sight', async () => {
    const table = await read(
      makeZip(workbookParts([namedSheet('Isi', 'hidden'), namedSheet('Data', 'visible')])),
    );
    expect(table).toMatchObject({ value: { sheets: [{ name: 'Data' }] } });
  });

  test('one that grows to 500 MB is refused, also where it says that it does not', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: '<row></row>'.repeat(100_000) };
    const told = { ...sheet, declaredSize: 500 * 1_048_576 };
    expect(await faultOf(workbook('', {}, [told]))).toEqual({ kind: 'mengembang' });
    const untold = { ...sheet, declaredSize: 1_000 };
    expect(await faultOf(workbook('', {}, [untold]))).toEqual({ kind: 'rusak' });
  });

  test.each<[string, string]>([
    ['a cell of megabytes', `<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>`],
    ['a comment without end', `<!-- ${'x'.repeat(3_000_000)}`],
    ['elements within elements', '<x>'.repeat(100)],
    ['rows that go back', '<row r="5"/><row r="4"/>'],
    ['a row beyond the last', '<row r="99999999999"/>'],
    ['a column beyond the last', '<row><c r="ZZZZ1"><v>1</v></c></row>'],
    ['a number that is none', '<row><c><v>satu</v></c></row>'],
    ['XML that is not closed', '<row>'],
  ])('%s is refused', async (_, rows) => {
    expect(await faultOf(workbook(rows))).toEqual({ kind: 'rusak' });
  });

  test('a sheet that is named many times is not read many times', async () => {
    const rows = '<row><c><v>1</v></c></row>';
    const twice = workbookParts([
      { name: 'A', rows },
      { name: 'B', rows },
    ]).map((part) => ({
      ...part,
      content: part.content.toString().replace('worksheets/sheet2.xml', 'worksheets/sheet1.xml'),
    }));
    expect(await faultOf(makeZip(twice))).toEqual({ kind: 'rusak' });
  });

  test('rows of all sheets count together', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(60_000);
    const sheets = [
      { name: 'A', rows },
      { name: 'B', rows },
    ];
    expect(await faultOf(makeZip(workbookParts(sheets)))).toEqual({ kind: 'baris_terlalu_banyak' });
  });

  test('a cell that is made of many pieces', async () => {
    const pieces = '<r><t>xxxxxxxxxx</t></r>'.repeat(4_000);
    const rows = `<row r="7"><c t="inlineStr"><is>${pieces}</is></c></row>`;
    expect(await faultOf(workbook(rows))).toEqual({ kind: 'sel_terlalu_panjang', row: 7 });
  });

  test('entities that grow are not declared', async () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
    const parts = [{ name: 'xl/worksheets/sheet1.xml', content: lol }];
    expect(await faultOf(workbook('', {}, parts))).toEqual({ kind: 'rusak' });
  });

  test('a cell longer than any of Excel, or in a column far right', async () => {
    expect(
      await faultOf(workbook(`<row r="3"><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>`)),
    ).toEqual({ kind: 'sel_terlalu_panjang', row: 3 });
    expect(await faultOf(workbook('<row r="3"><c r="XFD3"><v>1</v></c></row>'))).toEqual({
      kind: 'kolom_terlalu_banyak',
      row: 3,
    });
  });
});

describe('what is written', () => {
  const texts = [
    ['NIP', 'Nama', 'Alasan'],
    ['198001012005011001', '=HYPERLINK("http://x";"a")', '+62;812'],
    ['0012', '@SUM(A1)', '-1+1\t'],
    ['\tx', 'a\nb', 'a"b"'],
    ["'=1", ' spasi ', 'é'],
  ];
  test.each([
    ['csv', { kind: 'csv', separator: ';' }],
    ['csv', { kind: 'csv', separator: '\t' }],
    ['xlsx', { kind: 'xlsx' }],
  ] as const)('as %s comes back as it was, as text', async (_, form) => {
    const file = path.join(folder, `tulis-${form.kind}`);
    await writeTable(file, form, texts);
    const table = await readTable(file);
    expect(table).toMatchObject({ ok: true, value: { form } });
    const rows = table.ok ? table.value.sheets[0]!.rows.map(({ cells }) => cells) : [];
    expect(rows).toEqual(texts);
  });

  test('a spreadsheet has nothing to obey', async () => {
    const file = path.join(folder, 'rumus.csv');
    await writeTable(file, { kind: 'csv', separator: ';' }, [['=1+1', '\0\ud800x', '  =2']]);
    expect(await readFile(file, 'utf8')).toBe("\ufeff'=1+1;\ufffd\ufffdx;'  =2\r\n");
  });
});

function namedSheet(name: string, state: 'hidden' | 'visible') {
  return { name, state, rows: `<row><c t="str"><v>${name}</v></c></row>` };
}

test('a workbook of texts is read as it was made', async () => {
  expect(await rowsOf(textWorkbook([['a', '<b>'], ['c']]))).toEqual([
    [1, 'a', '<b>'],
    [2, 'c'],
  ]);
});
