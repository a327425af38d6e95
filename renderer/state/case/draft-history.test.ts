import { expect, test } from 'vitest';
import { makeDraftHistory } from '#renderer/state/case/draft-history.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';

const empty: Draft = {
  usulId: 'u',
  revision: 1,
  version: 1,
  verdicts: {},
  outcome: null,
  reasons: [],
  note: '',
  suggested: false,
  place: null,
  evidence: {},
};
const a = { field: 'a', verdict: 'sesuai', seen: '' } as const;

test('a step back restores verdicts, outcome and reasons, and keeps note, evidence and place', () => {
  const history = makeDraftHistory();
  const place = { field: 'a', sha256: null, page: 2 };
  history.note(empty, null);
  const after: Draft = { ...empty, verdicts: { a }, outcome: 'teruskan', note: 'ketikan', place };
  expect(history.undo(after)).toEqual({ ...empty, note: 'ketikan', place });
  expect(history.canUndo).toBe(false);
  expect(history.undo(empty)).toBeNull();
});

test('steps are taken back one by one, newest first', () => {
  const history = makeDraftHistory();
  const judged: Draft = { ...empty, verdicts: { a } };
  history.note(empty, null);
  history.note(judged, null);
  const chosen: Draft = { ...judged, outcome: 'perbaikan' };
  const first = history.undo(chosen);
  expect(first).toEqual(judged);
  expect(history.undo(chosen)).toEqual(empty);
});

test('typing in one field is one step, and the next field another', () => {
  const history = makeDraftHistory();
  for (const run of ['a', 'a', 'a', 'b', 'b']) history.note(empty, run);
  expect(history.undo(empty)).not.toBeNull();
  expect(history.undo(empty)).not.toBeNull();
  expect(history.undo(empty)).toBeNull();
});

test('only the last hundred steps are kept', () => {
  const history = makeDraftHistory();
  for (let step = 0; step < 150; step += 1) history.note(empty, null);
  let steps = 0;
  while (history.undo(empty)) steps += 1;
  expect(steps).toBe(100);
});
