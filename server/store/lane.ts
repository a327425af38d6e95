import { DatabaseAway } from '#server/store/database-away.ts';

/** Does a piece of work when there is room for it; throws `DatabaseAway` when there was none for too long. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/** How much room there is, and how long one waits for it. */
export interface LaneOptions {
  readonly width: number;
  readonly patienceMs: number;
}

/** A lane in which so many pieces of work run side by side; the others wait in their order. */
export function makeLane({ width, patienceMs }: LaneOptions): Lane {
  let running = 0;
  const waiting = new Set<() => void>();
  const enter = () =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        waiting.delete(begin);
        clearTimeout(timer);
        running += 1;
        resolve();
      };
      const giveUp = () => {
        waiting.delete(begin);
        reject(new DatabaseAway('Others are at work for too long.'));
      };
      const timer = setTimeout(giveUp, patienceMs);
      if (running < width) begin();
      else waiting.add(begin);
    });
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      running -= 1;
      const [next] = waiting;
      next?.();
    }
  };
}
