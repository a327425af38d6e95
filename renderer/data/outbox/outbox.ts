import {
  decisionsOnUsul,
  outboxForm,
  putDecision,
  putProgress,
  readDecision,
  sealEntry,
} from '#renderer/data/outbox/outbox-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type {
  Draft,
  OutboxEntry,
  OutboxState,
  RefusalHandling,
} from '#renderer/data/schema/rows.ts';
import type { StoredDecision } from '#renderer/data/schema/stored-rows.ts';
import { appendAudit } from '#renderer/data/rows/audit.ts';
import { hasTyped, sealDraft, sealReturned } from '#renderer/data/drafts/drafts.ts';
import { recordRemoval } from '#renderer/data/feed/removals.ts';
import { openRow, openRows } from '#renderer/data/rows/sealed-rows.ts';
import { readUsulRow } from '#renderer/data/usul/usul.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A decision as it is to be stored. `heldUntil` in ms epoch; `shas` are the documents of its usul. */
export interface NewDecision {
  readonly entry: OutboxEntry;
  readonly heldUntil: number;
  readonly shas: readonly string[];
  readonly at: Date;
}

/** Why a decision cannot be stored: another window decided, or the usul moved on or left while it was made. */
export type SaveRefusal = 'sudah_diputuskan' | 'usul_berubah' | 'usul_tidak_ada';

/**
 * Stores a decision: outbox entry, removal of the draft, marks on the refused decisions that it replaces, audit line;
 * all in one strict transaction, so either the whole of it is on the disk when this resolves, or nothing.
 */
export async function saveDecision(
  database: AccountDatabase,
  decision: NewDecision,
): Promise<Result<void, SaveRefusal>> {
  const { audit, drafts, meta, outbox, usul } = database;
  const { entry } = decision;
  const sealed = await sealEntry(database, entry);
  return database.transaction('rw', [audit, drafts, meta, outbox, usul], async () => {
    const { id, usulId, version, revision } = entry.decision;
    const row = await readUsulRow(database, usulId);
    if (!row) return fail('usul_tidak_ada');
    if (row.version !== version || row.revision !== revision) return fail('usul_berubah');
    const earlier = await decisionsOnUsul(database, usulId);
    const taken = earlier.some((other) => other.state !== 'ditolak' && other.version === version);
    if (taken) return fail('sudah_diputuskan');
    for (const old of earlier) await markRedone(database, old, id, decision.at);
    await putDecision(database, {
      id,
      touched: 0,
      usulId,
      version,
      revision,
      state: 'menunggu',
      progress: { kind: 'menunggu' },
      heldUntil: decision.heldUntil,
      shas: [...decision.shas],
      sealed,
    });
    await drafts.delete(usulId);
    await appendAudit(database, { event: 'keputusan_disimpan', at: decision.at, subject: id });
    return succeed(undefined);
  });
}

/** One decision; undefined when this PC does not have it. */
export async function readOutboxEntry(
  database: AccountDatabase,
  decisionId: string,
): Promise<OutboxEntry | undefined> {
  return (await openRow(database, outboxForm, await database.outbox.get(decisionId)))?.entry;
}

/** The decisions made here on an usul, oldest first. */
export async function listDecisionsOf(
  database: AccountDatabase,
  usulId: string,
): Promise<OutboxEntry[]> {
  const rows = await database.outbox.where('usulId').equals(usulId).sortBy('id');
  return (await openRows(database, outboxForm, rows)).map((row) => row.entry);
}

/** How many decisions are not delivered yet. */
export async function countUndelivered(database: AccountDatabase): Promise<number> {
  return database.outbox.where('state').anyOf('menunggu', 'mengirim').count();
}

/**
 * Takes a decision that was not sent back into a draft, and off the outbox; what was typed since about its usul is kept
 * beside it. False when it is no longer `menunggu`: from then on the server may have it.
 */
