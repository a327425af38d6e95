import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMemoryFolder } from '#build/quality/memory-folder.ts';

let disk: string;
beforeEach(() => {
  disk = mkdtempSync(path.join(tmpdir(), 'meja-memory-'));
});
afterEach(() => rmSync(disk, { recursive: true }));

test('what a killed run left is removed, what a running one uses is not', () => {
  const dead = execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim();
  const [left, used] = [`meja-uji-${dead}-a`, `meja-uji-${process.pid}-b`];
  for (const name of [left, used, 'somebody-elses']) mkdirSync(path.join(disk, name));
  const made = openMemoryFolder(disk);
  // A machine without memory to spare has none, and leaves the disk alone.
  if (made === undefined) return;
  expect(readdirSync(disk).toSorted()).toEqual(
    [path.basename(made.folder), used, 'somebody-elses'].toSorted(),
  );
  made.remove();
  expect(existsSync(made.folder)).toBe(false);
});

test('a machine without such a disk has no such folder', () => {
  expect(openMemoryFolder(path.join(disk, 'none'))).toBeUndefined();
});
