import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ifAbsent, readIfThere } from '#server/store/kept-files.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { maxDocumentBytes } from '#shared/records/rules/document-rules.ts';

/** Why a document was not taken in. */
export type PutRefusal =
  | { readonly kind: 'terlalu_besar'; readonly limit: number }
  | { readonly kind: 'sidik_berbeda' };

/** Why a document cannot be handed out: not there, or its bytes are no longer those of its name. */
export type ReadRefusal = { readonly kind: 'tidak_ada' } | { readonly kind: 'rusak' };

/** Files named by the SHA-256 of their content. */
export interface DocumentStore {
  /** Takes bytes in, durable on return; the same bytes twice are one file. With `expected` they must have that hash. */
  put(
    bytes: Uint8Array,
    expected?: string,
  ): Promise<Result<{ sha256: string; size: number }, PutRefusal>>;
  /** The whole content, its hash checked anew: a damaged file is never handed out. */
  read(sha256: string): Promise<Result<Buffer, ReadRefusal>>;
}

/** A document store in a folder; makes the folder when it is not there. Throws when it cannot be written. */
export async function openDocumentStore(folder: string): Promise<DocumentStore> {
  const incoming = path.join(folder, 'masuk');
  // Scans of people's papers: nobody else on the machine reads them.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true });
  const fileOf = (sha256: string) =>
    path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async put(bytes, expected) {
      if (bytes.byteLength > maxDocumentBytes) {
        return fail({ kind: 'terlalu_besar', limit: maxDocumentBytes });
      }
      const sha256 = hashOf(bytes);
      if (expected !== undefined && expected !== sha256) return fail({ kind: 'sidik_berbeda' });
      const file = fileOf(sha256);
      if (!(await holds(file, sha256, bytes.byteLength))) await write(incoming, file, bytes);
      return succeed({ sha256, size: bytes.byteLength });
    },
    async read(sha256) {
      const bytes = await readIfThere(fileOf(sha256));
      if (!bytes) return fail({ kind: 'tidak_ada' });
      return hashOf(bytes) === sha256 ? succeed(bytes) : fail({ kind: 'rusak' });
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file that is there but damaged does not count: putting the same document again repairs it. */
async function holds(file: string, sha256: string, size: number): Promise<boolean> {
  const info = await stat(file).catch(ifAbsent);
  if (info?.size !== size) return false;
  const bytes = await readIfThere(file);
  return bytes !== undefined && hashOf(bytes) === sha256;
}

/** Written whole beside its place, flushed, then renamed: a reader sees all of it or nothing. */
async function write(incoming: string, file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(incoming, randomUUID());
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await mkdir(path.dirname(file), { recursive: true });
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Makes the rename itself durable; Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
