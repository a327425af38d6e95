import { checkImports, sawEverything } from '#build/quality/check-imports.ts';
import { runNode, toolProgram } from '#build/quality/run-command.ts';
import type { Tally } from '#build/quality/tally.ts';

/** A check of the whole work tree that passes or fails as one. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<boolean>;
}

/** Every check of the source code under `root`. */
export function sourceChecks(root: string): readonly Check[] {
  const tool = (name: string, packageName: string, ...args: readonly string[]): Check => ({
    name,
    run: async () => (await runNode([toolProgram(packageName), ...args], { cwd: root })) === 0,
  });
  return [
    {
      name: 'types',
      run: async () =>
        (await runNode([toolProgram('typescript', 'tsc'), '-b'], { cwd: root })) === 0,
    },
    tool('lint', 'oxlint', '--type-aware', '--deny-warnings'),
    tool('format', 'oxfmt', '--check'),
    { name: 'imports', run: () => Promise.resolve(importsAreRight(root)) },
    tool('unused code', 'knip', '--no-progress'),
  ];
}

/** Runs checks one after the other, all of them, telling how each ended. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  let passed = 0;
  for (const { name, run } of checks) {
    const good = await run();
    console.log(`${good ? '✓' : '✗'} check: ${name}`);
    if (good) passed += 1;
  }
  return { passed, failed: checks.length - passed };
}

function importsAreRight(root: string): boolean {
  const report = checkImports(root);
  const complete = sawEverything(report);
  for (const { rule, from, to } of report.violations) console.error(`${from} → ${to}: ${rule}`);
  if (!complete) {
    console.error(`imports: saw ${report.seen.length} of ${report.files.length} source files`);
  }
  return complete && report.violations.length === 0;
}
