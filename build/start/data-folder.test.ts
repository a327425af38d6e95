import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDataFolder, emptyDataFolder, type DataFolder } from '#build/start/data-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'meja-data-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const dataFolder = (): string => path.join(parent, 'data');

function claim(folder: string = dataFolder()): DataFolder {
  const claimed = claimDataFolder(folder);
  if (!claimed.ok) throw new Error(claimed.error.kind);
  return claimed.value;
}

const noPostgres = { stopLeftover: () => Promise.resolve(), remove: () => Promise.resolve() };

describe('claiming a data folder', () => {
  test('a missing folder is made; nothing is seeded yet', () => {
    expect(claim().state).toMatchObject({ seed: 'none', port: null, pid: process.pid });
  });

  test('what was remembered is there at the next start', () => {
    claim().remember({ seed: 'done', port: 4681, pid: null });
    const next = claim();
    expect(next.state).toMatchObject({ seed: 'done', port: 4681 });
    expect(next.leftBehind).toBe(false);
  });

  test('a folder that holds something else is refused and left as it is', () => {
    mkdirSync(dataFolder());
    writeFileSync(path.join(dataFolder(), 'skripsi.docx'), '');
    expect(claimDataFolder(dataFolder())).toEqual({ ok: false, error: { kind: 'foreign' } });
    expect(readdirSync(dataFolder())).toEqual(['skripsi.docx']);
  });

  test('a damaged state file counts as something else', () => {
    mkdirSync(dataFolder());
    writeFileSync(path.join(dataFolder(), 'start.json'), '{"application":');
    expect(claimDataFolder(dataFolder())).toMatchObject({ ok: false, error: { kind: 'foreign' } });
  });

  test('a folder that cannot be made is told apart', () => {
    writeFileSync(path.join(parent, 'file'), '');
    expect(claimDataFolder(path.join(parent, 'file', 'data'))).toEqual({
      ok: false,
      error: { kind: 'unwritable' },
    });
  });

  test('a start that was killed left its mark and does not block the next', () => {
    // A process number above the kernel's highest.
    claim().remember({ pid: 4_194_305 });
    expect(claim().leftBehind).toBe(true);
  });
});

describe('beginning anew', () => {
  test('deletes what a start made and nothing else', async () => {
    const folder = claim();
    folder.remember({ seed: 'done', port: 4681 });
    for (const name of ['server', 'browser', 'electron', 'milik-orang-lain']) {
      mkdirSync(path.join(dataFolder(), name));
    }
    expect(await emptyDataFolder(folder, noPostgres)).toEqual({ ok: true, value: null });
    expect(readdirSync(dataFolder()).toSorted()).toEqual(['milik-orang-lain', 'start.json']);
    expect(folder.state).toMatchObject({ seed: 'none', accounts: [], port: 4681 });
  });

  test('a PostgreSQL left running is stopped before its files go', async () => {
    claim().remember({ pid: 4_194_305 });
    const folder = claim();
    mkdirSync(folder.places.server);
    const done: string[] = [];
    const note = (what: string) => (place: string) => {
      done.push(`${what} ${existsSync(place)}`);
      return Promise.resolve();
    };
    await emptyDataFolder(folder, { stopLeftover: note('stop'), remove: note('remove') });
    expect(done).toEqual(['stop true', 'remove true']);
    expect(existsSync(folder.places.server)).toBe(false);
  });
});
