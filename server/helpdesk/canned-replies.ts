import type { z } from 'zod';
import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { cannedRepliesSchema, cannedReplyChangeSchema } from '#shared/contract/tickets.ts';

/** Most answers of one helpdesk. */
const mostReplies = 500;

/** The answers that officers of a helpdesk give often, each in its newest version; those given up are left out. */
export async function listReplies(
  db: Db | Tx,
  deskKey: string,
): Promise<z.output<typeof cannedRepliesSchema>['replies']> {
  const rows = await db
    .selectFrom('canned_reply')
    .distinctOn('name')
    .select(['name', 'text', 'kind as ticketKind', 'version'])
    .where('desk_key', '=', deskKey)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
  return rows.filter(({ text }) => text !== '').slice(0, mostReplies);
}

/** Writes the next version of an answer; an empty text gives it up. False: there are too many. */
export async function writeReply(
  tx: Tx,
  deskKey: string,
  { name, text, ticketKind }: z.output<typeof cannedReplyChangeSchema>,
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  // Two officers at once: the second one writes the version after the first one's.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`jawaban ${deskKey}`}, 0))`.execute(tx);
  const known = await listReplies(tx, deskKey);
  const isNew = !known.some((one) => one.name === name);
  if (isNew && known.length >= mostReplies) return false;
  await sql`
    INSERT INTO canned_reply (desk_key, name, version, text, kind, written_by, written_at)
    SELECT ${deskKey}, ${name}, coalesce(max(version), 0) + 1, ${text.trim()}, ${ticketKind}, ${by.accountId}::uuid, ${by.now}
    FROM canned_reply WHERE desk_key = ${deskKey} AND name = ${name}`.execute(tx);
  return true;
}
