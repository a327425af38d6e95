import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';

/** `npm run sbom [-- FILE]`: what is installed, as CycloneDX; for whoever must know what an installer is made of. */
const file = path.resolve(process.argv[2] ?? path.join(projectRoot, 'dist', 'sbom.json'));
const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: projectRoot,
  encoding: 'utf8',
  maxBuffer: 64 * 1_048_576,
  // npm is a script there.
  shell: process.platform === 'win32',
});
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, text);
process.stdout.write(`${file}\n`);
