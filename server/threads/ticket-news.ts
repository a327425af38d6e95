import { sql } from 'kysely';
import type { Db } from '#server/store/database.ts';

/** How many messages of others an account has not read in the tickets that it reported. */
export async function countTicketNews(db: Db, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count
    FROM ticket
    LEFT JOIN thread_read AS seen ON seen.thread_id = ticket.id AND seen.account_id = ${accountId}
    JOIN thread_message AS message ON message.thread_id = ticket.id
      AND message.seq > coalesce(seen.up_to, 0)
    WHERE ticket.reporter_id = ${accountId} AND message.account_id IS DISTINCT FROM ${accountId}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Notes that whoever reported a ticket has it before the eyes with all that was written in it up to a message. */
export async function noteTicketRead(
  db: Db,
  accountId: string,
  ticketId: string,
  upTo: number,
): Promise<void> {
  await sql`
    INSERT INTO thread_read (thread_id, account_id, up_to) VALUES (${ticketId}, ${accountId}, ${upTo})
    ON CONFLICT (thread_id, account_id)
    DO UPDATE SET up_to = greatest(thread_read.up_to, excluded.up_to)`.execute(db);
}
