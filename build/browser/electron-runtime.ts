import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Path of the Electron program that the `electron` package has fetched, or null when it has not. The package itself is
 * not imported: importing it starts the download.
 */
export function electronProgram(root: string): string | null {
  const folder = path.join(root, 'node_modules', 'electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}
