import { expect, test } from 'vitest';
import { unanswered } from '#renderer/core/case/second-look.ts';
import { unknownDocuments, type KnownDocuments } from '#renderer/core/case/open-warnings.ts';
import type { EvidencePlace } from '#renderer/evidence/matching/field-evidence.ts';
import { unreadMarks } from '#shared/records/open-warning.ts';
import { withoutUnread, type Decision } from '#shared/workflow/decision.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('penghargaan');
const { sha256 } = usul.documents[0]!;
const { kind: _kind, ...rejection } = rejectionOf(usul, 1, new Date(0)).entry.command;
const made: Decision = { ...rejection, outcome: 'teruskan', reasons: [] };
const place: EvidencePlace = { page: 1, boxes: [], printed: '17 Agustus 2019', label: null };
const foreign = {
  sha256,
  kind: 'orang_lain',
  page: null,
  flaws: [],
  detail: 'Budi',
  reason: 'ORANG_LAIN',
} as const;
const differing: KnownDocuments['fields'] = {
  skDate: {
    field: 'skDate',
    status: 'berbeda',
    swappedWith: null,
    place,
    others: [],
    sha256,
    correctedByPerson: false,
  },
};

const subjects = (decision: Partial<Decision>, known: Partial<KnownDocuments>) =>
  unanswered({ ...made, ...decision }, usul, { ...unknownDocuments, ...known }).map(
    ({ subject }) => subject,
  );

test('what a document is warned of counts at once, what it says of a field when all were read', () => {
  const known = { warnings: [foreign], fields: differing };
  expect(subjects({}, { ...known, unread: [sha256] })).toEqual(['orang_lain']);
  expect(subjects({}, known)).toEqual(['orang_lain', 'skDate']);
});

test('what was answered when it was made is not asked again', () => {
  const acknowledged = [{ kind: 'dokumen', subject: 'orang_lain', about: sha256 } as const];
  expect(subjects({ acknowledged }, { warnings: [foreign] })).toEqual([]);
  expect(subjects({ acknowledged: [...unreadMarks([sha256])] }, { warnings: [foreign] })).toEqual([
    'orang_lain',
  ]);
});

test('only what is passed on is asked about', () => {
  expect(subjects({ outcome: 'tolak', reasons: ['DATA_BEDA'] }, { warnings: [foreign] })).toEqual(
    [],
  );
});

test('a decision whose documents were read says no more of them', () => {
  expect(withoutUnread({ ...made, acknowledged: [...unreadMarks([sha256])] })).toEqual(made);
  const acknowledged = [{ kind: 'aturan', subject: 'DUPLIKAT' } as const];
  const both = { ...made, acknowledged: [...acknowledged, ...unreadMarks([sha256])] };
  expect(withoutUnread(both)).toEqual({ ...made, acknowledged });
});
