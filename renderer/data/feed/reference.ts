import { liveQuery } from 'dexie';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { ReferenceVersion } from '#shared/reference/reference-version.ts';

/** The newest version of reference data that this PC has of the server as it is now; 0 for none. */
export async function newestReference(database: AccountDatabase): Promise<number> {
  const kept = await readMeta(database, 'reference');
  // A server that went back in time may have given its numbers to others since.
  if (!kept || kept.epoch !== (await readMeta(database, 'epoch'))) return 0;
  return kept.versions.at(-1)?.seq ?? 0;
}

/** Keeps what the server told, having been asked for what came after a version; an older server tells nothing. */
export async function noteReference(
  database: AccountDatabase,
  told: readonly ReferenceVersion[],
  after: number,
): Promise<void> {
  const [first] = told;
  if (!first) return;
  const epoch = (await readMeta(database, 'epoch')) ?? '';
  const kept = await readMeta(database, 'reference');
  // It begins anew where it does not know what is here.
  const before = first.seq > after && after > 0 ? (kept?.versions ?? []) : [];
  await writeMeta(database, 'reference', { epoch, versions: [...before, ...told] });
}

/** Tells what was delivered, at once and whenever something is; returns how to stop. */
export function followReference(
  database: AccountDatabase,
  onVersions: (versions: readonly ReferenceVersion[]) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() => readMeta(database, 'reference')).subscribe({
    next: (kept) => {
      onVersions(kept?.versions ?? []);
    },
    error: onError,
  });
  return () => {
    subscription.unsubscribe();
  };
}
