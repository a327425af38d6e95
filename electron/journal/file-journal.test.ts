import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFileJournal } from '#electron/journal/file-journal.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const account = '01900000-0000-7000-9000-000000000001';
const other = '01900000-0000-7000-9000-000000000002';

let parent: string;
let folder: string;
let faults: string[];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'meja-journal-'));
  folder = path.join(parent, 'journal');
  faults = [];
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

function openJournal() {
  return makeFileJournal(folder, (code) => faults.push(code));
}

function record(text: string) {
  return encodeRecord({ kind: 2, payload: new TextEncoder().encode(text) });
}

async function textsOf(accountId: string): Promise<string[]> {
  const read = await openJournal().read(accountId);
  if (!read.ok) throw new Error(read.error.kind);
  return decodeJournal(read.value).records.map(({ payload }) => new TextDecoder().decode(payload));
}

describe('a journal in a file', () => {
  test('keeps what was appended, each account for itself', async () => {
    const journal = openJournal();
    expect(await journal.read(account)).toEqual(succeed(new Uint8Array()));
    expect(await journal.list()).toEqual(succeed([]));
    expect(await journal.append(account, record('satu'))).toEqual(succeed(null));
    expect(await journal.append(account, record('dua'))).toEqual(succeed(null));
    expect(await journal.append(other, record('tiga'))).toEqual(succeed(null));
    expect(await textsOf(account)).toEqual(['satu', 'dua']);
    expect(await textsOf(other)).toEqual(['tiga']);
    expect((await journal.list()).ok && (await readdir(folder)).toSorted()).toEqual([
      `${account}.mjr`,
      `${other}.mjr`,
    ]);
    expect(faults).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is open to this user of the PC only', async () => {
    await openJournal().append(account, record('satu'));
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect((await stat(path.join(folder, `${account}.mjr`))).mode & 0o077).toBe(0);
  });

  test('takes many appends at once, one behind the other', async () => {
    const journal = openJournal();
    const texts = Array.from({ length: 40 }, (_, index) => `keputusan ${index}`);
    await Promise.all(texts.map((text) => journal.append(account, record(text))));
    expect(await textsOf(account)).toEqual(texts);
  });

  test('goes on behind an append that a crash cut off', async () => {
    const journal = openJournal();
    await journal.append(account, record('satu'));
    const file = path.join(folder, `${account}.mjr`);
    await writeFile(file, record('terpotong').slice(0, 15), { flag: 'a' });
    await openJournal().append(account, record('dua'));
    expect(await textsOf(account)).toEqual(['satu', 'dua']);
  });

  test('is replaced as a whole', async () => {
    const journal = openJournal();
    await journal.append(account, record('satu'));
    await journal.append(account, record('dua'));
    expect(await journal.replace(account, record('dua'))).toEqual(succeed(null));
    await journal.append(account, record('tiga'));
    expect(await textsOf(account)).toEqual(['dua', 'tiga']);
    expect(await readdir(folder)).toEqual([`${account}.mjr`]);
  });

  test('is the old one when the crash came before the new one was whole, and can be replaced again', async () => {
    const journal = openJournal();
    await journal.append(account, record('satu'));
    const halfWritten = path.join(folder, `${account}.mjr.baru`);
    await writeFile(halfWritten, Uint8Array.of(...record('lama'), ...record('x').slice(0, 9)));
    expect(await textsOf(account)).toEqual(['satu']);
    expect(await journal.list()).toEqual(succeed([account]));
    await journal.replace(account, record('dua'));
    expect(await textsOf(account)).toEqual(['dua']);
  });

  test('is gone once it was erased, and begins anew', async () => {
    const journal = openJournal();
    await journal.append(account, record('satu'));
    await journal.append(other, record('dua'));
    expect(await journal.erase(account)).toEqual(succeed(null));
    expect(await journal.erase(account)).toEqual(succeed(null));
    expect(await journal.list()).toEqual(succeed([other]));
    await journal.append(account, record('tiga'));
    expect(await textsOf(account)).toEqual(['tiga']);
  });

  test.each(['../x', '..', '', `${account}/../x`, `${account}\0`, account.replace('0', 'A')])(
    'has no name like "%s"',
    async (name) => {
      const journal = openJournal();
      await expect(journal.append(name, record('satu'))).rejects.toThrow(/invalid/iu);
      await expect(journal.read(name)).rejects.toThrow(/invalid/iu);
      await expect(journal.replace(name, record('satu'))).rejects.toThrow(/invalid/iu);
      await expect(journal.erase(name)).rejects.toThrow(/invalid/iu);
      // A folder may have been made; no file was.
      expect(await readdir(parent, { recursive: true })).not.toContain('x.mjr');
    },
  );
});

describe('a journal on a disk that refuses', () => {
  test.skipIf(process.platform !== 'linux')('says that there is no space', async () => {
    await mkdir(folder);
    await symlink('/dev/full', path.join(folder, `${account}.mjr`));
    expect(await openJournal().append(account, record('satu'))).toEqual(fail({ kind: 'penuh' }));
    expect(faults).toEqual(['write ENOSPC']);
  });

  test('says that it cannot be written or read in another way', async () => {
    await mkdir(path.join(folder, `${account}.mjr`), { recursive: true });
    const journal = openJournal();
    const failed = fail({ kind: 'gagal' });
    expect(await journal.append(account, record('satu'))).toEqual(failed);
    expect(await journal.read(account)).toEqual(failed);
    expect(await journal.replace(account, record('satu'))).toEqual(failed);
    expect(faults).toHaveLength(3);
  });

  test('says so when the folder cannot be made', async () => {
    await writeFile(folder, 'bukan folder');
    expect(await openJournal().append(account, record('satu'))).toEqual(fail({ kind: 'gagal' }));
    expect(await readFile(folder, 'utf8')).toBe('bukan folder');
  });
});
