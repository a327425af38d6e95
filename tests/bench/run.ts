import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#build/project-root.ts';
import { judgeReport, type BenchOptions, type BenchResult } from '#tests/bench/bench.ts';
import { benches } from '#tests/bench/benches.ts';

/** One bench as it ran: what it printed and how it was judged. */
interface BenchRun {
  readonly result: BenchResult;
  readonly lines: readonly string[];
}

async function runBench(name: string, options: BenchOptions): Promise<BenchRun> {
  const bench = await benches[name]!();
  console.log(`\n${name}: ${bench.title}\n`);
  const report = await bench.run(options);
  const result = judgeReport(name, report);
  for (const line of report.lines) console.log(line);
  for (const [figure, most] of Object.entries(result.budgets)) {
    const value = result.figures[figure] ?? Number.NaN;
    console.log(`${value <= most ? '✓' : '✗'} ${figure}: ${value} (at most ${most})`);
  }
  console.log(JSON.stringify(result));
  return { result, lines: [...report.lines, '', JSON.stringify(result)] };
}

function resultsPage(runs: readonly BenchRun[], options: BenchOptions): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}, ${process.platform}`;
  const flags = options.small ? ' --small' : '';
  const parts = runs.map(
    ({ result, lines }) =>
      `## ${result.name}: ${result.ok ? 'within its budgets' : 'a budget is missed'}\n\n\`npm run bench -- ${result.name}${flags}\`\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`,
  );
  const date = new Date().toISOString().slice(0, 10);
  return `# Figures\n\nWritten by \`npm run bench${options.small ? ' -- --small' : ''}\` on ${date}; ${machine}.\n\n${parts.join('\n')}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    small: { type: 'boolean', default: false },
    fixtures: { type: 'string' },
    cases: { type: 'string' },
    kept: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const options: BenchOptions = {
  runs: Number(values.runs),
  small: values.small,
  fixtures: values.fixtures ?? null,
  cases: values.cases ?? null,
  only: values.only,
  kept: values.kept ?? null,
};
const unknown = positionals.filter((name) => benches[name] === undefined);
if (unknown.length > 0 || !Number.isInteger(options.runs) || options.runs < 1) {
  console.error(
    `npm run bench -- [NAME …] [--runs N] [--small] [--fixtures DIR] [--cases DIR] [--only PART …] [--kept DIR]; NAME: ${Object.keys(benches).join(', ')}`,
  );
  process.exit(2);
}
const runs: BenchRun[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  runs.push(await runBench(name, options));
}
if (positionals.length === 0) {
  await writeFile(
    path.join(projectRoot, 'tests', 'bench', 'RESULTS.md'),
    resultsPage(runs, options),
  );
}
process.exitCode = runs.every(({ result }) => result.ok) ? 0 : 1;
