import { readChanges, type FeedPage } from '#server/feed/change-feed.ts';
import type { Db } from '#server/store/database.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { Actor } from '#shared/workflow/workflow.ts';

/** The verifikator of an OPD of `addOrganisation`. */
export function verifikatorOf(opdId: string): Actor {
  return { role: 'verifikator', scope: { kind: 'opd', id: opdId } };
}

/** The verifikator of the whole `kab-a`. */
export const verifikatorOfInstansi: Actor = {
  role: 'verifikator',
  scope: { kind: 'instansi', id: 'kab-a' },
};

/** A page of the feed of a reader's queue; throws when it is not told. */
export async function readPage(
  db: Db,
  reader: Actor,
  cursor?: string,
  limit = 200,
): Promise<FeedPage> {
  const page = await readChanges(db, { reader, cursor, limit });
  if (!page.ok) throw new Error(page.error.kind);
  return page.value;
}

/** Everything after a cursor, and the cursor that follows it. */
export async function readAll(
  db: Db,
  reader: Actor,
  cursor?: string,
  limit = 200,
): Promise<{ readonly changes: readonly Change[]; readonly cursor: string }> {
  const changes: Change[] = [];
  let at = cursor;
  for (;;) {
    const page = await readPage(db, reader, at, limit);
    changes.push(...page.changes);
    at = page.cursor;
    if (page.changes.length < limit) return { changes, cursor: at };
  }
}

/** The usul that a change is about. */
export function idOf(change: Change): string {
  return change.kind === 'usul' ? change.usul.id : change.usulId;
}
