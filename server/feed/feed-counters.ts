import { sql } from 'kysely';
import { inChunks } from '#server/store/chunks.ts';
import type { Tx } from '#server/store/database.ts';
import type { UsulPlace } from '#shared/workflow/authority/authority.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';

/** Name of a scope's counter and feed; an employee's scope has none. */
export function scopeKeyOf(scope: Scope): string | undefined {
  if (scope.kind === 'employee') return undefined;
  return scope.kind === 'bkn_pusat' ? 'bkn_pusat' : `${scope.kind}:${scope.id}`;
}

/** Every scope that sees an usul: its OPD with all above it, its instansi, and BKN's regional office or centre. */
export function scopeKeysOf(place: UsulPlace): readonly string[] {
  return [
    ...place.opdPath.map((id) => `opd:${id}`),
    `instansi:${place.instansiId}`,
    place.instansiKind === 'daerah' ? `kanreg:${place.kanregId}` : 'bkn_pusat',
  ];
}

/** A change to announce: in which scopes the usul is present, and which it has just left. */
export interface Announcement {
  readonly usulId: string;
  readonly presentIn: readonly string[];
  readonly leftFrom: readonly string[];
}

/**
 * Announces changes in the feeds of their scopes, in the transaction that makes the changes and after them:
 *
 *   counter rows are locked until commit, so the order of numbers is the order of commit and whoever reads number n
 *   has every number before it; all writers lock usul first, then counters sorted by key, then the head of the chain,
 *   so that no two wait for each other.
 *
 * An usul may be announced only once in one call.
 */
export async function announceChanges(
  tx: Tx,
  announcements: readonly Announcement[],
): Promise<void> {
  const perScope = new Map<string, { usulId: string; present: boolean }[]>();
  for (const { usulId, presentIn, leftFrom } of announcements) {
    for (const key of presentIn) entriesOf(perScope, key).push({ usulId, present: true });
    for (const key of leftFrom) entriesOf(perScope, key).push({ usulId, present: false });
  }
  const counts = [...perScope].map(([key, entries]) => ({ key, count: entries.length }));
  const last = await takeNumbers(tx, counts);
  const rows = [...perScope].flatMap(([key, entries]) =>
    entries.map((entry, index) => ({
      scope_key: key,
      usul_id: entry.usulId,
      seq: last.get(key)! - entries.length + 1 + index,
      present: entry.present,
    })),
  );
  for (const chunk of inChunks(rows)) {
    await tx
      .insertInto('feed_entry')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['scope_key', 'usul_id']).doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          present: eb.ref('excluded.present'),
        })),
      )
      .execute();
  }
}

/** Takes the next numbers of each scope and answers its last one. One statement per row keeps the lock order certain. */
async function takeNumbers(
  tx: Tx,
  counts: readonly { readonly key: string; readonly count: number }[],
): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  const sorted = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key, count } of sorted) {
    const row = await tx
      .insertInto('scope_counter')
      .values({ scope_key: key, seq: count, epoch: sql`DEFAULT` })
      .onConflict((conflict) =>
        conflict.column('scope_key').doUpdateSet({ seq: sql`scope_counter.seq + ${count}` }),
      )
      .returning('seq')
      .executeTakeFirstOrThrow();
    last.set(key, row.seq);
  }
  return last;
}

function entriesOf<T>(perScope: Map<string, T[]>, key: string): T[] {
  const entries = perScope.get(key) ?? [];
  perScope.set(key, entries);
  return entries;
}
