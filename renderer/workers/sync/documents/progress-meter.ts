import type { SyncStatus } from '#renderer/workers/sync/sync-status.ts';

type Measured = Omit<SyncStatus['progress'], 'secondsLeft'>;

/** Counts what is fetched between two measurements of the database, and how fast. */
export interface ProgressMeter {
  /** What the database says now. */
  measured(progress: Measured): void;
  /** Bytes came over the line. */
  received(count: number): void;
  /** A document is complete; its size in bytes. */
  arrived(size: number): void;
  /** Nothing is being fetched: the speed of before says nothing about later. */
  paused(): void;
  progress(): SyncStatus['progress'];
}

const windowMs = 20_000;

/** Builds a meter; the speed is that of the last 20 seconds. `now` in ms. */
export function makeProgressMeter(now: () => number): ProgressMeter {
  let base: Measured = { doneDocuments: 0, totalDocuments: 0, doneBytes: 0, totalBytes: 0 };
  let samples: { readonly at: number; readonly count: number }[] = [];

  function secondsLeft(): number | null {
    const left = base.totalBytes - base.doneBytes;
    if (left === 0) return 0;
    const at = now();
    samples = samples.filter((sample) => at - sample.at < windowMs);
    const oldest = samples[0];
    const bytes = samples.reduce((sum, sample) => sum + sample.count, 0);
    if (!oldest || bytes === 0 || at - oldest.at < 1000) return null;
    return Math.ceil(left / (bytes / ((at - oldest.at) / 1000)));
  }

  return {
    measured: (progress) => {
      base = progress;
    },
    received: (count) => {
      samples.push({ at: now(), count });
    },
    arrived: (size) => {
      const { doneDocuments, doneBytes } = base;
      base = { ...base, doneDocuments: doneDocuments + 1, doneBytes: doneBytes + size };
    },
    paused: () => {
      samples = [];
    },
    progress: () => ({ ...base, secondsLeft: secondsLeft() }),
  };
}
