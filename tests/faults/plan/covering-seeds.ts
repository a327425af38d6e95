import { briefly, makePlan } from '#tests/faults/plan/make-plan.ts';

/**
 * Few seeds out of the first ones, of which the days together have everything in them that any day has: each moment of a
 * kill, each fault of the network by itself, each lack of space. Chosen one by one, the richest in what is still missing
 * first; always the same.
 */
export function coveringSeeds(decisions: number, among = 200): readonly number[] {
  const days = Array.from({ length: among }, (_, index) => ({
    seed: index + 1,
    ways: waysOf(index + 1, decisions),
  }));
  const missing = new Set(days.flatMap(({ ways }) => [...ways]));
  const chosen: number[] = [];
  while (missing.size > 0) {
    const newIn = (ways: ReadonlySet<string>): number =>
      [...ways].filter((way) => missing.has(way)).length;
    const richest = days.reduce((best, day) => (newIn(day.ways) > newIn(best.ways) ? day : best));
    for (const way of richest.ways) missing.delete(way);
    chosen.push(richest.seed);
  }
  return chosen;
}

/** What happens in a day, without how far or how long. */
export function waysOf(seed: number, decisions: number): ReadonlySet<string> {
  return new Set(makePlan(seed, decisions).map((act) => briefly(act).replaceAll(/-?[\d.]+/gu, '')));
}
