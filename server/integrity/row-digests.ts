import { setTimeout as delay } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Db } from '#server/store/database.ts';

/** Tables to which rows are only added, and what of a row may never change. A column that comes later has no part in it. */
const contents = {
  usul_event: sql`jsonb_build_array(id, usul_id, (extract(epoch FROM at) * 1000)::bigint, revision,
    actor_name, actor_role, action, to_jsonb(reasons), note, acknowledged, deletion_reason)`,
  account_change: sql`jsonb_build_array(id, (extract(epoch FROM at) * 1000)::bigint, account_id, username, nip,
    role, scope_kind, scope_id, active)`,
  appointment_change: sql`jsonb_build_array(id, (extract(epoch FROM at) * 1000)::bigint, appointment_id, account_id,
    role, scope_kind, scope_id, valid_from, valid_until, (extract(epoch FROM ended_at) * 1000)::bigint)`,
  audit: sql`jsonb_build_array(id, (extract(epoch FROM at) * 1000)::bigint, account_id, device_id, action, details)`,
} satisfies Record<string, RawBuilder<unknown>>;

const tables = ['usul_event', 'account_change', 'appointment_change', 'audit'] as const;
/** Such a table. */
export type AddedTable = (typeof tables)[number];

/** Rows of one stretch: a page of the table is digested in a moment. */
const stretchRows = 5_000;

/** The rows of a table with ids above `from`, up to `to`, as they were; `oldest`: when the first of them was written. */
export const stretchSchema = z.object({
  table: z.enum(tables),
  from: z.int(),
  to: z.int(),
  oldest: z.iso.datetime(),
  digest: z.string().max(64),
});
/** A stretch of rows as they were. */
export type Stretch = z.infer<typeof stretchSchema>;

/**
 * The rows that came since those stretches; undefined: somebody writes for so long that it cannot be told now. `settleMs`:
 * how long is waited before writers are looked for again.
 */
export async function newStretches(
  db: Db,
  known: readonly Stretch[],
  settleMs: number,
): Promise<readonly Stretch[] | undefined> {
  const tops = await settledTops(db, settleMs);
  if (!tops) return undefined;
  const stretches: Stretch[] = [];
  for (const table of tables) {
    let from = Math.max(0, ...known.filter((one) => one.table === table).map(({ to }) => to));
    for (;;) {
      const next = await readStretch(db, table, { from, to: tops[table] });
      if (!next) break;
      stretches.push(next);
      from = next.to;
    }
  }
  return stretches;
}

/** Whether the rows of a stretch are what they were. */
export async function isUnchanged(db: Db, stretch: Stretch): Promise<boolean> {
  const { table, from, to, digest } = stretch;
  const now = await readStretch(db, table, { from, to });
  return now?.digest === digest;
}

async function readStretch(
  db: Db,
  table: AddedTable,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Stretch | undefined> {
  const { rows } = await sql<{ top: number | null; oldest: Date | null; digest: string | null }>`
    SELECT max(id) AS top, min(at) AS oldest,
      encode(sha256(convert_to(string_agg(content::text, E'\n' ORDER BY id), 'UTF8')), 'hex') AS digest
    FROM (SELECT id, at, ${contents[table]} AS content FROM ${sql.table(table)}
      WHERE id > ${from} AND id <= ${to} ORDER BY id LIMIT ${stretchRows}) AS stretch`.execute(db);
  const [row] = rows;
  if (!row || row.top === null || row.oldest === null || row.digest === null) return undefined;
  return { table, from, to: row.top, oldest: row.oldest.toISOString(), digest: row.digest };
}

const settleTries = 60;

/**
 * The last ids below which nobody writes any more: whoever draws an id holds a lock on its table before, so those who hold
 * one after the last ids were read are waited for.
 */
async function settledTops(
  db: Db,
  settleMs: number,
): Promise<Readonly<Record<AddedTable, number>> | undefined> {
  const { rows } = await sql<Record<AddedTable, number>>`
    SELECT (SELECT coalesce(max(id), 0) FROM usul_event) AS usul_event,
      (SELECT coalesce(max(id), 0) FROM account_change) AS account_change,
      (SELECT coalesce(max(id), 0) FROM appointment_change) AS appointment_change,
      (SELECT coalesce(max(id), 0) FROM audit) AS audit`.execute(db);
  let left = await writersOf(db);
  for (let attempt = 0; left.size > 0 && attempt < settleTries; attempt += 1) {
    await delay(settleMs);
    const still = await writersOf(db);
    left = new Set([...left].filter((writer) => still.has(writer)));
  }
  return left.size === 0 ? rows[0] : undefined;
}

async function writersOf(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ writer: string }>`
    SELECT virtualtransaction AS writer FROM pg_locks
    WHERE locktype = 'relation' AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock')
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND relation = ANY(${[...tables]}::regclass[]::oid[])`.execute(db);
  return new Set(rows.map(({ writer }) => writer));
}
