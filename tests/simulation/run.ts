import { parseArgs } from 'node:util';
import { runHistory, type HistoryResult } from '#tests/simulation/history/run-history.ts';
import { describeFailure, shrinkHistory } from '#tests/simulation/history/shrink.ts';
import type { Violation } from '#tests/simulation/oracle.ts';

const usage = 'npm run test:simulation -- [--histories N] [--first-seed S]';
// More would say the same again.
const failuresShown = 3;
const reportEvery = 500;

/** What a run of many histories adds up to. */
class Totals {
  histories = 0;
  steps = 0;
  exchanges = 0;
  readonly decisions = { saved: 0, taken: 0, returned: 0, takenBack: 0 };
  readonly violations: Record<Violation['kind'], number> = {
    lost: 0,
    doubled: 0,
    disagreed: 0,
    exception: 0,
  };
  readonly faults = new Map<string, number>();

  add({ counts, decisions, violations }: HistoryResult): void {
    this.histories += 1;
    this.steps += counts.steps;
    this.exchanges += counts.exchanges;
    this.decisions.saved += decisions.saved;
    this.decisions.taken += decisions.taken;
    this.decisions.returned += decisions.returned;
    this.decisions.takenBack += decisions.takenBack;
    for (const { kind } of violations) this.violations[kind] += 1;
    for (const [fault, count] of Object.entries(counts.faults)) {
      this.faults.set(fault, (this.faults.get(fault) ?? 0) + count);
    }
  }
}

async function runAll(firstSeed: number, histories: number): Promise<Totals> {
  const totals = new Totals();
  let shown = 0;
  for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
    const result = await runHistory({ seed });
    totals.add(result);
    if (result.violations.length > 0 && shown < failuresShown) {
      shown += 1;
      console.log(describeFailure(await shrinkHistory({ seed })));
    }
    if (totals.histories % reportEvery === 0) console.log(`${totals.histories} histories`);
  }
  return totals;
}

function report(totals: Totals, seconds: number): boolean {
  const { histories, steps, exchanges, decisions, violations } = totals;
  const ok = Object.values(violations).every((count) => count === 0);
  const faults = [...totals.faults].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sum = faults.reduce((all, [, count]) => all + count, 0);
  console.log(`${histories} histories, ${steps} steps, ${exchanges} exchanges, ${seconds} s`);
  console.log(
    `${decisions.saved} decisions saved: ${decisions.taken} delivered exactly once, ${decisions.returned} returned with a reason, ${decisions.takenBack} taken back`,
  );
  console.log(`${sum} faults: ${faults.map(([name, count]) => `${name} ${count}`).join(', ')}`);
  console.log(
    `lost ${violations.lost}, doubled ${violations.doubled}, disagreements ${violations.disagreed}, exceptions ${violations.exception}`,
  );
  const figures = {
    histories,
    steps,
    exchanges,
    seconds,
    faults: sum,
    ...decisions,
    ...violations,
  };
  const budgets = { lost: 0, doubled: 0, disagreed: 0, exception: 0 };
  console.log(JSON.stringify({ name: 'simulation', ok, figures, budgets }));
  return ok;
}

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    'first-seed': { type: 'string', default: '1' },
  },
});
const histories = Number(values.histories);
const firstSeed = Number(values['first-seed']);
if (!Number.isInteger(histories) || histories < 1 || !Number.isInteger(firstSeed)) {
  console.error(usage);
  process.exit(2);
}
const began = performance.now();
const totals = await runAll(firstSeed, histories);
process.exitCode = report(totals, Math.round((performance.now() - began) / 1000)) ? 0 : 1;