export async function withdrawDecision(
  database: AccountDatabase,
  decisionId: string,
  draft: Draft,
  at: Date,
): Promise<boolean> {
  for (;;) {
    const typed = await sealReturned(database, draft);
    const done = await withdrawInto(database, decisionId, typed, at);
    if (done !== 'usang') return done === 'ditarik';
  }
}

/** `usang`: another window typed something meanwhile, which the row does not know. */
async function withdrawInto(
  database: AccountDatabase,
  decisionId: string,
  { row: typed, fits }: Awaited<ReturnType<typeof sealReturned>>,
  at: Date,
): Promise<'ditarik' | 'terlambat' | 'usang'> {
  const { audit, drafts, meta, outbox, removals } = database;
  return database.transaction('rw', [audit, drafts, meta, outbox, removals], async () => {
    const row = await readDecision(database, decisionId);
    if (row?.state !== 'menunggu') return 'terlambat';
    if (!(await fits())) return 'usang';
    await drafts.put(typed);
    await outbox.delete(decisionId);
    await recordRemoval(database, 'outbox', decisionId);
    // A refused decision that this one was to replace waits for a person again.
    for (const other of await decisionsOnUsul(database, row.usulId)) {
      if (replacedBy(other) === decisionId) await putHandled(database, other, { kind: 'belum' });
    }
    await appendAudit(database, { event: 'keputusan_ditarik_kembali', at, subject: decisionId });
    return 'ditarik';
  });
}

/** Puts what was decided in a refused decision on the desk again; what is already being typed there is kept. */
export async function redoDecision(
  database: AccountDatabase,
  decisionId: string,
  draft: Draft,
  at: Date,
): Promise<void> {
  const { audit, drafts, meta } = database;
  const row = await sealDraft(database, draft);
  await database.transaction('rw', [audit, drafts, meta], async () => {
    if (!(await hasTyped(database, draft.usulId))) await drafts.put(row);
    await appendAudit(database, { event: 'keputusan_diperiksa_ulang', at, subject: decisionId });
  });
}

/**
 * Notes that a person lets a refused decision go: it stays with its reason, and no longer asks for action. False when
 * it does not ask for any (not refused, or handled already).
 */
export async function letGoOfDecision(
  database: AccountDatabase,
  decisionId: string,
  at: Date,
): Promise<boolean> {
  const { audit, meta, outbox } = database;
  return database.transaction('rw', [audit, meta, outbox], async () => {
    const row = await readDecision(database, decisionId);
    if (!row || !asksForAction(row.progress)) return false;
    await putHandled(database, row, { kind: 'dilepas', at: at.toISOString() });
    await appendAudit(database, { event: 'keputusan_dilepas', at, subject: decisionId });
    return true;
  });
}

/** Marks refused decisions as decided again; inside a transaction with `audit`, `meta` and `outbox`. */
export async function markReplaced(
  database: AccountDatabase,
  decisionIds: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  for (const id of decisionIds) {
    const row = await readDecision(database, id);
    if (row) await markRedone(database, row, by, at);
  }
}

async function markRedone(
  database: AccountDatabase,
  row: StoredDecision,
  by: string,
  at: Date,
): Promise<void> {
  if (!asksForAction(row.progress)) return;
  await putHandled(database, row, { kind: 'diputuskan_ulang', by });
  await appendAudit(database, { event: 'keputusan_diulang', at, subject: row.id });
}

/** Whether a decision was refused and a person has not said what becomes of it. */
export function asksForAction(progress: OutboxState): boolean {
  return progress.kind === 'ditolak' && progress.handled.kind === 'belum';
}

function replacedBy({ progress }: StoredDecision): string | null {
  if (progress.kind !== 'ditolak' || progress.handled.kind !== 'diputuskan_ulang') return null;
  return progress.handled.by;
}

async function putHandled(
  database: AccountDatabase,
  row: StoredDecision,
  handled: RefusalHandling,
): Promise<void> {
  const { progress } = row;
  if (progress.kind !== 'ditolak') return;
  await putProgress(database, { ...row, shas: [] }, { ...progress, handled });
}
