import { liveQuery } from 'dexie';
import { changeSealedMeta, openMeta, readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { SealedMetaValue } from '#renderer/data/schema/stored-rows.ts';

/** An usul that came back to the desk because of what its documents say; not opened since. */
export type ReturnedUsul = SealedMetaValue<'returnedUsul'>[number];

/** So many are told of at once: more are drafts that ask when they are opened. */
const mostKept = 200;

/**
 * Notes that an usul comes back. It is written before its decision is taken back: whatever ends the window in between, the
 * person is told. While the decision still stands in the outbox, it says nothing.
 */
export async function noteReturned(database: AccountDatabase, usul: ReturnedUsul): Promise<void> {
  await changeSealedMeta(database, 'returnedUsul', (kept = []) =>
    [...without(kept, usul.usulId), usul].slice(-mostKept),
  );
}

/** The person opened it, or its decision stands after all. */
export async function forgetReturned(database: AccountDatabase, usulId: string): Promise<void> {
  const kept = await readSealedMeta(database, 'returnedUsul');
  if (!kept?.some((one) => one.usulId === usulId)) return;
  await changeSealedMeta(database, 'returnedUsul', (now = []) => without(now, usulId));
}

function without(kept: readonly ReturnedUsul[], usulId: string): ReturnedUsul[] {
  return kept.filter((one) => one.usulId !== usulId);
}

/**
 * Follows which usul came back and are still on this PC, in whichever window; the one that came first stands first. Returns
 * how to stop.
 */
export function followReturned(
  database: AccountDatabase,
  listener: (returned: readonly ReturnedUsul[]) => void,
  onError: (cause: unknown) => void,
): () => void {
  let here: { readonly unsubscribe: () => void } | null = null;
  let stopped = false;
  const fail = (cause: unknown): void => {
    // Whoever stopped may have closed the database under what was still being read.
    if (!stopped) onError(cause);
  };
  const show = async (row: unknown): Promise<void> => {
    const kept = (await openMeta(database, 'returnedUsul', row)) ?? [];
    if (stopped) return;
    here?.unsubscribe();
    const ids = kept.map(({ usulId }) => usulId);
    here = liveQuery(() => database.usul.where('id').anyOf(ids).primaryKeys()).subscribe({
      next: (left) => listener(kept.filter(({ usulId }) => left.includes(usulId))),
      error: fail,
    });
  };
  const rows = liveQuery(() => database.meta.get('returnedUsul')).subscribe({
    next: (row) => void show(row).catch(fail),
    error: fail,
  });
  return () => {
    stopped = true;
    rows.unsubscribe();
    here?.unsubscribe();
  };
}
