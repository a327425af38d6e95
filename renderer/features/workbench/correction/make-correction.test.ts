import { expect, test } from 'vitest';
import {
  correctionOf,
  firstText,
  problemOf,
} from '#renderer/features/workbench/correction/make-correction.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';

const day: FieldSpec = {
  name: 'skDate',
  label: 'Tanggal SK',
  format: { kind: 'date' },
  required: true,
  provenBy: ['858'],
};
const grade: FieldSpec = {
  ...day,
  name: 'golonganId',
  format: { kind: 'code', table: 'golonganPns' },
};
const sha256 = 'a'.repeat(64);

/** What the document surely says instead. */
function differs(printed: string): CaseFieldEvidence {
  const place = { page: 2, boxes: [[0.1, 0.2, 0.3, 0.25]], printed, label: null } as const;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own evidence
  return {
    field: day.name,
    status: 'berbeda',
    swappedWith: null,
    place,
    others: [],
    sha256,
    correctedByPerson: false,
  } as unknown as CaseFieldEvidence;
}

test('it begins with what was read in the document, else with the value of the ASN', () => {
  const value = '2019-08-17';
  const nothing = { seen: '', found: undefined, value };
  expect(firstText(day, nothing)).toBe('17 Agustus 2019');
  expect(firstText(day, { ...nothing, found: differs('18-08-2019') })).toBe('18 Agustus 2019');
  expect(
    firstText(day, { ...nothing, seen: '19 Agustus 2019', found: differs('18-08-2019') }),
  ).toBe('19 Agustus 2019');
  // What cannot be a day is not put there.
  expect(firstText(day, { ...nothing, seen: 'buram' })).toBe('17 Agustus 2019');
  expect(firstText(grade, { ...nothing, value: '32' })).toBe('32');
});

test('what was typed is kept in the form of the field, with the words of the document and their place', () => {
  const found = differs('18-08-2019');
  expect(correctionOf(day, '18 Agustus 2019', { seen: '', found })).toEqual({
    corrected: '2019-08-18',
    seen: '18-08-2019',
    place: { sha256, page: 2, box: [0.1, 0.2, 0.3, 0.25] },
  });
  // Read wrongly by the program: the person's own words count.
  expect(correctionOf(day, ' 19 Agustus 2019', { seen: '', found }).seen).toBe('19 Agustus 2019');
  expect(correctionOf(day, '19-8-2019', { seen: '', found: undefined })).toEqual({
    corrected: '2019-08-19',
    seen: '19-8-2019',
    place: null,
  });
  expect(correctionOf(grade, '32', { seen: '', found: undefined }).seen).not.toBe('32');
});

test('it says at once what cannot stand there', () => {
  expect(problemOf(day, '18 Agustus 2019', '2019-08-17')).toBeNull();
  expect(problemOf(day, '31 April 2019', '2019-08-17')).toMatch(/kalender/);
  expect(problemOf(day, '17-08-2019', '2019-08-17')).toMatch(/[Ss]ama/);
  expect(problemOf(day, ' ', '2019-08-17')).not.toBeNull();
  expect(problemOf(grade, 'IX/z', '32')).toMatch(/tabel acuan/);
});
