import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findTestBrowser } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { sabotages } from '#tests/faults/judge/sabotage.ts';
import { coveringSeeds } from '#tests/faults/plan/covering-seeds.ts';
import { briefly, decisionsPerSeed, makePlan } from '#tests/faults/plan/make-plan.ts';
import { reportLines, summarise } from '#tests/faults/run/report.ts';
import type { SeedResult } from '#tests/faults/run/run-seed.ts';
import { runSeeds, type PlannedSeed } from '#tests/faults/run/run-seeds.ts';

const usage =
  'npm run test:faults -- [--seeds N | --every-kind] [--first-seed S] [--decisions D] [--lanes L] [--sabotage lost|duplicate|journal|backup] [--prove] [--stories] [--report FILE]';
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    'every-kind': { type: 'boolean', default: false },
    'first-seed': { type: 'string', default: '1' },
    decisions: { type: 'string', default: String(decisionsPerSeed) },
    lanes: { type: 'string', default: '4' },
    sabotage: { type: 'string' },
    prove: { type: 'boolean', default: false },
    report: { type: 'string' },
    stories: { type: 'boolean', default: false },
  },
});
const count = Number(values.seeds);
const first = Number(values['first-seed']);
const decisions = Number(values.decisions);
const lanes = Number(values.lanes);
const sabotage = sabotages.find((one) => one === values.sabotage) ?? null;
const isRight =
  [count, first, decisions, lanes].every((value) => Number.isInteger(value) && value > 0) &&
  (values.sabotage === undefined || sabotage !== null);
if (!isRight) {
  console.error(usage);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(130));
}
const chromium = await findTestBrowser(thisMachine(console.log), { install: false });
if (!chromium.ok) {
  console.error(chromium.error);
  process.exit(1);
}

/** Numbers far from any seed that is run by itself. */
const proofs: readonly PlannedSeed[] = values.prove
  ? sabotages.map((one, index) => ({ seed: 900_001 + index, sabotage: one }))
  : [];
const days = values['every-kind']
  ? coveringSeeds(decisions)
  : Array.from({ length: count }, (_, n) => first + n);
const asked = days.map((seed) => ({ seed, sabotage }));
const noticed: boolean[] = [];
const facts = await runSeeds({
  seeds: asked,
  proofs,
  decisions,
  lanes,
  chromium: chromium.value,
  keepStories: values.stories,
  onSeed: (result, planned) => {
    if (!proofs.includes(planned)) return tell(result);
    const { lost, duplicated } = result.verdict;
    const seen = (planned.sabotage === 'duplicate' ? duplicated : lost).length > 0;
    noticed.push(seen);
    console.log(`${seen ? '✓' : '✗'} sabotage (${planned.sabotage}) is noticed`);
  },
});

function tell({ seed, ok, saved, verdict, troubles, ms }: SeedResult): void {
  const seconds = (ms / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} seed ${seed}: ${saved} decisions, ${seconds} s`);
  if (ok) return;
  const { lost, duplicated, unwanted, altered } = verdict;
  console.log(`  ${JSON.stringify({ lost, duplicated, unwanted, altered })}`);
  for (const trouble of troubles.slice(0, 5)) console.log(`  ${trouble}`);
  console.log(`  plan: ${makePlan(seed, decisions).map(briefly).join(', ')}`);
  console.log(
    `  again: npm run test:faults -- --seeds 1 --first-seed ${seed} --decisions ${decisions}`,
  );
  console.log(`  story: test-results/faults/seed-${seed}.log`);
}

const { figures, budgets } = summarise(facts);
const proven = noticed.every(Boolean) && noticed.length === proofs.length;
const within = Object.entries(budgets).every(
  ([name, most]) => new Map<string, number>(Object.entries(figures)).get(name)! <= most,
);
const ok = within && proven;
console.log('');
for (const line of reportLines(facts)) console.log(line);
console.log(JSON.stringify({ name: 'faults', ok, figures, budgets }));
if (values.report !== undefined) {
  const failed =
    figures.failedSeeds +
    figures.brokenChains +
    figures.uncounted +
    noticed.filter((seen) => !seen).length;
  const passed = figures.seeds - figures.failedSeeds + noticed.filter(Boolean).length;
  await mkdir(path.dirname(values.report), { recursive: true });
  await writeFile(values.report, JSON.stringify({ passed, failed }));
}
process.exitCode = ok ? 0 : 1;
