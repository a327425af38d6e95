import { sql } from 'kysely';
import { openEpoch, readEnded, readEpoch, type Epoch } from '#server/epoch/epochs.ts';
import type { Mark } from '#server/epoch/mark-file.ts';
import type { Db, Tx } from '#server/store/database.ts';

/** Marks that stay in the database, the newest ones: more than a day of them. */
const keptMarks = 20_000;

/**
 * Opens a new epoch when the database does not come up to a mark that was taken of it: it lacks the mark, or has another
 * one under its number. Null when it does, or when a later epoch is open already.
 */
export async function openEpochIfBehind(db: Db, mark: Mark, now: Date): Promise<Epoch | null> {
  const isBehind = await db.transaction().execute((tx) => isBehindMark(tx, mark));
  if (!isBehind) return null;
  return openEpoch(db, { reason: 'tanda_air', seen: mark.epoch, ended: mark.ended, now });
}

/** Whether any mark was ever taken of this database. */
export async function hasMarks(db: Db): Promise<boolean> {
  return (await topOf(db)) > 0;
}

/** Takes a new mark, to be written outside the database; its number is higher than `above` and any other. */
export async function takeMark(db: Db, above: number, now: Date): Promise<Mark> {
  return db.transaction().execute(async (tx): Promise<Mark> => {
    const number = Math.max(await topOf(tx), above) + 1;
    const { token } = await tx
      .insertInto('high_water')
      .values({ number, at: now })
      .returning('token')
      .executeTakeFirstOrThrow();
    await tx
      .deleteFrom('high_water')
      .where('number', '<=', number - keptMarks)
      .execute();
    const epoch = await readEpoch(tx);
    const ended = await readEnded(tx, now);
    return { number, token, epoch: epoch.number, at: now.toISOString(), ended };
  });
}

async function isBehindMark(tx: Tx, { number, token, epoch }: Mark): Promise<boolean> {
  if ((await readEpoch(tx)).number < epoch) return true;
  const kept = await tx
    .selectFrom('high_water')
    .select('token')
    .where('number', '=', number)
    .executeTakeFirst();
  // A mark that is gone while there are higher ones was forgotten for its age.
  return kept ? kept.token !== token : (await topOf(tx)) < number;
}

async function topOf(db: Db | Tx): Promise<number> {
  const { top } = await db
    .selectFrom('high_water')
    .select(sql<number>`coalesce(max(number), 0)`.as('top'))
    .executeTakeFirstOrThrow();
  return top;
}
