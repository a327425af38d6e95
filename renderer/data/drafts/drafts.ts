import { liveQuery } from 'dexie';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import {
  draftRowSchema,
  draftSchema,
  type StoredDraft,
} from '#renderer/data/schema/stored-rows.ts';
import { mergeDrafts, mergeReturned } from '#renderer/data/drafts/draft-merge.ts';
import { rowText } from '#renderer/data/rows/row-text.ts';
import { openRow, type SealedForm } from '#renderer/data/rows/sealed-rows.ts';

const draftForm: SealedForm<StoredDraft, Draft, Draft> = {
  table: 'drafts',
  stored: draftRowSchema,
  content: draftSchema,
  placeOf: ({ usulId }) => draftPlace(usulId),
  join: (_row, draft) => draft,
};

/** What was typed about an usul so far. */
export async function readDraft(
  database: AccountDatabase,
  usulId: string,
): Promise<Draft | undefined> {
  return openRow(database, draftForm, await database.drafts.get(usulId));
}

/** Stores what was typed about an usul. */
export async function saveDraft(database: AccountDatabase, draft: Draft): Promise<void> {
  await database.drafts.put(await sealDraft(database, draft));
}

/** A draft as a row of `drafts`, to be put in a transaction. */
export async function sealDraft(database: AccountDatabase, draft: Draft): Promise<StoredDraft> {
  const { usulId } = draft;
  const sealed = await database.vault.seal(draftPlace(usulId), draft);
  return { usulId, typed: isTyped(draft) ? 1 : 0, sealed };
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
  const { drafts, outbox } = database;
  for (;;) {
    const before: unknown = await drafts.get(typed.usulId);
    const stored = await openRow(database, draftForm, before);
    const row = await sealDraft(database, mergeDrafts(base, typed, stored));
    const done = await database.transaction('rw', [drafts, outbox], async () => {
      if (await isDecidedHere(database, typed.usulId, typed.version)) return true;
      // Another window stored something meanwhile, which this row does not know.
      if (rowText(await drafts.get(typed.usulId)) !== rowText(before)) return false;
      await drafts.put(row);
      return true;
    });
    if (done) return;
  }
}

/**
 * The draft of a decision that comes back to the desk, as a row together with what was typed since. `fits` says, inside
 * the transaction that puts it, whether that is still what is stored.
 */
export async function sealReturned(
  database: AccountDatabase,
  returned: Draft,
): Promise<{ readonly row: StoredDraft; readonly fits: () => Promise<boolean> }> {
  const before: unknown = await database.drafts.get(returned.usulId);
  const typed = await openRow(database, draftForm, before);
  const row = await sealDraft(database, mergeReturned(returned, typed));
  const fits = async (): Promise<boolean> =>
    rowText(await database.drafts.get(returned.usulId)) === rowText(before);
  return { row, fits };
}

/** Whether something was typed about an usul, by its clear column; inside a transaction with `drafts` as well. */
export async function hasTyped(database: AccountDatabase, usulId: string): Promise<boolean> {
  const row = draftRowSchema.safeParse(await database.drafts.get(usulId));
  return row.success && row.data.typed === 1;
}

/** Whether a person did something in the draft, beyond looking at pages. */
export function isTyped(draft: Draft): boolean {
  return (
    draft.outcome !== null ||
    draft.note !== '' ||
    draft.reasons.length > 0 ||
    (draft.acknowledged ?? []).length > 0 ||
    draft.deletionReason !== undefined ||
    Object.keys(draft.places ?? {}).length > 0 ||
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

function draftPlace(usulId: string): string {
  return `drafts:${usulId}`;
}
