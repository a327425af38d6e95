import { isDatabaseAway } from '#server/store/database-away.ts';

/** Does work that concerns one thing after the work that was begun on it before. */
export type Turns = <T>(thing: string, work: () => Promise<T>) => Promise<T>;

/**
 * Work on one thing one after another, without a connection to the database for those who wait: its row lets in only one
 * of them anyhow. Where somebody else holds that row, whoever waits behind fails as the first one does, at once.
 */
export function makeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (thing, work) => {
    const own = afterwards(last.get(thing), work);
    last.set(thing, own);
    try {
      return await own;
    } finally {
      if (last.get(thing) === own) last.delete(thing);
    }
  };
}

async function afterwards<T>(
  before: Promise<unknown> | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await before;
  } catch (error) {
    // A bug that another one met says nothing of this one.
    if (isDatabaseAway(error)) throw error;
  }
  return work();
}
