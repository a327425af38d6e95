import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { journalIdSchema, type Journal, type JournalAnswer } from '#shared/bridge/journal-port.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const suffix = '.mjr';
const newSuffix = '.mjr.baru';
// Not `a`: Windows lets nobody shorten a file that was opened for appending, and only one process writes here.
const writable = constants.O_RDWR | constants.O_CREAT;
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const systemFaultSchema = z.object({ code: z.string(), syscall: z.string() });

/**
 * Journals as files `<account id>.mjr` in a folder, readable by this user of the PC only. `onFault` is told the system's
 * code of every refusal.
 *
 * Replacing writes `<account id>.mjr.baru` to the disk and then renames it over the old file: at every moment there is
 * one whole file under the name that is read. What a crash leaves of the new one is overwritten by the next.
 */
export function makeFileJournal(folder: string, onFault: (code: string) => void): Journal {
  const inTurn = makeQueues();
  const fileOf = (accountId: string, end: string): string =>
    // Parsed once more where it becomes a path: no caller can step out of the folder.
    path.join(folder, journalIdSchema.parse(accountId) + end);
  const answer = async <T>(act: () => Promise<T>): Promise<JournalAnswer<T>> => {
    try {
      return succeed(await act());
    } catch (cause) {
      const fault = systemFaultSchema.safeParse(cause);
      // Not the system's: a bug.
      if (!fault.success) throw cause;
      onFault(`${fault.data.syscall} ${fault.data.code}`);
      return fail({ kind: fullCodes.has(fault.data.code) ? 'penuh' : 'gagal' });
    }
  };

  return {
    append: (accountId, records) =>
      inTurn(accountId, () =>
        answer(async () => {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await appendTo(fileOf(accountId, suffix), records);
          return null;
        }),
      ),
    read: (accountId) =>
      inTurn(accountId, () => answer(() => readOrNothing(fileOf(accountId, suffix)))),
    replace: (accountId, records) =>
      inTurn(accountId, () =>
        answer(async () => {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          const fresh = fileOf(accountId, newSuffix);
          await withFile(fresh, 'w', async (file) => {
            await file.writeFile(records);
            await file.sync();
          });
          await rename(fresh, fileOf(accountId, suffix));
          await syncFolder(folder);
          return null;
        }),
      ),
    list: () => answer(() => listJournals(folder)),
    erase: (accountId) =>
      inTurn(accountId, () =>
        answer(async () => {
          await rm(fileOf(accountId, suffix), { force: true });
          await rm(fileOf(accountId, newSuffix), { force: true });
          return null;
        }),
      ),
  };
}

/** Writes behind everything else and waits for the disk; what was written of a failed append is taken back. */
async function appendTo(name: string, records: Uint8Array): Promise<void> {
  const size = await withFile(name, writable, async (file) => {
    const before = (await file.stat()).size;
    try {
      await writeAt(file, records, before);
      await file.datasync();
    } catch (cause) {
      await takeBack(file, before);
      throw cause;
    }
    return before;
  });
  // A new file is found after a power cut only when its folder was flushed as well.
  if (size === 0) await syncFolder(path.dirname(name));
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, done, undefined, position + done);
    done += bytesWritten;
  }
}

async function takeBack(file: FileHandle, size: number): Promise<void> {
  try {
    await file.truncate(size);
  } catch {
    // The disk refuses this too: half a record stays behind, which every reader passes over.
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS keeps names in its own journal.
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', (opened) => opened.sync());
}

async function withFile<T>(
  name: string,
  flags: string | number,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(name, flags, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readOrNothing(name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(name));
  } catch (cause) {
    if (isMissing(cause)) return new Uint8Array();
    throw cause;
  }
}

async function listJournals(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).flatMap((name) => {
      const id = journalIdSchema.safeParse(path.basename(name, suffix));
      return name.endsWith(suffix) && id.success ? [id.data] : [];
    });
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
}

function isMissing(cause: unknown): boolean {
  return systemFaultSchema.safeParse(cause).data?.code === 'ENOENT';
}

/** Work on one name is done one after the other; work on another name does not wait for it. */
function makeQueues(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    return mine;
  };
}
