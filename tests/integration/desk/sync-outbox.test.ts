import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { describe, expect, test } from 'vitest';
import { applyResults, nextHoldEnd, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { withdrawDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { countUndelivered, readOutboxEntry, saveCommand } from '#renderer/data/outbox/outbox.ts';
import { readDraft, saveDraft, saveTyped } from '#renderer/data/drafts/drafts.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { emptyDraft } from '#renderer/core/case/draft.ts';
import { push } from '#renderer/workers/sync/commands/push.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Usul } from '#shared/records/usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { fail } from '#shared/kernel/result.ts';
import { makeTurns } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

const at = new Date('2026-11-22T03:00:00.000Z');
const now = at.getTime();
const usul = sampleUsul(1);

async function withUsul(...list: Usul[]): Promise<AccountDatabase> {
  const database = makeTestDatabase();
  const changes = list.map((one, index) => ({ kind: 'usul' as const, seq: index + 1, usul: one }));
  const page = { changes, cursor: 'c', remaining: 0, serverTime: at.toISOString() };
  await applyChanges(database, page, undefined, localDateOf(at));
  return database;
}

const decisionOn = (judged: Usul, n: number, heldUntil = 0): ReturnType<typeof rejectionOf> =>
  rejectionOf(judged, n, at, heldUntil);

async function portsOver(database: AccountDatabase, api: ServerApi): Promise<SyncPorts> {
  const tokens = { accessToken: 'a', refreshToken: 'r', accessExpiresAt: 1e15 };
  await writeSealedMeta(database, 'tokens', tokens);
  return {
    accountId: 'a',
    deviceId: 'd',
    api,
    database,
    now: () => now,
    random: () => 0,
    isOnline: () => true,
    exclusively: makeTurns(),
  };
}

function accepted(id: string): CommandResult {
  return { kind: 'diterima', id, receivedAt: at.toISOString(), chainSeq: 1, hash: 'h' };
}

function refused(id: string): CommandResult {
  const error = { kind: 'usul_berubah', message: 'Berubah.', action: 'Periksa.' } as const;
  return { kind: 'ditolak', id, error, current: null };
}

/** A disk that fails in the middle of the transaction. */
function failure(): never {
  throw new Error('full');
}

describe('saving a decision', () => {
  test('puts it in the outbox, removes the draft and notes it, all at once', async () => {
    const database = await withUsul(usul);
    await saveDraft(database, { ...emptyDraft(usul), note: 'sedang diketik' });
    const decision = decisionOn(usul, 1);
    expect(await saveCommand(database, decision)).toEqual({ ok: true });
    expect(await readDraft(database, usul.id)).toBeUndefined();
    expect(await countUndelivered(database)).toBe(1);
    expect(await database.audit.toArray()).toMatchObject([{ event: 'keputusan_disimpan' }]);
  });

  test('is not followed by a draft that was still on its way to the disk', async () => {
    const database = await withUsul(usul);
    const typed = { ...emptyDraft(usul), note: 'sedang diketik' };
    await Promise.all([
      saveCommand(database, decisionOn(usul, 1)),
      saveTyped(database, emptyDraft(usul), typed),
    ]);
    expect(await readDraft(database, usul.id)).toBeUndefined();
    await saveTyped(database, typed, { ...typed, version: 2, note: 'versi berikutnya' });
    expect((await readDraft(database, usul.id))?.note).toBe('versi berikutnya');
  });

  test('leaves everything as it was when a part of it fails', async () => {
    const database = await withUsul(usul);
    await saveDraft(database, { ...emptyDraft(usul), note: 'sedang diketik' });
    database.audit.hook('creating', failure);
    await expect(saveCommand(database, decisionOn(usul, 1))).rejects.toThrow('full');
    database.audit.hook('creating').unsubscribe(failure);
    expect((await readDraft(database, usul.id))?.note).toBe('sedang diketik');
    expect(await countUndelivered(database)).toBe(0);
  });

  test('is refused when the usul moved on, left, or was decided in another window', async () => {
    const database = await withUsul(usul);
    const old = decisionOn({ ...usul, version: 7 }, 1);
    expect(await saveCommand(database, old)).toEqual({ ok: false, error: 'usul_berubah' });
    const foreign = decisionOn(sampleUsul(9), 1);
    expect(await saveCommand(database, foreign)).toEqual({ ok: false, error: 'usul_tidak_ada' });
    await saveCommand(database, decisionOn(usul, 1));
    const second = await saveCommand(database, decisionOn(usul, 2));
    expect(second).toEqual({ ok: false, error: 'sudah_diputuskan' });
    expect(await listDecisionsOf(database, usul.id)).toHaveLength(1);
  });
});

describe('sending', () => {
  test('one that the server cannot answer keeps none of the others back', async () => {
    const list = Array.from({ length: 60 }, (_, n) => sampleUsul(n + 1));
    const database = await withUsul(...list);
    for (const [n, one] of list.entries()) await saveCommand(database, decisionOn(one, n + 1));
    const error = { kind: 'gangguan_server', message: 'Gangguan.', action: 'Tunggu.' } as const;
    const first = new Set(list.slice(0, 50).map(({ id }) => id));
    const server = makeFakeServer([], new Map());
    server.refuse = ({ id, usulId }) =>
      first.has(usulId) ? { kind: 'ditolak', id, error, current: null } : null;
    expect(await push(await portsOver(database, server.api), 0)).toEqual({
      ok: true,
      value: { sent: 10 },
    });
    expect(server.received).toHaveLength(10);
    expect(await countUndelivered(database)).toBe(50);
    const [stuck] = await listDecisionsOf(database, sampleUsul(1).id);
    expect(stuck?.state).toEqual({ kind: 'mengirim', attempts: 1 });
  });

  test('what half of a batch was answered counts, though the network goes before the other', async () => {
    const list = [sampleUsul(1), sampleUsul(2)];
    const database = await withUsul(...list);
    for (const [n, one] of list.entries()) await saveCommand(database, decisionOn(one, n + 1));
    const { api } = makeFakeServer([], new Map());
    const error = { kind: 'terlalu_besar', message: 'Terlalu besar.', action: '-' } as const;
    let calls = 0;
    const deliver: ServerApi['deliver'] = async (token, batch) => {
      calls += 1;
      if (batch.length > 1) return fail({ kind: 'server', status: 413, error });
      return calls > 2 ? fail({ kind: 'tak_terjangkau' }) : api.deliver(token, batch);
    };
    const pushed = await push(await portsOver(database, { ...api, deliver }), 0);
    expect(pushed).toEqual({ ok: false, error: { kind: 'tak_terjangkau' } });
    expect(await countUndelivered(database)).toBe(1);
  });

  test('a server that does not know the route yet refuses nothing: it goes again under its id', async () => {
    const database = await withUsul(usul);
    const made = decisionOn(usul, 1);
    await saveCommand(database, made);
    const { api, received } = makeFakeServer([], new Map());
    const error = { kind: 'tidak_ditemukan', message: 'Tidak ada.', action: '-' } as const;
    const deliver: ServerApi['deliver'] = async () => fail({ kind: 'server', status: 404, error });
    const pushed = await push(await portsOver(database, { ...api, deliver }), 0);
    expect(pushed).toMatchObject({ ok: false, error: { status: 404 } });
    const { id } = made.entry.command;
    expect((await readOutboxEntry(database, id))?.state.kind).toBe('mengirim');
    await push(await portsOver(database, api), 0);
    expect(received.map((decision) => decision.id)).toEqual([id]);
  });

  test('holds a new decision for a moment, but never for years after a clock was set back', async () => {
    const database = await withUsul(usul);
    await saveCommand(database, decisionOn(usul, 1, now + 10_000));
    expect(await takeBatch(database, 50, { now, holdMs: 10_000 })).toEqual([]);
    expect(await nextHoldEnd(database, { now, holdMs: 10_000 })).toBe(10_000);
    const yearBefore = { now: now - 365 * 86_400_000, holdMs: 10_000 };
    expect(await takeBatch(database, 50, yearBefore)).toHaveLength(1);
  });

  test('sends one whose answer was lost again under the same id, before the others', async () => {
    const other = sampleUsul(2);
    const database = await withUsul(usul, other);
    const late = decisionOn(usul, 2);
    await saveCommand(database, late);
    await takeBatch(database, 50, { now, holdMs: 0 });
    await saveCommand(database, decisionOn(other, 1));
    const batch = await takeBatch(database, 1, { now, holdMs: 0 });
    expect(batch.map(({ id }) => id)).toEqual([late.entry.command.id]);
    const entry = await readOutboxEntry(database, late.entry.command.id);
    expect(entry?.state).toEqual({ kind: 'mengirim', attempts: 2 });
  });

  test('a decision on its way cannot be taken back', async () => {
    const database = await withUsul(usul);
    const decision = decisionOn(usul, 1);
    await saveCommand(database, decision);
    await takeBatch(database, 50, { now, holdMs: 0 });
    const { id } = decision.entry.command;
    expect(await withdrawDecision(database, id, emptyDraft(usul), at)).toBe(false);
    expect(await countUndelivered(database)).toBe(1);
  });

  test('one that is taken back leaves what was typed since about a newer version of its usul', async () => {
    const database = await withUsul(usul);
    const decision = decisionOn(usul, 1);
    await saveCommand(database, decision);
    const newer = { ...usul, version: 3 };
    const typed = { ...emptyDraft(newer), note: 'diketik sesudahnya' };
    await saveTyped(database, emptyDraft(newer), typed);
    const returned = { ...emptyDraft(newer), note: 'alasan semula', outcome: 'tolak' } as const;
    expect(await withdrawDecision(database, decision.entry.command.id, returned, at)).toBe(true);
    expect(await readDraft(database, usul.id)).toEqual({
      ...typed,
      outcome: 'tolak',
      note: 'diketik sesudahnya\nalasan semula',
    });
  });

  test('a refused one stays, and is marked when it was made again', async () => {
    const database = await withUsul(usul);
    const first = decisionOn(usul, 1);
    await saveCommand(database, first);
    await takeBatch(database, 50, { now, holdMs: 0 });
    await applyResults(database, [refused(first.entry.command.id)], at);
    const second = decisionOn(usul, 2);
    expect(await saveCommand(database, second)).toEqual({ ok: true });
    const entry = await readOutboxEntry(database, first.entry.command.id);
    expect(entry?.state).toMatchObject({
      kind: 'ditolak',
      handled: { by: second.entry.command.id },
    });
    await withdrawDecision(database, second.entry.command.id, emptyDraft(usul), at);
    const again = await readOutboxEntry(database, first.entry.command.id);
    expect(again?.state).toMatchObject({ kind: 'ditolak', handled: { kind: 'belum' } });
  });

  test('a receipt that arrives twice changes nothing the second time', async () => {
    const database = await withUsul(usul);
    const decision = decisionOn(usul, 1);
    const { id } = decision.entry.command;
    await saveCommand(database, decision);
    await takeBatch(database, 50, { now, holdMs: 0 });
    expect(await applyResults(database, [accepted(id)], at)).toMatchObject({ accepted: 1 });
    expect(await applyResults(database, [accepted(id), refused(id)], at)).toMatchObject({
      accepted: 0,
      refused: 0,
    });
    expect((await readOutboxEntry(database, id))?.state.kind).toBe('terkirim');
  });
});
