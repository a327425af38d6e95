import { liveQuery } from 'dexie';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { changeSealedMeta, openMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { TakenOver } from '#shared/records/told-assignment.ts';

/** So many are kept until they are seen: more are a sentence with a number all the same. */
const mostKept = 1_000;

/** The number of the last takeover that this PC was told of; 0 when it never was. */
export async function lastTakenOver(database: AccountDatabase): Promise<number> {
  return (await readMeta(database, 'takenAfter')) ?? 0;
}

/** Keeps what was taken over from the account until it is seen. First the words, then the number: else they could be lost. */
export async function noteTakenOver(
  database: AccountDatabase,
  told: readonly TakenOver[],
): Promise<void> {
  if (told.length === 0) return;
  await changeSealedMeta(database, 'takenOver', (kept = []) => {
    const known = new Set(kept.map(({ number }) => number));
    return [...kept, ...told.filter(({ number }) => !known.has(number))].slice(-mostKept);
  });
  await writeMeta(database, 'takenAfter', Math.max(...told.map(({ number }) => number)));
}

/** The person has seen these takeovers (up to a number). */
export async function seeTakenOver(database: AccountDatabase, upTo: number): Promise<void> {
  await changeSealedMeta(database, 'takenOver', (kept = []) =>
    kept.filter(({ number }) => number > upTo),
  );
}

/** Follows what was taken over and not seen, in whichever window. Returns how to stop. */
export function followTakenOver(
  database: AccountDatabase,
  listener: (taken: readonly TakenOver[]) => void,
  onError: (cause: unknown) => void,
): () => void {
  let stopped = false;
  const fail = (cause: unknown): void => {
    // Whoever stopped may have closed the database under what was still being read.
    if (!stopped) onError(cause);
  };
  const show = async (row: unknown): Promise<void> => {
    const kept = (await openMeta(database, 'takenOver', row)) ?? [];
    if (!stopped) listener(kept);
  };
  const rows = liveQuery(() => database.meta.get('takenOver')).subscribe({
    next: (row) => void show(row).catch(fail),
    error: fail,
  });
  return () => {
    stopped = true;
    rows.unsubscribe();
  };
}
