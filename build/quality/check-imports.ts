import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ICruiseOptions, ICruiseResult, IResolveOptions } from 'dependency-cruiser';
import { layers } from '#build/quality/import-layers.ts';
import { importRules, sourceFolders } from '#build/quality/import-rules.ts';

const runner = fileURLToPath(new URL('cruise.mjs', import.meta.url));

const options: ICruiseOptions = {
  validate: true,
  ruleSet: importRules,
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  // Of libraries nothing is left out: many lie in a `dist` of their own.
  exclude: { path: '^(dist|tests/fixtures|tests/bench/evidence/fixtures)/' },
};

const resolveOptions: Partial<IResolveOptions> = {
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
  exportsFields: ['exports'],
  conditionNames: ['import', 'module', 'browser', 'default', 'types'],
  mainFields: ['module', 'main', 'types'],
};

/** One import that a rule forbids. */
export interface ImportViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What the import checker saw and found. */
export interface ImportReport {
  /** Source files on disk, relative to the root. */
  readonly files: readonly string[];
  /** Source files that the checker really read. */
  readonly seen: readonly string[];
  /** Imports that it followed among them; zero means that the parser is blind. */
  readonly imports: number;
  readonly violations: readonly ImportViolation[];
}

/**
 * Checks who imports whom under `root`. `swc` reads the files: with TypeScript 7 dependency-cruiser's own way sees no
 * module at all and passes, hence the lists of files in the report.
 */
export async function checkImports(root: string): Promise<ImportReport> {
  const child = spawn(process.execPath, [runner], { cwd: root });
  child.stdin.end(JSON.stringify({ sources: sourceFolders, options, resolveOptions }));
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stderr}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the runner writes what `cruise` answered
  return report(root, JSON.parse(stdout) as ICruiseResult);
}

/** Whether the checker read every file on disk and followed imports between them. */
export function sawEverything({ files, seen, imports }: ImportReport): boolean {
  return files.length > 0 && imports > 0 && files.join('\n') === seen.join('\n');
}

function report(root: string, result: ICruiseResult): ImportReport {
  const modules = result.modules.filter(({ source }) => isSource(source));
  const files = sourceFiles(root);
  const homeless = files.filter(
    (file) => !layers.some(({ folder }) => file.startsWith(`${folder}/`)),
  );
  return {
    files,
    seen: modules.map(({ source }) => source).toSorted(),
    imports: modules.flatMap(({ dependencies }) => dependencies).length,
    violations: [
      ...homeless.map((from) => ({ rule: 'every file belongs to a layer', from, to: '' })),
      ...result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    ],
  };
}

/** Source files of the project, relative to the root, in order. */
export function sourceFiles(root: string): readonly string[] {
  return sourceFolders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(folder, file.replaceAll('\\', '/')),
      ),
    )
    .filter(isSource)
    .toSorted();
}

function isSource(file: string): boolean {
  return (
    /[.]tsx?$/u.test(file) &&
    !/(^|\/)(node_modules|dist|fixtures)\//u.test(file) &&
    sourceFolders.some((folder) => file.startsWith(`${folder}/`))
  );
}
