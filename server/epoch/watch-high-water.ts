import type { Epoch } from '#server/epoch/epochs.ts';
import { hasMarks, openEpochIfBehind, takeMark } from '#server/epoch/high-water.ts';
import { readMarkFile, writeMarkFile, type Mark } from '#server/epoch/mark-file.ts';
import { epochSentences } from '#server/epoch/sentences.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { isUniqueViolation, type Db } from '#server/store/database.ts';

/** So often a new mark is taken; what a backup lacks of the moments since the last one only the PCs can tell. */
export const markEveryMs = 5_000;

/**
 * What the watch stands on. `onFault`: a mark could not be taken or written; the next one is tried all the same. `onOpened`:
 * the database was replaced under the running server.
 */
export interface HighWaterPorts {
  readonly db: Db;
  /** Where the mark is kept, outside the database. */
  readonly file: string;
  readonly now: () => Date;
  /** How often a new mark is taken, in milliseconds; null: at the start and the end alone. */
  readonly everyMs: number | null;
  readonly onFault: (cause: unknown) => void;
  readonly onOpened: (epoch: Epoch) => void;
}

/** A server that watches how far its database came. */
export interface HighWaterWatch {
  /** What the person at the terminal must know of this start. */
  readonly told: readonly string[];
  /** Takes the last mark and ends the watch. */
  stop(): Promise<void>;
}

/**
 * Compares the database with the mark that is kept outside it, opens a new epoch when it went back in time, and from then
 * on keeps the mark up to date. Throws StartProblem when the mark cannot be read or kept.
 */
export async function watchHighWater(ports: HighWaterPorts): Promise<HighWaterWatch> {
  const { db, file, now } = ports;
  const kept = await readMarkFile(file);
  if (!kept.ok) throw new StartProblem(epochSentences.markUnreadable(file));
  const told: string[] = [];
  if (kept.value) {
    const opened = await openEpochIfBehind(db, kept.value, now());
    if (opened) told.push(epochSentences.wentBack(opened.number, new Date(kept.value.at)));
  } else if (await hasMarks(db)) {
    told.push(epochSentences.markMissing(file));
  }
  const first = await firstMark(ports, kept.value?.number ?? 0);
  try {
    await writeMarkFile(file, first);
  } catch {
    throw new StartProblem(epochSentences.markUnwritable(file));
  }
  const keeper = new MarkKeeper(ports, first);
  keeper.keepOn();
  return { told, stop: () => keeper.stop() };
}

async function firstMark({ db, now }: HighWaterPorts, above: number): Promise<Mark> {
  try {
    return await takeMark(db, above, now());
  } catch (cause) {
    // Another server that starts at the same moment took the number; it does so once.
    if (!isUniqueViolation(cause)) throw cause;
    return takeMark(db, above, now());
  }
}

class MarkKeeper {
  readonly #ports: HighWaterPorts;
  #last: Mark;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(ports: HighWaterPorts, first: Mark) {
    this.#ports = ports;
    this.#last = first;
  }

  keepOn(): void {
    const { everyMs } = this.#ports;
    if (this.#stopped || everyMs === null) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#advance().then(() => this.keepOn());
    }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#advance();
  }

  async #advance(): Promise<void> {
    const { db, file, now, onFault, onOpened } = this.#ports;
    try {
      const opened = await openEpochIfBehind(db, this.#last, now());
      if (opened) onOpened(opened);
      this.#last = await takeMark(db, this.#last.number, now());
      await writeMarkFile(file, this.#last);
    } catch (cause) {
      // Another server took the same number at the same moment: its mark is as good.
      if (!isUniqueViolation(cause)) onFault(cause);
    }
  }
}
