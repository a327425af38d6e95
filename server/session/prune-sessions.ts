import { sql } from 'kysely';
import { deleteInPieces } from '#server/store/delete-in-pieces.ts';
import type { Db } from '#server/store/database.ts';

/**
 * Forgets refresh tokens that ran out before a moment, and sessions that ended or ran out before it. That must lie at
 * least `refreshDays` back: until then a stolen token is still known as one that was used before.
 */
export async function pruneSessions(db: Db, before: Date): Promise<void> {
  await deleteInPieces((limit) =>
    sql`DELETE FROM refresh_token WHERE hash IN
      (SELECT hash FROM refresh_token WHERE expires_at < ${before} LIMIT ${limit})`.execute(db),
  );
  await deleteInPieces((limit) =>
    sql`DELETE FROM session WHERE id IN
      (SELECT id FROM session
       WHERE revoked_at < ${before} OR (created_at < ${before} AND NOT EXISTS
         (SELECT FROM refresh_token WHERE session_id = session.id))
       LIMIT ${limit})`.execute(db),
  );
}
