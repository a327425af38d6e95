import { expect, test } from 'vitest';
import { plainName, type Column, type Columns } from '#server/imports/columns/column.ts';
import { findHeader, type KnownColumns } from '#server/imports/columns/find-header.ts';
import { asnKind } from '#server/imports/kinds/asn.ts';
import { opdKind } from '#server/imports/kinds/opd.ts';
import { unorKind } from '#server/imports/kinds/unor.ts';
import type { Cell } from '#server/imports/table/table.ts';

const columns = {
  id: { label: 'Kode OPD', names: ['ID'], required: true },
  name: { label: 'Nama OPD', names: ['Nama'], required: true },
  parent: { label: 'Kode induk', names: ['Induk'] },
} satisfies Columns;

function find(
  rows: readonly (readonly Cell[])[],
  known: KnownColumns = { columns, ignored: ['Alamat'] },
) {
  return findHeader(
    { name: '', rows: rows.map((cells, at) => ({ number: at + 1, cells })) },
    known,
  );
}

test.each<[string, (readonly Cell[])[], [string, number][], number]>([
  [
    'in any spelling',
    [
      ['KODE_OPD', ' nama  opd ', 'Kode-Induk'],
      ['1', 'A'],
    ],
    [
      ['id', 0],
      ['name', 1],
      ['parent', 2],
    ],
    1,
  ],
  [
    'by other names',
    [
      ['No.', 'Id', 'NAMA'],
      ['1', '2', 'A'],
    ],
    [
      ['id', 1],
      ['name', 2],
    ],
    1,
  ],
  [
    'under titles',
    [['DAFTAR OPD'], ['Kabupaten Contoh', 2026], ['Kode OPD', 'Nama OPD'], ['1', 'A']],
    [
      ['id', 0],
      ['name', 1],
    ],
    3,
  ],
  [
    'over numbers',
    [
      ['Kode OPD', 'Nama OPD', ''],
      ['(1)', '(2)', '(3)'],
      ['1', 'A'],
    ],
    [
      ['id', 0],
      ['name', 1],
    ],
    2,
  ],
  [
    'in two rows',
    [
      ['No', 'OPD', '', 'Induk'],
      ['', 'Kode', 'Nama', ''],
      ['1', 'x', 'A'],
    ],
    [
      ['id', 1],
      ['name', 2],
      ['parent', 3],
    ],
    2,
  ],
])('a header is found %s', (_, rows, places, above) => {
  const known = {
    columns: {
      ...columns,
      id: { ...columns.id, names: ['ID', 'OPD Kode'] },
      name: { ...columns.name, names: ['Nama', 'OPD Nama'] },
    },
    ignored: [],
  };
  const found = find(rows, known);
  expect(found).toMatchObject({ ok: true, value: { above } });
  expect(found.ok && [...found.value.places].toSorted((a, b) => a[1] - b[1])).toEqual(places);
});

test('what is not known is named, what is known and not asked for is not', () => {
  const found = find([['No', 'Kode OPD', 'Nama OPD', 'Alamat', 'Warna', 'ALASAN DITOLAK']]);
  expect(found).toMatchObject({ value: { unknown: ['Warna'], reasonAt: 5, headAt: 0 } });
});

test.each<[string, (readonly Cell[])[], object]>([
  ['nothing', [], { kind: 'tanpa_kepala', required: ['Kode OPD', 'Nama OPD'] }],
  [
    'data alone',
    [
      ['1', 'Dinas A'],
      ['2', 'Dinas B'],
    ],
    { kind: 'tanpa_kepala', required: ['Kode OPD', 'Nama OPD'] },
  ],
  [
    'a column that is missing',
    [['Kode OPD', 'Induk', 'Warna']],
    { kind: 'kolom_kurang', missing: ['Nama OPD'], unknown: ['Warna'] },
  ],
  [
    'a column that is there twice',
    [['Kode OPD', 'Nama OPD', 'ID']],
    { kind: 'kolom_ganda', label: 'Kode OPD', letters: ['A', 'C'] },
  ],
])('%s is named', (_, rows, error) => {
  expect(find(rows)).toEqual({ ok: false, error });
});

test('the lists of SIASN are known by their own names', () => {
  const siasn = [
    'PNS ID',
    'NIP BARU',
    'NIP LAMA',
    'NAMA',
    'GELAR DEPAN',
    'GELAR BELAKANG',
    'TEMPAT LAHIR ID',
    'TEMPAT LAHIR NAMA',
    'TANGGAL LAHIR',
    'JENIS KELAMIN',
    'AGAMA ID',
    'AGAMA NAMA',
    'JENIS KAWIN ID',
    'JENIS KAWIN NAMA',
    'NIK',
    'NOMOR HP',
    'EMAIL',
    'EMAIL GOV',
    'ALAMAT',
    'NPWP NOMOR',
    'BPJS',
    'JENIS PEGAWAI ID',
    'JENIS PEGAWAI NAMA',
    'KEDUDUKAN HUKUM ID',
    'KEDUDUKAN HUKUM NAMA',
    'STATUS CPNS PNS',
    'KARTU ASN VIRTUAL',
    'TMT CPNS',
    'GOL AWAL ID',
    'GOL AWAL NAMA',
    'GOL AKHIR ID',
    'GOL AKHIR NAMA',
    'TMT GOLONGAN',
    'MK TAHUN',
    'MK BULAN',
    'JENIS JABATAN ID',
    'JENIS JABATAN NAMA',
    'JABATAN ID',
    'JABATAN NAMA',
    'TMT JABATAN',
    'TINGKAT PENDIDIKAN ID',
    'TINGKAT PENDIDIKAN NAMA',
    'UNOR ID',
    'UNOR NAMA',
    'INSTANSI INDUK ID',
    'INSTANSI INDUK NAMA',
    'SATUAN KERJA ID',
    'SATUAN KERJA NAMA',
  ];
  const found = find([siasn], asnKind);
  expect(found).toMatchObject({ ok: true, value: { unknown: [] } });
  const service = [
    'id',
    'nipBaru',
    'nama',
    'gelarDepan',
    'tempatLahir',
    'tglLahir',
    'jenisKelamin',
    'golRuangAkhir',
    'unorId',
    'unorNama',
    'tkPendidikanTerakhirId',
    'kedudukanPnsId',
  ];
  expect(find([service], asnKind)).toMatchObject({ ok: true, value: { unknown: ['id'] } });
});

test.each([
  ['OPD', opdKind],
  ['unor', unorKind],
  ['ASN', asnKind],
])('no two columns of %s have a name in common', (_, kind) => {
  const names = Object.entries<Column>(kind.columns).flatMap(
    ([field, { label, names: others }]) => [...new Set([label, field, ...others].map(plainName))],
  );
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(kind.ignored.map(plainName).filter((name) => names.includes(name))).toEqual([]);
});
