/** The server has enough to do of this kind just now: the same comes again later. */
export class ServerBusy extends Error {
  override readonly name = 'ServerBusy';
}

/** Lets at most `max` pieces of heavy work run at the same time; whoever comes then throws `ServerBusy`. */
export function atOnce(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  return async (work) => {
    if (running >= max) throw new ServerBusy('Too much of this is being done.');
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}
