import { journalIdSchema, type Journal, type JournalAnswer } from '#shared/bridge/journal-port.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** The part of a file of the origin's private file system that only a worker gets; the DOM types do not know it. */
interface SyncAccessHandle {
  getSize(): number;
  /** Answers how many bytes were written. */
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

declare global {
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<SyncAccessHandle>;
  }
}

/** What the journals stand on. */
export interface OpfsPorts {
  /** The folder of the journals; made when missing. */
  readonly folder: () => Promise<FileSystemDirectoryHandle>;
  /** Takes turns among all windows: the browser opens a file for one of them at a time. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Told the name of the browser's refusal. */
  readonly onFault: (name: string) => void;
}

/**
 * Journals in the browser's private file system, for a worker: a window cannot flush there.
 *
 * A journal is one or more files `<account id>.<generation>.mjr`, read one behind the other in the order of their
 * generations; records are appended to the last. Replacing writes the next generation to the disk, then removes the
 * others, oldest first:
 *
 *   1 ──► 1, 2 (half) ──► 1, 2 ──► 2
 *
 * Whatever a crash leaves is read as "the old, then what was written of the new": the new ones repeat what the old ones
 * come to, and what is appended later stands behind both.
 */
export function makeOpfsJournal(ports: OpfsPorts): Journal {
  const inTurn = <T>(accountId: string, act: (files: JournalFiles) => Promise<T>) =>
    ports.exclusively(`meja-jurnal-berkas-${journalIdSchema.parse(accountId)}`, () =>
      answer(ports, async () => act(await openFiles(await ports.folder(), accountId))),
    );
  return {
    append: (accountId, records) =>
      inTurn(accountId, async ({ folder, nameOf, generations }) => {
        await writeBehind(folder, nameOf(generations.at(-1) ?? 1), records);
        return null;
      }),
    read: (accountId) =>
      inTurn(accountId, async ({ folder, nameOf, generations }) => {
        const parts = generations.map(async (one) => {
          const handle = await folder.getFileHandle(nameOf(one));
          return (await handle.getFile()).arrayBuffer();
        });
        return new Uint8Array(await new Blob(await Promise.all(parts)).arrayBuffer());
      }),
    replace: (accountId, records) =>
      inTurn(accountId, async ({ folder, nameOf, generations }) => {
        await writeBehind(folder, nameOf((generations.at(-1) ?? 0) + 1), records);
        await removeAll(folder, generations.map(nameOf));
        return null;
      }),
    list: () => answer(ports, async () => listJournals(await ports.folder())),
    erase: (accountId) =>
      inTurn(accountId, async ({ folder, nameOf, generations }) => {
        await removeAll(folder, generations.map(nameOf));
        return null;
      }),
  };
}

async function answer<T>(ports: OpfsPorts, act: () => Promise<T>): Promise<JournalAnswer<T>> {
  try {
    return succeed(await act());
  } catch (cause) {
    // Not the browser's: a bug.
    if (!(cause instanceof DOMException)) throw cause;
    ports.onFault(cause.name);
    return fail({ kind: cause.name === 'QuotaExceededError' ? 'penuh' : 'gagal' });
  }
}

interface JournalFiles {
  readonly folder: FileSystemDirectoryHandle;
  /** Oldest first. */
  readonly generations: readonly number[];
  readonly nameOf: (generation: number) => string;
}

async function openFiles(
  folder: FileSystemDirectoryHandle,
  accountId: string,
): Promise<JournalFiles> {
  const generations: number[] = [];
  for await (const name of folder.keys()) {
    const file = parseName(name);
    if (file?.accountId === accountId) generations.push(file.generation);
  }
  return {
    folder,
    generations: generations.toSorted((a, b) => a - b),
    nameOf: (generation) => `${accountId}.${generation}.mjr`,
  };
}

async function listJournals(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const found = new Set<string>();
  for await (const name of folder.keys()) {
    const file = parseName(name);
    if (file) found.add(file.accountId);
  }
  return [...found];
}

function parseName(name: string): { accountId: string; generation: number } | undefined {
  const [id, generation, ending, ...rest] = name.split('.');
  const accountId = journalIdSchema.safeParse(id);
  if (!accountId.success || !/^[1-9]\d{0,8}$/u.test(generation ?? '')) return undefined;
  if (ending !== 'mjr' || rest.length > 0) return undefined;
  return { accountId: accountId.data, generation: Number(generation) };
}

/** Writes behind everything else and waits for the disk; what was written of a failed append is taken back. */
async function writeBehind(
  folder: FileSystemDirectoryHandle,
  name: string,
  records: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const handle = await file.createSyncAccessHandle();
  try {
    const size = handle.getSize();
    try {
      writeAt(handle, records, size);
      handle.flush();
    } catch (cause) {
      takeBack(handle, size);
      throw cause;
    }
  } finally {
    handle.close();
  }
}

function writeAt(
  handle: SyncAccessHandle,
  records: Uint8Array<ArrayBuffer>,
  position: number,
): void {
  for (let done = 0; done < records.byteLength;) {
    const written = handle.write(records.subarray(done), { at: position + done });
    // The browser ends a write early when there is no room, and says so only by the number.
    if (written === 0) throw new DOMException('No room.', 'QuotaExceededError');
    done += written;
  }
}

function takeBack(handle: SyncAccessHandle, size: number): void {
  try {
    handle.truncate(size);
    handle.flush();
  } catch {
    // The disk refuses this too: half a record stays behind, which every reader passes over.
  }
}

async function removeAll(
  folder: FileSystemDirectoryHandle,
  oldestFirst: readonly string[],
): Promise<void> {
  for (const name of oldestFirst) {
    // oxlint-disable-next-line no-await-in-loop -- in this order, see above
    await folder.removeEntry(name);
  }
}
