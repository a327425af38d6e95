import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { asAway, DatabaseAway } from '#server/store/database-away.ts';

/**
 * The pool as Kysely sees it. Whoever asks for a connection when `maxWaiting` wait for one already is turned away at once;
 * what fails between us and the database fails as `DatabaseAway`; and a connection on which it failed is never used again:
 * nobody knows what it would still answer.
 */
export function guardPool(pool: Pool, maxWaiting: number): PostgresPool {
  const guarded = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      if (pool.waitingCount >= maxWaiting)
        throw new DatabaseAway('Too many wait for the database.');
      const client = await pool.connect().catch((error: unknown) => {
        throw asAway(error);
      });
      const known = guarded.get(client) ?? guardClient(client);
      guarded.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function guardClient(client: PoolClient): PostgresPoolClient {
  let lost = false;
  // What breaks while nothing is asked of it, between two statements; unheard, this event would end the process.
  client.on('error', () => {
    lost = true;
  });
  const query = async (text: string, parameters: readonly unknown[]) => {
    // A rollback on it would only wait in vain once more.
    if (lost) throw new DatabaseAway('The connection was lost.');
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      lost ||= !(error instanceof DatabaseError);
      throw asAway(error);
    }
  };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its other form is for cursors, which nobody here opens
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(lost),
  };
}
