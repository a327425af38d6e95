import { expect, test } from 'vitest';
import type { CaseDocument } from '#renderer/core/evidence/case-documents.ts';
import { combineEvidence } from '#renderer/core/evidence/combine-evidence.ts';
import type { EvidencePlace, FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('golongan');
// A field that two documents of its record type prove.
const field = recordTypes.golongan.groups
  .flatMap((group) => group.fields)
  .find(({ provenBy }) => provenBy.length > 1)!;
const [strong = '', weak = ''] = field.provenBy;

function uploaded(documentId: string, sha256: string): CaseDocument {
  const upload = { documentId, fileName: `${sha256}.pdf`, sha256, size: 1 };
  return { sha256, uploads: [upload], queries: [] };
}

const place = (printed: string, label: string | null = null): EvidencePlace => ({
  page: 1,
  boxes: [[0, 0, 1, 1]],
  printed,
  label,
});
const found: FieldEvidence = {
  field: field.name,
  status: 'ditemukan',
  place: place('ada'),
  others: [],
};
const missing: FieldEvidence = { field: field.name, status: 'tidak_ditemukan' };
const other: FieldEvidence = {
  field: field.name,
  status: 'berbeda',
  swappedWith: null,
  place: place('lain', 'TMT'),
  others: [],
};

function combined(inStrong: FieldEvidence, inWeak: FieldEvidence) {
  return combineEvidence(usul, [
    { document: uploaded(weak, 'lemah'), evidence: [inWeak] },
    { document: uploaded(strong, 'kuat'), evidence: [inStrong] },
  ])[field.name];
}

test('the best of the documents counts, among equals the one that proves the field best', () => {
  expect(combined(missing, found)).toMatchObject({ status: 'ditemukan', sha256: 'lemah' });
  expect(combined(found, found)).toMatchObject({ status: 'ditemukan', sha256: 'kuat' });
});

test('a value found elsewhere does not hide that another one stands at its label', () => {
  expect(combined(other, found)).toMatchObject({ status: 'berbeda', sha256: 'kuat' });
  expect(combined(found, other)).toMatchObject({ status: 'ditemukan', sha256: 'kuat' });
});

test('what was not found is in no document', () => {
  expect(combined(missing, missing)).toMatchObject({ status: 'tidak_ditemukan', sha256: null });
});

test('a field that no document proves is absent', () => {
  expect(combineEvidence(usul, [])).toEqual({});
});
