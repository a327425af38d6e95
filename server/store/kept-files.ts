import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/*
 * Small files that a server keeps beside its database.
 */

/** What a file holds; undefined when there is none. Throws when it is there and cannot be read. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(ifAbsent);
}

/** Undefined where a file or folder is not there; anything else goes on failing. */
export function ifAbsent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** JSON as a value; null for what is none, because something else than this program wrote it: it fits no schema. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Puts a text on the disk beside where it is to lie, for this user alone, and answers where: put in its place from there, a
 * file is the old one or the new one at every moment, whole. Two servers over one folder do not write into each other's half.
 */
export async function writeBeside(file: string, text: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.baru`;
  const opened = await open(fresh, 'w', 0o600);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
  return fresh;
}
