import { liveQuery } from 'dexie';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { draftRowSchema } from '#renderer/data/schema/stored-rows.ts';
import { mergeDrafts } from '#renderer/data/repositories/draft-merge.ts';
import { parseRow } from '#renderer/data/repositories/set-aside.ts';

/** What was typed about an usul so far. */
export async function readDraft(
  database: AccountDatabase,
  usulId: string,
): Promise<Draft | undefined> {
  const row = await database.drafts.get(usulId);
  return parseRow(database, 'drafts', draftRowSchema, row)?.draft;
}

/** Stores what was typed about an usul. */
export async function saveDraft(database: AccountDatabase, draft: Draft): Promise<void> {
  await database.drafts.put({ usulId: draft.usulId, typed: isTyped(draft) ? 1 : 0, draft });
}

/**
 * Stores what was typed in this window since `base`, together with what another window stored meanwhile, so that
 * neither loses anything (see `mergeDrafts`). Nothing on an usul that was decided here: a decision took its draft away,
 * and a write that comes after it must not bring it back.
 */
export async function saveTyped(
  database: AccountDatabase,
  base: Draft,
  typed: Draft,
): Promise<void> {
  await database.transaction('rw', [database.drafts, database.outbox], async () => {
    if (await isDecidedHere(database, typed.usulId, typed.version)) return;
    const stored = await readDraft(database, typed.usulId);
    await saveDraft(database, mergeDrafts(base, typed, stored));
  });
}

/** Whether a person did something in the draft, beyond looking at pages. */
export function isTyped(draft: Draft): boolean {
  return (
    draft.outcome !== null ||
    draft.note !== '' ||
    draft.reasons.length > 0 ||
    Object.keys(draft.verdicts).length > 0
  );
}

/** Follows which usul have something typed; the first call has them all. Returns how to stop. */
export function followTypedDrafts(
  database: AccountDatabase,
  listener: (usulIds: ReadonlySet<string>) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() =>
    database.drafts.where('typed').equals(1).primaryKeys(),
  ).subscribe({ next: (ids) => listener(new Set(ids)), error: onError });
  return () => subscription.unsubscribe();
}
