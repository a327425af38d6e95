import { hasTyped, sealDraft, sealReturned } from '#renderer/data/drafts/drafts.ts';
import { noteCommand, readCommand } from '#renderer/data/outbox/outbox-rows.ts';
import { takeOff } from '#renderer/data/outbox/outbox.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';

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
    const row = await readCommand(database, decisionId);
    if (row?.state !== 'menunggu') return 'terlambat';
    if (!(await fits())) return 'usang';
    await drafts.put(typed);
    await takeOff(database, row, at);
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
  const { audit, drafts, outbox } = database;
  const typed = await sealDraft(database, draft);
  await database.transaction('rw', [audit, drafts, outbox], async () => {
    const row = await readCommand(database, decisionId);
    if (!(await hasTyped(database, draft.usulId))) await drafts.put(typed);
    if (row) await noteCommand(database, row, 'diperiksa_ulang', at);
  });
}
