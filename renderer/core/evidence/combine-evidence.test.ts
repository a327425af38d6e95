import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '#renderer/core/evidence/case-documents.ts';
import { combineEvidence } from '#renderer/core/evidence/combine-evidence.ts';
import type { DocumentStanding } from '#renderer/core/evidence/document-standing.ts';
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
const similar: FieldEvidence = {
  field: field.name,
  status: 'mirip',
  because: 'serupa',
  equal: false,
  place: place('lain'),
  others: [],
};
const other: FieldEvidence = {
  field: field.name,
  status: 'berbeda',
  swappedWith: null,
  place: place('lain', 'TMT'),
  others: [],
};

/** Of the two it is the weaker one that is mandatory: a decree, beside the letter that it stands on. */
function combined(
  inStrong: FieldEvidence,
  inWeak: FieldEvidence | null,
  stand: { strong?: DocumentStanding; weak?: DocumentStanding } = {},
) {
  return combineEvidence(usul, [
    {
      document: uploaded(weak, 'lemah'),
      evidence: inWeak && [inWeak],
      standing: stand.weak ?? 'sound',
      isReadWell: true,
    },
    {
      document: uploaded(strong, 'kuat'),
      evidence: [inStrong],
      standing: stand.strong ?? 'sound',
      isReadWell: true,
    },
  ])[field.name];
}

test('the best of the documents counts, among equals the one that proves the field best', () => {
  expect(combined(missing, found)).toMatchObject({ status: 'ditemukan', sha256: 'lemah' });
  expect(combined(found, found)).toMatchObject({ status: 'ditemukan', sha256: 'kuat' });
  expect(combined(similar, found)).toMatchObject({ status: 'ditemukan', sha256: 'lemah' });
  expect(combined(missing, similar)).toMatchObject({ status: 'mirip', sha256: 'lemah' });
});

test('a value found elsewhere does not hide that another one stands at its label', () => {
  expect(combined(other, found)).toMatchObject({ status: 'berbeda', sha256: 'kuat' });
});

describe('a value that only another document has', () => {
  const only = { status: 'mirip', because: 'dokumen_lain', equal: true, sha256: 'kuat' };

  test.each(['foreign', 'other_kind', 'unusable', 'unknown'] as const)(
    'is not found while the mandatory one is %s',
    (standing) => {
      expect(combined(found, missing, { weak: standing })).toMatchObject(only);
      expect(combined(found, null, { weak: standing })).toMatchObject(only);
    },
  );

  test('nor where the mandatory one says another value', () => {
    expect(combined(found, other)).toMatchObject(only);
  });

  test('is found where the mandatory one is sound and only does not have it', () => {
    expect(combined(found, missing)).toMatchObject({ status: 'ditemukan', sha256: 'kuat' });
  });

  test('is found in the mandatory one, however the others stand', () => {
    expect(combined(missing, found, { strong: 'foreign' })).toMatchObject({
      status: 'ditemukan',
      sha256: 'lemah',
    });
  });
});

test('nothing is found in the document of another person, nor in one of another kind', () => {
  expect(combined(missing, found, { weak: 'foreign' })).toMatchObject({
    status: 'mirip',
    because: 'orang_lain',
  });
  expect(combined(missing, found, { weak: 'other_kind' })).toMatchObject({
    status: 'mirip',
    because: 'dokumen_lain',
  });
});

describe('one rule for one document of another person', () => {
  test('what it says otherwise contradicts nothing', () => {
    const foreign = { weak: 'foreign', strong: 'foreign' } as const;
    expect(combined(missing, other, foreign)).toMatchObject({
      status: 'mirip',
      because: 'orang_lain',
      equal: false,
    });
    expect(combined(other, missing, foreign)).toMatchObject({ because: 'orang_lain' });
  });

  test('nor hides that another one has the value, which is said of all its fields alike', () => {
    const only = { status: 'mirip', because: 'dokumen_lain', sha256: 'kuat' };
    for (const inWeak of [other, missing, found]) {
      expect(combined(found, inWeak, { weak: 'foreign' })).toMatchObject(only);
    }
  });
});

test('a value that the document which proves it best was read well without is missing in it', () => {
  // Both are proven by the decree, and by nothing else.
  const queried = ['skNomor', 'skTanggal'];
  const decree = recordTypes.golongan.documents.find(({ required }) => required)!;
  const said = (skNomor: object, skTanggal: object, isReadWell = true) =>
    combineEvidence(usul, [
      {
        document: uploaded(decree.id, 'sk'),
        evidence: [
          { ...found, ...skNomor, field: queried[0]! },
          { ...found, ...skTanggal, field: queried[1]! },
        ] as FieldEvidence[],
        standing: 'sound',
        isReadWell,
      },
    ]);
  expect(said(missing, found)['skNomor']).toMatchObject({ missingIn: 'sk' });
  expect(said(similar, found)['skNomor']).toMatchObject({ missingIn: 'sk' });
  expect(said(missing, found)['skTanggal']).not.toHaveProperty('missingIn');
  expect(said(missing, found, false)['skNomor']).not.toHaveProperty('missingIn');
  expect(said(missing, missing)['skNomor']).not.toHaveProperty('missingIn');
  expect(said({ ...similar, equal: true }, found)['skNomor']).not.toHaveProperty('missingIn');
});

test('what was not found is in no document', () => {
  expect(combined(missing, missing)).toMatchObject({ status: 'tidak_ditemukan', sha256: null });
});

test('a field that no document proves is absent', () => {
  expect(combineEvidence(usul, [])).toEqual({});
});
