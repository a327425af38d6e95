import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { needsDecision } from '#renderer/core/inbox/inbox-list.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { listsUsul, setUpFakePc, signInOver } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

// Nothing here waits for the live queries: a key pressed at once must meet what the person just did.
let pc: TestPc;
let server: FakeServer;
let desk: RunningDesk;

beforeEach(() => sitDown(60_000));
afterEach(() => pc.close());

/** At a desk whose decisions are held so long before they are sent. */
async function sitDown(holdMs: number): Promise<void> {
  ({ pc, server } = setUpFakePc(3));
  desk = pc.openDesk({ holdMs, autosaveMs: 5 });
  await signInOver(desk);
  await listsUsul(desk, 3);
}

const atHand = () => desk.currentCase.getState();
const queue = () => desk.outbox.getState();

async function decide(n: number): Promise<string> {
  await atHand().open(sampleUsul(n).id);
  atHand().chooseOutcome('tolak');
  // Taken back, it comes with what was chosen.
  const { current } = atHand();
  const isChosen = current.kind === 'terbuka' && current.draft.reasons.includes('DOK_SALAH');
  if (!isChosen) atHand().toggleReason('DOK_SALAH');
  expect((await atHand().decide()).ok).toBe(true);
  return queue().last!.decisionId;
}

test('a decision just made waits to be sent, is listed, and its usul is decided', async () => {
  const id = await decide(1);
  expect(queue()).toMatchObject({ waiting: 1, refused: 0 });
  expect(queue().entries.map(({ decision }) => decision.id)).toEqual([id]);
  const row = desk.inbox.getState().rows.find((one) => one.id === sampleUsul(1).id);
  expect(row?.decided).toBe('menunggu');
});

test('a decision just taken back is nowhere any more, and its usul waits again', async () => {
  await decide(1);
  const id = await decide(2);
  expect((await queue().reopen(id)).ok).toBe(true);
  expect(queue().waiting).toBe(1);
  expect(queue().entries.map(({ decision }) => decision.usulId)).toEqual([sampleUsul(1).id]);
  const row = desk.inbox.getState().rows.find((one) => one.id === sampleUsul(2).id);
  expect(row && needsDecision(row)).toBe(true);
});

test('an usul on the desk takes keys from the moment its decision was taken back', async () => {
  const id = await decide(1);
  expect(atHand().current).toMatchObject({ kind: 'terbuka' });
  expect((await queue().reopen(id)).ok).toBe(true);
  expect(atHand().current).toMatchObject({ readOnlyBecause: null, decidedHere: null });
  atHand().chooseOutcome('perbaikan');
  expect(atHand().current).toMatchObject({ draft: { outcome: 'perbaikan' } });
});

test('and does so whenever the database tells of the decision meanwhile', async () => {
  for (let moment = 0; moment < 12; moment += 1) {
    await decide(1);
    // So long after the decision its telling is on the way, is being read, or is through.
    for (let turn = 0; turn < moment; turn += 1) await new Promise(setImmediate);
    expect((await queue().reopen(queue().last!.decisionId)).ok).toBe(true);
    expect(atHand().current, `moment ${moment}`).toMatchObject({
      readOnlyBecause: null,
      decidedHere: null,
    });
  }
});

test('and stays so when the database tells of the decision late', async () => {
  const id = await decide(1);
  await queue().reopen(id);
  const seen: number[] = [];
  const stop = desk.outbox.subscribe(({ waiting }) => seen.push(waiting));
  await decide(2);
  await until(() => expect(seen.length).toBeGreaterThan(1));
  stop();
  // Nothing waits until the second one is made; from then on that one alone does.
  expect(seen.slice(0, seen.indexOf(1))).not.toContain(2);
  expect(new Set(seen.slice(seen.indexOf(1)))).toEqual(new Set([1]));
  const row = desk.inbox.getState().rows.find((one) => one.id === sampleUsul(1).id);
  expect(row?.decided).toBeNull();
});

test('a returned decision that was let go, or made again, asks for nothing any more', async () => {
  pc.close();
  await sitDown(0);
  server.refuse = ({ id }) => ({
    kind: 'ditolak',
    id,
    error: makeApiError('usul_berubah'),
    current: null,
  });
  const [first, second] = [await decide(1), await decide(2)];
  await until(() => {
    desk.sync.getState().syncNow();
    expect(queue().refused).toBe(2);
  });
  expect((await queue().letGo(first)).ok).toBe(true);
  expect(queue().refused).toBe(1);
  expect(handledOf(first)).toBe('dilepas');
  server.refuse = null;
  await decide(2);
  expect(queue().refused).toBe(0);
  expect(handledOf(second)).toBe('diputuskan_ulang');
});

function handledOf(id: string): string | undefined {
  const entry = queue().entries.find(({ decision }) => decision.id === id);
  return entry?.state.kind === 'ditolak' ? entry.state.handled.kind : undefined;
}
