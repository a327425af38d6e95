import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale, markBuilt } from '#build/quality/built-parts.ts';

const yesterday = Date.now() - 86_400_000;
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meja-stale-'));
  for (const file of ['electron/main/index.ts', 'renderer/desk/main.tsx', 'shared/kernel/a.ts']) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), '');
  }
  for (const place of [
    'electron/main/index.ts',
    'electron/main',
    'electron',
    'renderer/desk/main.tsx',
    'renderer/desk',
    'renderer',
    'shared/kernel/a.ts',
    'shared/kernel',
    'shared',
  ]) {
    utimesSync(path.join(root, place), yesterday / 1000, yesterday / 1000);
  }
  mkdirSync(path.join(root, 'dist', 'electron'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const built = (): void => {
  writeFileSync(path.join(root, 'dist/electron/main.js'), '');
  markBuilt(root, 'electron', Date.now());
};

test('what was never built is stale', () => {
  expect(isStale(root, 'electron')).toBe(true);
});

test('an output whose build never finished is stale', () => {
  writeFileSync(path.join(root, 'dist/electron/main.js'), '');
  expect(isStale(root, 'electron')).toBe(true);
});

test('what was built after its sources is not', () => {
  built();
  expect(isStale(root, 'electron')).toBe(false);
});

test('a changed source of its own or of shared makes it stale, one of another part does not', () => {
  built();
  const tomorrow = Date.now() / 1000 + 86_400;
  utimesSync(path.join(root, 'renderer/desk/main.tsx'), tomorrow, tomorrow);
  expect(isStale(root, 'electron')).toBe(false);
  utimesSync(path.join(root, 'shared/kernel/a.ts'), tomorrow, tomorrow);
  expect(isStale(root, 'electron')).toBe(true);
});

test('a deleted output or stamp makes it stale', () => {
  built();
  rmSync(path.join(root, 'dist/electron/main.js'));
  expect(isStale(root, 'electron')).toBe(true);
});
