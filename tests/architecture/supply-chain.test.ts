import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#build/project-root.ts';

/** What npm installs: each package at its place, with the hash that its archive must have. */
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().default(false) }),
  ),
});

const packageSchema = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'));
}

const installed = Object.entries(lockSchema.parse(readJson('package-lock.json')).packages).filter(
  ([place]) => place !== '',
);

test('no package is installed whose archive may be another one', () => {
  const open = installed.filter(([, { integrity }]) => !/^sha512-.{86}==$/u.test(integrity ?? ''));
  expect(open.map(([place]) => place)).toEqual([]);
});

test('of the few packages that want to run something while they are installed each is decided on', () => {
  const { allowScripts } = packageSchema.parse(readJson('package.json'));
  const wanting = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.replace(/^.*node_modules\//u, ''));
  expect(wanting.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
});
