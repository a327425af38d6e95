import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const manifestSchema = z.object({
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

/**
 * Path of a tool's own program inside its package, so that it can be run by this Node without a shell and without npx
 * (the same on Windows, where `.bin` holds scripts that only a shell can run).
 */
export function toolProgram(packageName: string, tool: string = packageName): string {
  const folder = packageFolder(packageName);
  const { bin } = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  const program = typeof bin === 'string' ? bin : bin[tool];
  if (program === undefined) throw new Error(`${packageName} has no program ${tool}`);
  return path.join(folder, program);
}

function packageFolder(packageName: string): string {
  const folder = (require.resolve.paths(packageName) ?? [])
    .map((place) => path.join(place, packageName))
    .find((place) => existsSync(path.join(place, 'package.json')));
  if (folder === undefined) throw new Error(`${packageName} is not installed`);
  return folder;
}

/** Where and with what a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the output goes: to this terminal as it comes, nowhere (failures that a test means), or to an open file. */
  readonly output?: 'terminal' | 'nowhere' | number;
}

function outputs(
  output: 'terminal' | 'nowhere' | number,
): readonly ('inherit' | 'ignore' | number)[] {
  if (output === 'terminal') return ['inherit', 'inherit'];
  return output === 'nowhere' ? ['ignore', 'ignore'] : [output, output];
}

/** How a command ended that kept what it said to itself. */
export interface QuietEnd {
  readonly code: number;
  readonly said: string;
}

/** Runs a Node program and keeps what it says, so that several can run at once and each is told as a whole. */
export function runQuietly(args: readonly string[], options: CommandOptions): Promise<QuietEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, said });
    });
  });
}

/** Runs a Node program; answers its exit code, 1 when a signal ended it. */
export function runNode(args: readonly string[], options: CommandOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', ...outputs(options.output ?? 'terminal')],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
