import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';

/** Writes what lies behind the figures, for whoever looks for the reason; answers the path from the project. */
export async function writeDetails(name: string, details: unknown): Promise<string> {
  const file = path.join('dist', 'bench', `evidence-${name}.json`);
  await mkdir(path.join(projectRoot, path.dirname(file)), { recursive: true });
  await writeFile(path.join(projectRoot, file), `${JSON.stringify(details, null, 1)}\n`);
  return file;
}
