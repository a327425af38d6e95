import { markBuilt, type BuildPart } from '#build/quality/built-parts.ts';
import type { Check } from '#build/quality/checks.ts';
import { runNode, runQuietly, toolProgram } from '#build/quality/run-command.ts';

/**
 * Builds one part with its Vite configuration and remembers that it did; false when Vite says that it failed.
 *
 * @param output where Vite says why: this terminal, or an open file
 */
export async function buildPart(
  root: string,
  part: BuildPart,
  output: 'terminal' | number = 'terminal',
): Promise<boolean> {
  const startedAt = Date.now();
  const code = await runNode(viteBuild(part), { cwd: root, output, env: forBuilds });
  if (code === 0) markBuilt(root, part, startedAt);
  return code === 0;
}

/** The builds, as checks: a part that cannot be built fails the test run. */
export function buildChecks(root: string): readonly Check[] {
  return (['renderer', 'electron'] as const).map((part) => ({
    name: `build ${part}`,
    run: async () => {
      const startedAt = Date.now();
      const { code, said } = await runQuietly(viteBuild(part), { cwd: root, env: forBuilds });
      if (code === 0) markBuilt(root, part, startedAt);
      return { passed: code === 0, said };
    },
  }));
}

/** A test that builds runs with NODE_ENV=test, which Vite would take for a development build. */
const forBuilds = { NODE_ENV: 'production' };

function viteBuild(part: BuildPart): readonly string[] {
  const config = `build/vite/${part}.config.ts`;
  return [toolProgram('vite'), 'build', '--logLevel', 'warn', '--config', config];
}
