import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseState } from '#renderer/core/case/case-contract.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { listsUsul, setUpFakePc, signInOver } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

function opened(desk: RunningDesk): Extract<CaseState, { kind: 'terbuka' }> {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  return current;
}

const rulesOf = (desk: RunningDesk) => opened(desk).findings.map(({ ruleId }) => ruleId);

describe('a deletion for which the usul states no reason', () => {
  let pc: TestPc;
  let server: FakeServer;
  const { id } = sampleUsul(1);

  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue();
    ({ pc, server } = setUpFakePc(1));
    const { values } = sampleUsul(1);
    const existingRecords = [{ id: 'satu', values }];
    const deletion = { kind: 'hapus' as const, oldValues: values, existingRecords };
    server.change({ ...sampleUsul(1), ...deletion, version: 2 });
  });
  afterEach(() => {
    pc.close();
    vi.restoreAllMocks();
  });

  async function opens(holdMs = 60_000): Promise<RunningDesk> {
    const desk = pc.openDesk({ holdMs, autosaveMs: 5 });
    await signInOver(desk);
    await listsUsul(desk, 1);
    await desk.currentCase.getState().open(id);
    const actions = desk.currentCase.getState();
    const { sha256 } = sampleDocument('usul 1');
    actions.documentOpened(sha256, 1);
    actions.pageShown(sha256, 1);
    return desk;
  }

  test('is judged under the one that the person chooses, which goes with the decision', async () => {
    const desk = await opens(0);
    expect(rulesOf(desk)).toContain('HAPUS_TANPA_ALASAN');
    const actions = desk.currentCase.getState();
    actions.chooseDeletionReason('salah_input');
    expect(rulesOf(desk)).not.toContain('HAPUS_TANPA_ALASAN');
    actions.judgeField('alasan_hapus', 'sesuai');
    actions.acknowledge();
    expect(opened(desk).gaps).toEqual([]);
    expect((await actions.decide()).ok).toBe(true);
    await until(() => expect(server.received).toHaveLength(1));
    expect(server.received[0]?.deletionReason).toBe('salah_input');
  });

  test('asks again when another one is chosen, and a step back brings the first with its verdict', async () => {
    const desk = await opens();
    const actions = desk.currentCase.getState();
    actions.chooseDeletionReason('salah_input');
    actions.judgeField('alasan_hapus', 'sesuai');
    actions.chooseDeletionReason('ganda');
    expect(rulesOf(desk)).toContain('HAPUS_ALASAN_TERBANTAH');
    expect(opened(desk).draft).toMatchObject({ verdicts: {}, outcome: null });
    actions.undoStep();
    expect(rulesOf(desk)).not.toContain('HAPUS_ALASAN_TERBANTAH');
    expect(opened(desk).draft).toMatchObject({
      deletionReason: 'salah_input',
      outcome: 'teruskan',
    });
    actions.undoStep();
    actions.undoStep();
    expect(rulesOf(desk)).toContain('HAPUS_TANPA_ALASAN');
  });

  test('keeps what was chosen over a closed window, and over a decision taken back', async () => {
    const desk = await opens();
    desk.currentCase.getState().chooseDeletionReason('salah_input');
    await desk.flush();
    pc.close();
    const again = await opens();
    expect(opened(again).draft.deletionReason).toBe('salah_input');
    const actions = again.currentCase.getState();
    actions.judgeField('alasan_hapus', 'tidak_sesuai', 'Sudah benar.');
    actions.acknowledge();
    expect((await actions.decide()).ok).toBe(true);
    await again.outbox.getState().reopen(opened(again).decidedHere!.decision.id);
    await until(() => expect(opened(again).readOnlyBecause).toBeNull());
    expect(opened(again).draft).toMatchObject({
      deletionReason: 'salah_input',
      verdicts: { alasan_hapus: { verdict: 'tidak_sesuai', seen: 'Sudah benar.' } },
    });
    expect(rulesOf(again)).not.toContain('HAPUS_TANPA_ALASAN');
  });
});
