/** Tells a person who waits how far a part is and how long it may take still. */
export interface Progress {
  /** Begins a piece of work of so many steps. */
  begin(what: string, total: number): void;
  /** One more step is done. */
  step(): void;
}

/** One line that is written over; nothing where nobody looks on, unless `MEJA_BENCH_TRACE` is set: a line every tenth. */
export function makeProgress(out: NodeJS.WriteStream, now: () => number): Progress {
  let name = '';
  let total = 0;
  let done = 0;
  let startedAt = 0;
  const trace = process.env['MEJA_BENCH_TRACE'] !== undefined;
  return {
    begin(what, steps) {
      [name, total, done, startedAt] = [what, steps, 0, now()];
      if (out.isTTY || trace)
        out.write(`\r${name} 0/${total}`.padEnd(60) + (out.isTTY ? '' : '\n'));
    },
    step() {
      done += 1;
      const left = ((now() - startedAt) / done) * (total - done);
      const line = `${name} ${done}/${total}, ${leftText(left)} left`;
      const tenth = done === total || done % Math.max(1, Math.round(total / 10)) === 0;
      if (out.isTTY) out.write(`\r${line.padEnd(60)}${done === total ? '\n' : ''}`);
      else if (trace && tenth) out.write(`${line}\n`);
    },
  };
}

function leftText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
