import type { FastifyBaseLogger } from 'fastify';
import { shareOutLeaves } from '#server/assignment/share-out-leaves.ts';
import { logUnexpected } from '#server/http/errors.ts';
import { pruneJobs } from '#server/imports/desk/import-jobs.ts';
import { pruneSessions } from '#server/session/prune-sessions.ts';
import { pruneAttempts } from '#server/session/sign-in-attempts.ts';
import { pruneAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { onlyOne } from '#server/store/only-one.ts';

/** Days that things are kept which nobody needs for ever: sessions after their end, entries of the audit. */
export interface KeptDays {
  readonly session: number;
  readonly audit: number;
}

/** What housekeeping stands on; `db` waits as long as a large piece of work takes. */
export interface HousePorts {
  readonly db: Db;
  readonly now: () => Date;
  readonly log: FastifyBaseLogger;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Not in the moment of the start, when everybody comes at once. */
const firstMs = 60_000;

/** Removes once what was kept for long enough; of several servers at the same moment one does it. */
export async function cleanUp({ db, now }: Omit<HousePorts, 'log'>, days: KeptDays): Promise<void> {
  const before = (count: number) => new Date(now().getTime() - count * dayMs);
  await onlyOne(db, 'membersihkan', async () => {
    await pruneSessions(db, before(days.session));
    await pruneAttempts(db, now());
    await pruneAudit(db, before(days.audit));
    await pruneJobs(db, now());
  });
}

/**
 * Removes every day what was kept for long enough, and gives every hour what waits for people whose leave has begun to others;
 * the answer ends it, and resolves when nothing of it runs any more.
 */
export function keepHouse(ports: HousePorts, days: KeptDays): () => Promise<void> {
  const stops = [
    repeated(ports, dayMs, () => cleanUp(ports, days)),
    repeated(ports, hourMs, () => shareOutLeaves(ports.db, ports.now())),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function repeated(
  { log }: Pick<HousePorts, 'log'>,
  everyMs: number,
  work: () => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = work().catch((error: unknown) => logUnexpected(log, error));
  };
  const first = setTimeout(run, firstMs);
  const others = setInterval(run, everyMs);
  return async () => {
    clearTimeout(first);
    clearInterval(others);
    await running;
  };
}
