import { describe, expect, test } from 'vitest';
import { BulkMarks } from '#renderer/core/bulk/bulk-marks.ts';
import { phaseOf, restOf, sampledIn, sampleOf, waitingIn } from '#renderer/core/bulk/bulk-view.ts';
import type { CommandMark } from '#renderer/data/schema/stored-rows.ts';
import type { ToldBatch, ToldBulkItem } from '#shared/contract/bulk.ts';

const idOf = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;

function item(n: number, change: Partial<ToldBulkItem> = {}): ToldBulkItem {
  return {
    usulId: idOf(n),
    revision: 1,
    version: 2,
    drawn: false,
    fate: 'menunggu',
    reason: null,
    nama: `Contoh ${n}`,
    recordType: 'penghargaan',
    opd: 'Dinas Contoh',
    verifikator: 'Petugas Contoh',
    ...change,
  };
}

const open: ToldBatch = {
  id: idOf(9),
  state: 'terbuka',
  madeAt: '2026-11-22T01:00:00.000Z',
  items: [
    item(1, { drawn: true }),
    item(2, { drawn: true }),
    item(3, { drawn: true, fate: 'hilang' }),
    item(4),
    item(5, { fate: 'ditolak', reason: 'hapus' }),
  ],
};

function mark(n: number, change: Partial<CommandMark> = {}): CommandMark {
  return {
    id: idOf(n),
    touched: n,
    kind: 'putusan',
    usulId: null,
    version: null,
    revision: null,
    state: 'menunggu',
    progress: { kind: 'menunggu' },
    heldUntil: 0,
    shas: [],
    ...change,
  };
}

const none = { decided: new Set<string>(), onItsWay: null };
const decidedOf = (...ns: number[]) => ({ ...none, decided: new Set(ns.map(idOf)) });

test('what waits in an open batch is known by usul, and nothing of one that has ended', () => {
  expect([...waitingIn(open)]).toEqual([
    [idOf(1), 'sampel'],
    [idOf(2), 'sampel'],
    [idOf(4), 'massal'],
  ]);
  expect(waitingIn({ ...open, state: 'disahkan' }).size).toBe(0);
  expect(waitingIn(null).size).toBe(0);
});

describe('what a person does next', () => {
  test('is to look at the sample, then to confirm what is left', () => {
    expect(phaseOf({ batch: open, ...none }, null)).toBe('sampel');
    expect(sampleOf(open, new Set()).next).toBe(idOf(1));
    expect(sampleOf(open, new Set([idOf(1)]))).toMatchObject({ done: 1, next: idOf(2) });
    expect(phaseOf({ batch: open, ...decidedOf(1, 2) }, null)).toBe('sahkan');
    expect(restOf(open).map(({ usulId }) => usulId)).toEqual([idOf(4)]);
  });

  test('is nothing where all of it was sample: the server ends that by itself', () => {
    const batch = { ...open, items: open.items.filter(({ drawn }) => drawn) };
    expect(phaseOf({ batch, ...decidedOf(1, 2) }, null)).toBe('disahkan');
  });

  test('waits for what is on its way, and shows how a batch ended until it was seen', () => {
    expect(phaseOf({ batch: null, ...none, onItsWay: 'setujuiMassal' }, null)).toBe('dikirim');
    expect(phaseOf({ batch: open, ...none, onItsWay: 'sahkanMassal' }, null)).toBe('disahkan');
    const stopped = { ...open, state: 'berhenti' } as const;
    expect(phaseOf({ batch: stopped, ...none }, null)).toBe('hasil');
    expect(phaseOf({ batch: stopped, ...none }, stopped.id)).toBe('pilih');
    expect(phaseOf({ batch: { ...open, state: 'dibatalkan' }, ...none }, null)).toBe('pilih');
  });

  test('only of an open batch is an usul looked at as a sample', () => {
    expect(sampledIn(open, idOf(1))?.id).toBe(open.id);
    for (const n of [3, 4, 7]) expect(sampledIn(open, idOf(n))).toBeNull();
    expect(sampledIn({ ...open, state: 'berhenti' }, idOf(1))).toBeNull();
  });
});

describe('what is known of the commands of this PC', () => {
  const ofSample = { usulId: idOf(1), version: 2 };

  test('a decision counts where it was made on the usul as it was selected, and was not refused', () => {
    const marks = new BulkMarks();
    marks.change({
      rows: [mark(6, ofSample), mark(7, { usulId: idOf(2), version: 1 })],
      removed: [],
    });
    expect(marks.decidedOf(open)).toEqual(new Set([idOf(1)]));
    marks.change({ rows: [mark(6, { ...ofSample, state: 'ditolak' })], removed: [] });
    expect(marks.decidedOf(open)).toEqual(new Set());
  });

  test('a confirmation waits as long as the last of the sample is held', () => {
    const marks = new BulkMarks();
    marks.change({ rows: [mark(6, { ...ofSample, heldUntil: 70 })], removed: [] });
    marks.decided({ id: idOf(7), usulId: idOf(2), version: 2 }, 90);
    marks.change({ rows: [mark(8, { usulId: idOf(4), version: 2, heldUntil: 99 })], removed: [] });
    expect(marks.sampleHeldUntil(open)).toBe(90);
    marks.takenBack(idOf(7));
    expect(marks.sampleHeldUntil(open)).toBe(70);
  });

  test('the server is asked when it answered about a batch, or had the last of the sample', () => {
    const marks = new BulkMarks();
    const second = { usulId: idOf(2), version: 2 };
    marks.change({ rows: [mark(6, ofSample), mark(7, second)], removed: [] });
    const sent = { state: 'terkirim' } as const;
    const first = marks.change({ rows: [mark(6, { ...ofSample, ...sent })], removed: [] });
    expect(marks.concerns(first, open)).toBe(false);
    const last = marks.change({ rows: [mark(7, { ...second, ...sent })], removed: [] });
    expect(marks.concerns(last, open)).toBe(true);
    marks.change({ rows: [mark(8, { kind: 'sahkanMassal' })], removed: [] });
    expect(marks.summary().onItsWay).toBe('sahkanMassal');
    const told = marks.change({ rows: [mark(8, { kind: 'sahkanMassal', ...sent })], removed: [] });
    expect(marks.concerns(told, open)).toBe(true);
    expect(marks.summary().onItsWay).toBeNull();
  });
});
