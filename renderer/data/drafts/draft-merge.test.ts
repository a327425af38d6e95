import { expect, test } from 'vitest';
import { mergeDrafts, mergeReturned } from '#renderer/data/drafts/draft-merge.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';

const base: Draft = {
  usulId: 'u',
  revision: 1,
  version: 1,
  verdicts: { a: { field: 'a', verdict: 'sesuai', seen: '' } },
  outcome: null,
  reasons: [],
  note: '',
  suggested: false,
  place: null,
  evidence: { x: { sha256: 'x', pageCount: 3, pagesSeen: [1] } },
};
const b = { field: 'b', verdict: 'tidak_terbaca', seen: '' } as const;

test('what only one of them touched is kept, also a verdict that was taken back', () => {
  const mine: Draft = { ...base, note: 'saya', verdicts: {} };
  const theirs: Draft = {
    ...base,
    outcome: 'tolak',
    reasons: ['R'],
    verdicts: { ...base.verdicts, b },
  };
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    ...base,
    note: 'saya',
    outcome: 'tolak',
    reasons: ['R'],
    verdicts: { b },
  });
});

test('what both touched is as it was typed here', () => {
  const mine: Draft = { ...base, note: 'saya' };
  expect(mergeDrafts(base, mine, { ...base, note: 'mereka' }).note).toBe('saya');
});

test('pages seen in either window are seen', () => {
  const seen = (pagesSeen: number[]): Draft => ({
    ...base,
    evidence: { x: { sha256: 'x', pageCount: 3, pagesSeen } },
  });
  expect(mergeDrafts(base, seen([1, 3]), seen([1, 2])).evidence['x']?.pagesSeen).toEqual([1, 2, 3]);
});

test('verdicts on another version of the usul never slip in', () => {
  const mine: Draft = { ...base, version: 2, revision: 2, verdicts: {} };
  expect(mergeDrafts(base, mine, base)).toBe(mine);
  expect(mergeDrafts(base, mine, undefined)).toBe(mine);
});

test('what a person chose beats what only followed from verdicts, whichever window it was', () => {
  const chosen: Draft = { ...base, outcome: 'tolak', reasons: ['DUPLIKAT'] };
  const followed: Draft = { ...base, outcome: 'teruskan', suggested: true };
  for (const merged of [mergeDrafts(base, chosen, followed), mergeDrafts(base, followed, chosen)]) {
    expect(merged).toMatchObject({ outcome: 'tolak', reasons: ['DUPLIKAT'], suggested: false });
  }
});

test('the place is where the person was last in this window, else in the other one', () => {
  const place = { field: 'a', sha256: null, page: 3 };
  expect(mergeDrafts(base, base, { ...base, place }).place).toEqual(place);
  const mine = { ...place, page: 1 };
  expect(mergeDrafts(base, { ...base, place: mine }, { ...base, place }).place).toEqual(mine);
});

const place = (page: number) => ({ sha256: 'x', page, box: [0, 0, 1, 1] as const });

test('places shown in either window stand, and one taken back is gone', () => {
  const before: Draft = { ...base, places: { a: place(1) } };
  const mine: Draft = { ...before, places: { b: place(2) } };
  const theirs: Draft = { ...before, places: { ...before.places, c: place(3) } };
  expect(mergeDrafts(before, mine, theirs).places).toEqual({ b: place(2), c: place(3) });
  expect(mergeDrafts(base, base, base)).not.toHaveProperty('places');
});

test('a decision that comes back does not take away a place that was shown since', () => {
  const places = { a: { sha256: 'x', page: 1, box: [0, 0, 1, 1] as const } };
  expect(mergeReturned(base, { ...base, verdicts: {}, places }).places).toEqual(places);
});

test('a verdict keeps what it stands on', () => {
  const found = { field: 'b', verdict: 'sesuai', seen: '', basis: 'ditemukan' } as const;
  const mine: Draft = { ...base, verdicts: { ...base.verdicts, b: found } };
  expect(mergeDrafts(base, mine, base).verdicts['b']).toEqual(found);
});

const warned = (subject: string) => ({ kind: 'aturan', subject }) as const;

test('what was acknowledged in either window is, and what was taken back in one is not', () => {
  const before: Draft = { ...base, acknowledged: [warned('SATU')] };
  const mine: Draft = { ...before, acknowledged: [warned('DUA')] };
  const theirs: Draft = { ...before, acknowledged: [...before.acknowledged!, warned('TIGA')] };
  expect(mergeDrafts(before, mine, theirs).acknowledged).toEqual([warned('TIGA'), warned('DUA')]);
  expect(mergeDrafts(base, base, base)).not.toHaveProperty('acknowledged');
});

test('the reason chosen for a deletion is as it was chosen here, else there', () => {
  const chosen = (deletionReason: 'ganda' | 'salah_input'): Draft => ({ ...base, deletionReason });
  expect(mergeDrafts(base, base, chosen('ganda')).deletionReason).toBe('ganda');
  expect(mergeDrafts(base, chosen('salah_input'), chosen('ganda')).deletionReason).toBe(
    'salah_input',
  );
  const back: Draft = { ...base, deletionReason: undefined };
  expect(mergeDrafts(chosen('ganda'), back, chosen('ganda')).deletionReason).toBeUndefined();
  expect(mergeReturned(chosen('ganda'), { ...base, verdicts: {} }).deletionReason).toBe('ganda');
  expect(mergeDrafts(base, base, base)).not.toHaveProperty('deletionReason');
});

test('a decision that comes back brings what it acknowledged', () => {
  const returned: Draft = { ...base, acknowledged: [warned('SATU')] };
  const typed: Draft = { ...base, verdicts: {}, acknowledged: [warned('DUA')] };
  expect(mergeReturned(returned, typed).acknowledged).toEqual([warned('SATU'), warned('DUA')]);
});
