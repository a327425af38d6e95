import { describe, expect, it } from 'vitest';
import { warningsOfKind } from '#renderer/core/evidence/deletion-warnings.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';
import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';

const sha256 = '0'.repeat(64);
const { golongan, jabatan } = sampleValues;

/** Every value of the record stands in the document, or only those named. */
function foundOf(values: RecordValues, names = Object.keys(values)) {
  const boxes: PageBox[] = [[0, 0, 1, 1]];
  const place = { page: 1, boxes, printed: '', label: null };
  const entries = names.map((field): [string, CaseFieldEvidence] => [
    field,
    { field, status: 'ditemukan', place, others: [], sha256, correctedByPerson: false },
  ]);
  return Object.fromEntries(entries);
}

function kindsOf(
  usul: Usul,
  fields = foundOf(usul.values),
  warnings: DocumentWarning[] = [],
  printed = '',
) {
  const pages = [pageWith([printed])];
  const reading = { sha256, engine: 'uji', pageCount: 1, failure: null, pages };
  return warningsOfKind(usul, fields, warnings, { [sha256]: reading }).map(({ kind, detail }) =>
    `${kind} ${detail}`.trim(),
  );
}

const foreign: DocumentWarning = {
  sha256,
  kind: 'orang_lain',
  page: null,
  flaws: [],
  detail: 'SITI CONTOH',
  reason: 'ORANG_LAIN',
};

describe('a document of a deletion', () => {
  it('speaks against it where it bears the record out', () => {
    expect(kindsOf(makeDeletion('cpns_pns', 'Salah input'))).toEqual([
      `membuktikan ${Object.keys(sampleValues.cpns_pns).length}`,
    ]);
    expect(
      kindsOf(makeDeletion('golongan', ''), foundOf(golongan, ['skNomor', 'golonganId'])),
    ).toEqual(['membuktikan 2']);
  });

  it('says nothing against it where all that it bears out stays in the twin', () => {
    expect(kindsOf(makeDeletion('golongan', 'Tercatat ganda', [golongan]))).toEqual([]);
  });

  it('nor where it stays in another record, which may have neither its number nor its name', () => {
    const { kursus } = sampleValues;
    const right = { ...kursus, nomorSertipikat: '893/221/DIKLAT/IX/2025', namaKursus: 'Workshop' };
    const other = { ...kursus, nomorSertipikat: '1/2', namaKursus: 'Lain', jumlahJam: '3' };
    const usul = makeDeletion('kursus', 'Salah ketik', [other, right]);
    const { nomorSertipikat: _number, namaKursus: _name, ...same } = kursus;
    expect(kindsOf(usul, foundOf(same))).toEqual([]);
    expect(kindsOf(usul, foundOf(kursus))).not.toEqual([]);
    expect(kindsOf(makeDeletion('kursus', 'Salah ketik', [other]), foundOf(same))).not.toEqual([]);
  });

  it('speaks against it where it bears out the one of two that would go', () => {
    const twin = { ...jabatan, tanggalSk: '2023-01-11', unorNama: 'Subbagian Keuangan' };
    const usul = makeDeletion('jabatan', 'Tercatat ganda', [twin]);
    expect(kindsOf(usul)).toEqual(['membuktikan 2']);
    expect(kindsOf(usul, foundOf(jabatan, ['nomorSk', 'tmtJabatan']))).toEqual([]);
  });

  it('says nothing by names and words that stand on many papers', () => {
    expect(kindsOf(makeDeletion('jabatan', 'x'), foundOf(jabatan, ['unorNama']))).toEqual([]);
    expect(
      kindsOf(
        makeDeletion('jabatan', 'x'),
        foundOf(jabatan, ['unorNama', 'jabatanFungsionalUmumNama']),
      ),
    ).toEqual([]);
  });

  it('of a type without numbers and days bears out a year with half of the record', () => {
    const { skp } = sampleValues;
    const usul = makeDeletion('skp', 'Bukan yang terakhir');
    const found = foundOf(skp, Object.keys(skp).slice(1, 6));
    const missed = { field: 'x', status: 'tidak_ditemukan', sha256: null } as const;
    const left = Object.keys(skp).slice(6);
    const others = left.map((field) => [field, { ...missed, field, correctedByPerson: false }]);
    const fields = { ...found, ...Object.fromEntries(others) };
    expect(kindsOf(usul, fields)).toEqual(['membuktikan 5']);
    const { tahun: _tahun, ...without } = fields;
    expect(kindsOf(usul, without)).toEqual([]);
  });

  it("that is another person's bears nothing out, and is no fault where just that is claimed", () => {
    const wrong = makeDeletion('jabatan', 'Salah input');
    expect(kindsOf(wrong, foundOf(jabatan), [foreign])).toEqual(['orang_lain SITI CONTOH']);
    const others = makeDeletion('jabatan', 'Bukan milik saya');
    expect(kindsOf(others, foundOf(jabatan), [foreign])).toEqual([]);
  });

  it("that names nobody for sure bears nothing out of which it is said that it is another's", () => {
    const others = makeDeletion('jabatan', 'Bukan milik saya');
    expect(kindsOf(others)).toEqual([]);
    const { nama } = others.employee;
    expect(kindsOf(others, foundOf(jabatan), [], nama)).toEqual([
      `membuktikan ${Object.keys(jabatan).length}`,
    ]);
  });
});

it('leaves the warnings of other usul alone', () => {
  const usul = makeSampleUsul('jabatan');
  expect(kindsOf(usul, foundOf(jabatan), [foreign])).toEqual(['orang_lain SITI CONTOH']);
});
