import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { truthPath } from '#build/demo/faults/truth-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

it('is named by the seed alone: nothing that the product runs knows where the truth lies', async () => {
  const naming: string[] = [];
  const looked: string[] = [];
  for (const layer of ['shared', 'renderer', 'electron', 'server', 'build']) {
    for (const entry of await readdir(path.join(root, layer), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      looked.push(file);
      const text = await readFile(file, 'utf8');
      if (
        text.includes(truthPath[1]) ||
        text.includes('truth-file') ||
        text.includes('truthPath')
      ) {
        naming.push(path.relative(root, file).replaceAll('\\', '/'));
      }
    }
  }
  expect(looked.length).toBeGreaterThan(100);
  expect(naming.toSorted()).toEqual([
    'build/demo/faults/truth-file.test.ts',
    'build/demo/faults/truth-file.ts',
    'build/demo/seed.ts',
  ]);
});
