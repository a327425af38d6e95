import { availableParallelism } from 'node:os';
import { checkImports, sawEverything } from '#build/quality/check-imports.ts';
import { runQuietly, toolProgram } from '#build/quality/run-command.ts';
import type { Tally } from '#build/quality/tally.ts';

/** How a check ended. */
export interface CheckEnd {
  readonly passed: boolean;
  /** What is to be read about it; empty: nothing. */
  readonly said: string;
}

/** A check of the whole work tree that passes or fails as one. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<CheckEnd>;
}

/** Every check of the source code under `root`; the long ones first. */
export function sourceChecks(root: string): readonly Check[] {
  const tool = (name: string, program: string, ...args: readonly string[]): Check => ({
    name,
    run: async () => {
      const { code, said } = await runQuietly([program, ...args], { cwd: root });
      return { passed: code === 0, said };
    },
  });
  return [
    tool('types', toolProgram('typescript', 'tsc'), '-b'),
    tool('lint', toolProgram('oxlint'), '--type-aware', '--deny-warnings'),
    { name: 'imports', run: () => lookAtImports(root) },
    tool('unused code', toolProgram('knip'), '--no-progress'),
    tool('format', toolProgram('oxfmt'), '--check'),
  ];
}

/** Runs checks, all of them, so many at once, telling of each as a whole how it ended. */
export async function runChecks(
  checks: readonly Check[],
  atOnce: number = availableParallelism(),
): Promise<Tally> {
  const left = [...checks];
  let passed = 0;
  const work = async (): Promise<void> => {
    for (let check = left.shift(); check; check = left.shift()) {
      const end = await check.run();
      if (end.said.trim() !== '') console.log(end.said.trim());
      console.log(`${end.passed ? '✓' : '✗'} check: ${check.name}`);
      if (end.passed) passed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { passed, failed: checks.length - passed };
}

async function lookAtImports(root: string): Promise<CheckEnd> {
  const report = await checkImports(root);
  const complete = sawEverything(report);
  const violations = report.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule}`);
  const unseen = `imports: saw ${report.seen.length} of ${report.files.length} source files`;
  return {
    passed: complete && violations.length === 0,
    said: [...violations, ...(complete ? [] : [unseen])].join('\n'),
  };
}
