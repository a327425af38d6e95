import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { listsUsul, setUpFakePc, signInOver } from '#tests/support/desk/fake-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

let pc: TestPc;
beforeEach(() => {
  ({ pc } = setUpFakePc(3));
});
afterEach(() => pc.close());

test('a decision is the one that is taken back from the moment it is stored, not the one before', async () => {
  const desk = pc.openDesk({ holdMs: 60_000, autosaveMs: 5 });
  await signInOver(desk);
  await listsUsul(desk, 3);
  const atHand = () => desk.currentCase.getState();
  for (const n of [1, 2]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await atHand().open(sampleUsul(n).id);
    atHand().chooseOutcome('tolak');
    atHand().toggleReason('DOK_SALAH');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await atHand().decide()).ok).toBe(true);
    expect(desk.outbox.getState().last?.usulId).toBe(sampleUsul(n).id);
  }
  // The key may be pressed again at once: the one before is the last from the moment that this one is taken back.
  for (const n of [2, 1]) {
    const store = desk.outbox.getState();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const reopened = await store.reopen(store.last!.decisionId);
    expect(reopened).toMatchObject({ ok: true, value: { usulId: sampleUsul(n).id } });
  }
  expect(desk.outbox.getState().last).toBeNull();
});
