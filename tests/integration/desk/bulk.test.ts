import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  comeBack,
  hasUsul,
  openDesk,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import { keepBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { inTransaction } from '#server/store/database.ts';
import { itemOf } from '#renderer/core/bulk/bulk-store.ts';
import { phaseOf, restOf, sampleOf, sampledIn } from '#renderer/core/bulk/bulk-view.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { addVerifikator, currentUsul } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

let server: TestServer;
let verifikator: AppointedAccount;
let pc: RealPc;

beforeAll(async () => {
  server = await startOffice();
  verifikator = await addVerifikator(server.db, 'dinas-a');
  const policy = { percent: 5, least: 2, excludedTypes: [] };
  await inTransaction(server.db, (tx) => keepBulkPolicy(tx, 'kab-a', policy));
  pc = await setUpPc(server, 'approver', 'approver', { kind: 'instansi', id: 'kab-a' });
});
afterEach(() => {
  pc.pc.close();
  setNetwork(pc, true);
});
afterAll(() => stopOffice(server, [pc]));

const bulkOf = (desk: RunningDesk) => desk.bulk.getState();
const phase = (desk: RunningDesk) => phaseOf(bulkOf(desk), null);
const reaches = (desk: RunningDesk, wanted: ReturnType<typeof phaseOf>) =>
  until(() => expect(phase(desk)).toBe(wanted));

async function opened(desk: RunningDesk, usulId: string): Promise<OpenCase> {
  await desk.currentCase.getState().open(usulId);
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`The usul is ${current.kind}`);
  return current;
}

/** Looks at every page of the next sample and approves it; answers which usul comes next. */
async function lookAtNext(desk: RunningDesk): Promise<string | null> {
  const { batch, decided } = bulkOf(desk);
  const { next } = sampleOf(batch!, decided);
  const { usul } = await opened(desk, next!);
  const actions = desk.currentCase.getState();
  actions.chooseOutcome('teruskan');
  const before = desk.currentCase.getState().current;
  expect(before).toMatchObject({ gaps: [{ kind: 'halaman_belum_dilihat' }] });
  for (const { sha256 } of usul.documents) {
    actions.documentOpened(sha256, 1);
    actions.pageShown(sha256, 1);
  }
  const saved = await actions.decide();
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value.nextUsulId;
}

test('selected without network, drawn at contact, looked at, confirmed without network, and told', async () => {
  const usuls = await addVerified(server, { verifikator, count: 6 });
  const [returned] = await addVerified(server, {
    verifikator,
    decision: {
      acknowledged: [{ kind: 'dokumen', subject: 'belum_dibaca', about: 'a'.repeat(64) }],
    },
  });
  const desk = await openDesk(pc);
  await hasUsul(desk, 7);
  const rows = desk.inbox.getState().rows;
  const bars = await bulkOf(desk).judge(
    rows.map(({ id }) => id),
    bulkOf(desk).policy,
  );
  expect(bars.get(returned!.id)).toBe('belum_dibaca');
  const fit = rows.filter(({ id }) => bars.get(id) === null);
  expect(fit).toHaveLength(6);

  setNetwork(pc, false);
  // Pressed twice, and once more before the screen has changed.
  const items = fit.map(itemOf);
  const pressed = await Promise.all([bulkOf(desk).select(items), bulkOf(desk).select(items)]);
  expect(pressed).toEqual([{ ok: true }, { ok: true }]);
  expect(phase(desk)).toBe('dikirim');
  expect(await bulkOf(desk).select(items)).toEqual({ ok: true });
  pc.pc.close();
  // The PC is started anew meanwhile: what was selected waits as before.
  const again = await comeBack(pc);
  await reaches(again, 'dikirim');
  setNetwork(pc, true);
  await reaches(again, 'sampel');
  const { batch } = bulkOf(again);
  const sample = sampleOf(batch!, bulkOf(again).decided);
  expect(sample.items).toHaveLength(2);
  expect(restOf(batch!)).toHaveLength(4);

  setNetwork(pc, false);
  const [first, second] = sample.items.map(({ usulId }) => usulId);
  expect(sampledIn(batch, first!)?.id).toBe(batch!.id);
  expect(await lookAtNext(again)).toBe(second);
  expect(phase(again)).toBe('sampel');
  expect(await lookAtNext(again)).toBeNull();
  await reaches(again, 'sahkan');
  await Promise.all([bulkOf(again).confirm(), bulkOf(again).confirm()]);
  expect(phase(again)).toBe('disahkan');
  setNetwork(pc, true);
  await reaches(again, 'hasil');
  const done = bulkOf(again).batch!;
  expect(done.state).toBe('disahkan');
  expect(bulkOf(again).refused).toBeNull();
  expect(await server.db.selectFrom('bulk_command').select('id').execute()).toHaveLength(2);
  expect(new Set(done.items.map(({ fate }) => fate))).toEqual(new Set(['disetujui']));
  const now = await Promise.all(usuls.map(({ id }) => currentUsul(server.db, id)));
  expect(now.map(({ position }) => position.kind)).toEqual(usuls.map(() => 'selesai'));
  await hasUsul(again, 1);
});

test('a fault ends it, and what was known is known without network after a restart', async () => {
  const usuls: readonly Usul[] = await addVerified(server, { verifikator, count: 4 });
  const desk = await comeBack(pc);
  await until(() => expect(desk.inbox.getState().rows).toHaveLength(5));
  expect(await bulkOf(desk).select(usuls.map(itemOf))).toEqual({ ok: true });
  await reaches(desk, 'sampel');
  const { next } = sampleOf(bulkOf(desk).batch!, bulkOf(desk).decided);
  await opened(desk, next!);
  const actions = desk.currentCase.getState();
  actions.chooseOutcome('tolak');
  actions.toggleReason('DOK_SALAH');
  expect(await actions.decide()).toMatchObject({ ok: true });
  await reaches(desk, 'hasil');
  expect(bulkOf(desk).batch?.state).toBe('berhenti');
  expect(await bulkOf(desk).confirm()).toMatchObject({ ok: false });
  pc.pc.close();
  setNetwork(pc, false);
  const again = await comeBack(pc);
  await reaches(again, 'hasil');
  expect(bulkOf(again).batch?.state).toBe('berhenti');
  await bulkOf(again).ask();
  expect(bulkOf(again).trouble).toMatchObject({ kind: 'luring' });
  // What the server refuses is told, and let go.
  const changed = usuls.map((usul) => ({ ...itemOf(usul), version: 99 }));
  expect(await bulkOf(again).select(changed)).toEqual({ ok: true });
  setNetwork(pc, true);
  await until(() => expect(bulkOf(again).refused?.error.message).toContain('Tidak satu pun'));
  // It is no decision to be made again, and not counted as one.
  expect(again.outbox.getState().refused).toBe(0);
  await bulkOf(again).letGo();
  await until(() => expect(bulkOf(again).refused).toBeNull());
});
