import { liveQuery } from 'dexie';
import { forgetMeta, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { changeSealedMeta, openMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { TakenOver } from '#shared/records/told-assignment.ts';

/** So many are kept until they are seen: more are a sentence with a number all the same. */
const mostKept = 1_000;

/** The number of the last takeover that this PC was told of; 0 when it never was. */
export async function lastTakenOver(database: AccountDatabase): Promise<number> {
  return (await readMeta(database, 'takenAfter')) ?? 0;
}

/**
 * Keeps what was told of, having been asked for after a number, until it is seen. First the words, then the number: else they
 * could be lost. What stands there is nothing new where the server went back in time since it was asked (it is asked again),
 * or told of it before that.
 */
export async function noteTakenOver(
  database: AccountDatabase,
  told: readonly TakenOver[],
  after: number,
): Promise<void> {
  const last = told.at(-1);
  if (!last || (await lastTakenOver(database)) !== after) return;
  const since = (await readMeta(database, 'takenSince')) ?? '';
  const news = told.filter(({ at }) => at > since);
  if (news.length > 0) {
    await changeSealedMeta(database, 'takenOver', (kept = []) => {
      const known = new Set(kept.map(keyOf));
      return [...kept, ...news.filter((one) => !known.has(keyOf(one)))].slice(-mostKept);
    });
  }
  const { meta } = database;
  await database.transaction('rw', meta, async () => {
    await writeMeta(database, 'takenAfter', Math.max(...told.map(({ number }) => number)));
    const upTo = (await readMeta(database, 'takenUpTo')) ?? '';
    const newest = told.reduce((latest, { at }) => (at > latest ? at : latest), upTo);
    await writeMeta(database, 'takenUpTo', newest);
  });
}

/**
 * The server went back in time, and gives numbers a second time: it is asked for all that it has, of which what is older than the
 * last that was told here is known. Inside a transaction with `meta`.
 */
export async function askForTakeovers(database: AccountDatabase): Promise<void> {
  const upTo = await readMeta(database, 'takenUpTo');
  if (upTo !== undefined) await writeMeta(database, 'takenSince', upTo);
  await forgetMeta(database, 'takenAfter');
}

/** A number alone may be given twice by a server that went back in time. */
function keyOf({ number, at }: TakenOver): string {
  return `${number} ${at}`;
}

/** The person has seen these. */
export async function seeTakenOver(
  database: AccountDatabase,
  seen: readonly TakenOver[],
): Promise<void> {
  const keys = new Set(seen.map(keyOf));
  await changeSealedMeta(database, 'takenOver', (kept = []) =>
    kept.filter((one) => !keys.has(keyOf(one))),
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
