import { FaultCounts } from '#tests/faults/plan/fault-kinds.ts';
import type { SeedResult } from '#tests/faults/run/run-seed.ts';

/** The figures of a run; `chainsWhole`: the hash chains of all decisions on the servers hold; `uncounted`: servers that counted no page. */
export interface RunFacts {
  readonly results: readonly SeedResult[];
  readonly chainsWhole: boolean;
  readonly uncounted: number;
  readonly seconds: number;
}

/** The most seconds that a full run (200 seeds) may take. */
const fullRun = { seeds: 200, seconds: 1200 };

/** What is printed for people. */
export function reportLines(facts: RunFacts): readonly string[] {
  const { results, chainsWhole, uncounted, seconds } = facts;
  const { figures } = summarise(facts);
  const faults = [...countsOf(results).counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const injected = faults.reduce((sum, [, times]) => sum + times, 0);
  return [
    `seeds run                 ${figures.seeds}`,
    `faults injected           ${injected}`,
    ...faults.map(([kind, times]) => `  ${kind.padEnd(34)}${String(times).padStart(6)}`),
    `decisions made            ${figures.decisions} (and ${figures.refusedLoudly} refused on the screen: storage full)`,
    `  taken back in time      ${figures.takenBack}`,
    `  brought back            ${figures.broughtBack} (by the journal, after the store was erased)`,
    `delivered exactly once    ${figures.delivered}`,
    `returned with reason      ${figures.returned}`,
    `lost                      ${figures.lost}`,
    `duplicated                ${figures.duplicated}`,
    `delivered after all       ${figures.unwanted} (taken back or refused before)`,
    `altered                   ${figures.altered}`,
    `client and server differ  ${figures.disagreeing} seeds`,
    `hash chains               ${chainsWhole ? 'whole' : 'broken'}`,
    `pages counted             ${uncounted === 0 ? 'by every server' : `not by ${uncounted} servers`}`,
    `time                      ${seconds} s, ${(seconds / Math.max(1, results.length)).toFixed(1)} s a seed`,
  ];
}

/** The figures and what they may be at most, as the last line of the run tells them. */
export function summarise({ results, chainsWhole, uncounted, seconds }: RunFacts) {
  const sum = (count: (result: SeedResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const figures = {
    seeds: results.length,
    failedSeeds: results.filter(({ ok }) => !ok).length,
    faults: sum(({ counts }) => [...counts.counts.values()].reduce((a, b) => a + b, 0)),
    decisions: sum(({ saved }) => saved),
    refusedLoudly: sum(({ refusedLoudly }) => refusedLoudly),
    broughtBack: sum(({ broughtBack }) => broughtBack),
    takenBack: sum(({ withdrawn }) => withdrawn),
    delivered: sum(({ verdict }) => verdict.delivered.length),
    returned: sum(({ verdict }) => verdict.returned.length),
    lost: sum(({ verdict }) => verdict.lost.length),
    duplicated: sum(({ verdict }) => verdict.duplicated.length),
    unwanted: sum(({ verdict }) => verdict.unwanted.length),
    altered: sum(({ verdict }) => verdict.altered.length),
    disagreeing: results.filter(({ troubles }) => troubles.length > 0).length,
    brokenChains: chainsWhole ? 0 : 1,
    uncounted,
    seconds,
  };
  const budgets = {
    failedSeeds: 0,
    lost: 0,
    duplicated: 0,
    unwanted: 0,
    altered: 0,
    disagreeing: 0,
    brokenChains: 0,
    uncounted: 0,
    // A share of the full run's time; a short run pays its start alone.
    ...(results.length >= fullRun.seeds
      ? { seconds: Math.ceil((fullRun.seconds * results.length) / fullRun.seeds) }
      : {}),
  };
  return { figures, budgets };
}

function countsOf(results: readonly SeedResult[]): FaultCounts {
  const all = new FaultCounts();
  for (const { counts } of results) all.addAll(counts);
  return all;
}
