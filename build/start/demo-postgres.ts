import type { PostgresRemover } from '#build/start/data-folder.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';

/** The embedded PostgreSQL of the server, as something to get rid of. */
export const demoPostgres: PostgresRemover = {
  stopLeftover: async (folder) => {
    try {
      // Starting takes a leftover over; only its owner can stop it in order.
      const postgres = await startEmbeddedPostgres(folder);
      await postgres.stop();
    } catch (fault) {
      // A database too broken to start has nothing running; it is deleted next.
      if (!(fault instanceof StartProblem)) throw fault;
    }
  },
  remove: removeEmbeddedPostgres,
};
