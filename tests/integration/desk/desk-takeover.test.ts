import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { setRule } from '#server/assignment/set-rule.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import { addUsul, day } from '#tests/support/builders.ts';
import {
  comeBack,
  decide,
  deliveredIds,
  hasState,
  openDesk,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pcs: Readonly<Record<'satu' | 'dua', RealPc>>;
const opd = { kind: 'opd', id: 'dinas-a' } as const;

beforeAll(async () => {
  server = await startOffice();
  pcs = { satu: await setUpPc(server, 'satu'), dua: await setUpPc(server, 'dua') };
});
afterEach(() => {
  for (const pc of Object.values(pcs)) {
    pc.pc.close();
    setNetwork(pc, true);
  }
});
afterAll(() => stopOffice(server, Object.values(pcs)));

const seated = new Set<RealPc>();
async function sitDown(pc: RealPc): Promise<RunningDesk> {
  if (seated.has(pc)) return comeBack(pc);
  seated.add(pc);
  return openDesk(pc);
}

async function setTo(rule: AssignmentRule): Promise<void> {
  const setting = { scope: opd, stage: 'verifikasi', rule, validFrom: day('2020-01-01') } as const;
  await setRule(server.db, setting, day('2026-11-22'), { by: null, reason: '', now: new Date() });
}

/** An usul that the account of a PC has. */
async function heldBy({ accountId }: RealPc): Promise<Usul> {
  const usul = await addUsul(server.db, server.documents, 'dinas-a');
  const filter = { usulIds: [usul.id] };
  const selection = { scope: opd, stage: 'verifikasi' as const, filter };
  const assigning = { by: null, reason: '', now: new Date() };
  expect(await assignByHand(server.db, selection, accountId, assigning)).toMatchObject({
    ok: true,
  });
  return usul;
}

const rowOf = (desk: RunningDesk, { id }: Usul) =>
  desk.inbox.getState().rows.find((row) => row.id === id);
const isQueued = (desk: RunningDesk, { id }: Usul) =>
  desk.inbox.getState().queue.some((row) => row.id === id);

/** The usul on the desk, once it is as expected. */
async function shows(desk: RunningDesk, usul: Usul, expected: object): Promise<OpenCase> {
  return until(() => {
    const { current } = desk.currentCase.getState();
    if (current.kind !== 'terbuka') throw new Error(current.kind);
    expect(current).toMatchObject({ usul: { id: usul.id }, ...expected });
    return current;
  });
}

test('a colleague takes over while the holder is offline: the holder’s decision comes back, and who took it is told until it is seen', async () => {
  const usul = await heldBy(pcs.satu);
  const [holder, colleague] = [await sitDown(pcs.satu), await sitDown(pcs.dua)];
  await until(() =>
    expect(rowOf(holder, usul)).toMatchObject({ task: 'decide', colleagues: false }),
  );
  await until(() =>
    expect(rowOf(colleague, usul)).toMatchObject({ task: 'follow', colleagues: true }),
  );
  // What a colleague has is no work of one's own: shown where it is asked for.
  expect(colleague.inbox.getState().counts.belum_diperiksa).toBe(0);
  expect(isQueued(colleague, usul)).toBe(false);
  colleague.inbox.getState().setFilter({ marks: ['milik_rekan'] });
  expect(isQueued(colleague, usul)).toBe(true);
  setNetwork(pcs.satu, false);
  const mine = await decide(holder, usul);

  await colleague.currentCase.getState().open(usul.id);
  await shows(colleague, usul, {
    readOnlyBecause: 'Usul ini ditugaskan kepada Petugas satu.',
    colleagues: { name: 'Petugas satu' },
  });
  expect(await colleague.currentCase.getState().takeOver('  ')).toMatchObject({ ok: false });
  // Without network, too: it is theirs here, and goes before what is decided on it.
  setNetwork(pcs.dua, false);
  expect(await colleague.currentCase.getState().takeOver('Rekan cuti.')).toMatchObject({
    ok: true,
  });
  await shows(colleague, usul, { readOnlyBecause: null, colleagues: null });
  await until(() => expect(rowOf(colleague, usul)).toMatchObject({ task: 'decide' }));
  setNetwork(pcs.dua, true);
  await until(() =>
    expect(rowOf(colleague, usul)).toMatchObject({ colleagues: false, task: 'decide' }),
  );
  await until(() => expect(colleague.outbox.getState().waiting).toBe(0));

  setNetwork(pcs.satu, true);
  await hasState(holder, mine, 'ditolak');
  expect(holder.outbox.getState().entries[0]?.state).toMatchObject({
    error: { kind: 'ditugaskan_kepada_lain' },
    handled: { kind: 'belum' },
  });
  const given = { kind: 'ditugaskan', employeeName: 'Contoh dinas-a', to: 'Petugas satu' };
  const taken = { employeeName: 'Contoh dinas-a', by: 'Petugas dua', reason: 'Rekan cuti.' };
  const told = [given, taken];
  await until(() => expect(holder.takenOver.getState().taken).toMatchObject(told));
  expect(await deliveredIds(server)).toEqual([]);

  const theirs = await decide(colleague, usul);
  await hasState(colleague, theirs, 'terkirim');
  expect(await deliveredIds(server)).toEqual([theirs]);
  pcs.satu.pc.close();
  // Kept until it is seen.
  const again = await sitDown(pcs.satu);
  await until(() => expect(again.takenOver.getState().taken).toMatchObject(told));
  again.takenOver.getState().see();
  again.sync.getState().syncNow();
  await until(() => expect(again.takenOver.getState().taken).toEqual([]));
});

test('of the pool whoever opens an usul has it; who comes second is told whose it is, and decides nothing', async () => {
  await setTo({ kind: 'kolam', ambil: true });
  const usul = await addUsul(server.db, server.documents, 'dinas-a');
  const [first, second] = [await sitDown(pcs.satu), await sitDown(pcs.dua)];
  for (const desk of [first, second]) {
    await until(() => expect(rowOf(desk, usul)).toMatchObject({ task: 'decide' }));
  }
  await first.currentCase.getState().open(usul.id);
  await shows(first, usul, { usul: { assignment: { to: 'anda', why: 'ambil' } } });
  await second.currentCase.getState().open(usul.id);
  await shows(second, usul, { colleagues: { name: 'Petugas satu' } });
  // Opening it took nothing from whom it was.
  expect(first.takenOver.getState().taken).toEqual([]);
  const id = await decide(first, usul);
  // Nor is the last decision another one because something was taken since.
  expect(first.outbox.getState().last).toMatchObject({ decisionId: id });
  await hasState(first, id, 'terkirim');
});

test('both open it without network: the second to arrive is refused, with what was typed', async () => {
  await setTo({ kind: 'kolam', ambil: true });
  const usul = await addUsul(server.db, server.documents, 'dinas-a');
  const [first, second] = [await sitDown(pcs.satu), await sitDown(pcs.dua)];
  for (const desk of [first, second]) {
    await until(() => expect(rowOf(desk, usul)).toMatchObject({ task: 'decide' }));
  }
  for (const pc of Object.values(pcs)) setNetwork(pc, false);
  await first.currentCase.getState().open(usul.id);
  await until(() => expect(first.outbox.getState().waiting).toBe(1));
  const late = await decide(second, usul);
  setNetwork(pcs.satu, true);
  await until(() => expect(first.outbox.getState().waiting).toBe(0));
  setNetwork(pcs.dua, true);
  await hasState(second, late, 'ditolak');
  expect(second.outbox.getState()).toMatchObject({ refused: 1, waiting: 0 });
  expect(second.outbox.getState().entries[0]?.decision.verdicts).not.toHaveLength(0);
  await until(() => expect(rowOf(second, usul)).toMatchObject({ colleagues: true }));
  // Nor is it silent that the usul did not become theirs, until they have seen it.
  const outbox = second.outbox.getState();
  expect(outbox.refusedOthers.at(-1)?.sentence).toMatch(
    /^Usul Contoh dinas-a tidak jadi .*Petugas satu/,
  );
  // Another one may stand there: whoever opens an usul in the moment in which a colleague takes it is refused as well.
  for (const { id } of outbox.refusedOthers) {
    expect(await outbox.letGo(id)).toMatchObject({ ok: true });
  }
  await until(() => expect(second.outbox.getState().refusedOthers).toEqual([]));
});
