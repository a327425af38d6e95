import { expect, test } from 'vitest';
import { isJudgementChanged, makeDraftHistory } from '#renderer/core/case/draft-history.ts';
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
  history.note(empty);
  const after: Draft = { ...empty, verdicts: { a }, outcome: 'teruskan', note: 'ketikan', place };
  expect(history.undo(after)).toEqual({ ...empty, note: 'ketikan', place });
  expect(history.canUndo).toBe(false);
  expect(history.undo(empty)).toBeNull();
});

test('steps are taken back one by one, newest first', () => {
  const history = makeDraftHistory();
  const judged: Draft = { ...empty, verdicts: { a } };
  history.note(empty);
  history.note(judged);
  const chosen: Draft = { ...judged, outcome: 'perbaikan' };
  const first = history.undo(chosen);
  expect(first).toEqual(judged);
  expect(history.undo(chosen)).toEqual(empty);
});

test('the reason chosen for a deletion is a step', () => {
  const history = makeDraftHistory();
  const chosen: Draft = { ...empty, deletionReason: 'ganda' };
  expect(isJudgementChanged(empty, chosen)).toBe(true);
  history.note(empty);
  expect(history.undo(chosen)?.deletionReason).toBeUndefined();
});

test('what was typed beside a verdict is never taken back, and comes again with the verdict', () => {
  const history = makeDraftHistory();
  const wrong = { field: 'a', verdict: 'tidak_sesuai', seen: '' } as const;
  const typed: Draft = { ...empty, verdicts: { a: { ...wrong, seen: 'Ketua' } } };
  history.note(empty);
  expect(isJudgementChanged({ ...empty, verdicts: { a: wrong } }, typed)).toBe(false);
  history.note({ ...empty, verdicts: { a: wrong } });
  const unreadable: Draft = {
    ...empty,
    verdicts: { a: { field: 'a', verdict: 'tidak_terbaca', seen: 'Ketua' } },
  };
  expect(history.undo(unreadable)).toEqual(typed);
  expect(history.undo(typed)).toEqual(empty);
  expect(history.recall(empty, { ...empty, verdicts: { a } }).verdicts).toEqual({ a });
  expect(history.recall(empty, { ...empty, verdicts: { a: wrong } })).toEqual(typed);
});

test('the same judgement read from the disk again is no change', () => {
  const before: Draft = { ...empty, verdicts: { a }, reasons: ['LAIN'] };
  expect(isJudgementChanged(before, structuredClone(before))).toBe(false);
  expect(isJudgementChanged(before, { ...before, reasons: [] })).toBe(true);
  expect(isJudgementChanged(before, { ...before, verdicts: {} })).toBe(true);
});

test('only the last hundred steps are kept', () => {
  const history = makeDraftHistory();
  for (let step = 0; step < 150; step += 1) history.note(empty);
  let steps = 0;
  while (history.undo(empty)) steps += 1;
  expect(steps).toBe(100);
});
