import type { BenchReport } from '#tests/bench/bench.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import type { Fixtures } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import type { Progress } from '#tests/bench/evidence/progress.ts';
import type { FixtureReading } from '#tests/bench/evidence/read-all.ts';

/** What every part of the suite works with. */
export interface World {
  readonly fixtures: Fixtures | null;
  /** Folder of cases to be judged; null: those of the repository. */
  readonly cases: string | null;
  readonly small: boolean;
  readonly runs: number;
  /** Given up by Ctrl-C: a part ends after what it has in hand and tells of what was done. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** The application's reader in a real browser, started when first asked for. */
  reader(): Promise<BrowserReader>;
  /** Every document of the fixtures, read once. */
  readings(): Promise<readonly FixtureReading[]>;
}

/** One part of the suite. */
export interface Part {
  readonly name: string;
  /** Whether it needs the documents with truth. */
  readonly needsFixtures: boolean;
  run(world: World): Promise<BenchReport>;
}
