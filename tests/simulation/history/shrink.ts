import {
  planOf,
  runHistory,
  type HistoryChoice,
  type HistoryResult,
} from '#tests/simulation/history/run-history.ts';

/** Leaves out every step of a failing history that it fails without; one pass from the end, so it takes seconds. */
export async function shrinkHistory(choice: HistoryChoice): Promise<HistoryResult> {
  let steps: readonly number[] = choice.steps ?? planOf(choice.seed);
  let smallest = await runHistory({ ...choice, steps });
  for (const step of steps.toReversed()) {
    const fewer = steps.filter((other) => other !== step);
    const result = await runHistory({ ...choice, steps: fewer });
    if (result.violations.length === 0) continue;
    steps = fewer;
    smallest = result;
  }
  return smallest;
}

/** A failing history for people: what was broken, and everything that led to it. */
export function describeFailure({ seed, violations, trace }: HistoryResult): string {
  return [
    `seed ${seed}`,
    ...violations.map(({ kind, line }) => `  ! ${kind}: ${line}`),
    ...trace,
  ].join('\n');
}
