/** What a person may choose on the command line. */
export interface BenchOptions {
  /** How often to measure where the measure varies; the median counts. */
  readonly runs: number;
  /** A fraction of the work: to try a bench out, not to judge by. */
  readonly small: boolean;
  /** Folder of documents with their truth, for the bench that reads documents; null: the usual one. */
  readonly fixtures: string | null;
  /** Folder of cases that the bench that reads documents is to judge; null: those of the repository. */
  readonly cases: string | null;
  /** Parts of the bench to run, where it has parts; empty: all. */
  readonly only: readonly string[];
  /** Folder where what was read is kept and taken from; null: everything is read anew, as figures ask for. */
  readonly kept: string | null;
}

/** What a bench found. Both sides name the same things; a figure without a budget is told, not judged. */
export interface BenchReport {
  /** What was measured, for people: printed as it stands. */
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
  /** The most that each figure may be. */
  readonly budgets: Readonly<Record<string, number>>;
}

/** One measurement of the built application. */
export interface Bench {
  readonly title: string;
  run(options: BenchOptions): Promise<BenchReport>;
}

/** The last line of a bench: what a machine reads. */
export interface BenchResult {
  readonly name: string;
  readonly ok: boolean;
  readonly figures: BenchReport['figures'];
  readonly budgets: BenchReport['budgets'];
}

/** Judges a report; a budget whose figure is missing is missed. */
export function judgeReport(name: string, { figures, budgets }: BenchReport): BenchResult {
  const ok = Object.entries(budgets).every(
    ([figure, most]) => (figures[figure] ?? Number.POSITIVE_INFINITY) <= most,
  );
  return { name, ok, figures, budgets };
}
