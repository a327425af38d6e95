import { journalIdSchema, type Journal } from '#shared/bridge/journal-port.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** A disk with journals; `full` refuses whatever would be written, `broken` everything. */
export interface JournalDisk {
  readonly journal: Journal;
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  state: 'baik' | 'penuh' | 'gagal';
}

/** Builds a disk in memory behind the same port as the real ones. */
export function makeJournalDisk(): JournalDisk {
  const write = (accountId: string, parts: readonly Uint8Array<ArrayBuffer>[]) => {
    if (disk.state !== 'baik') return Promise.resolve(fail({ kind: disk.state }));
    const bytes = new Uint8Array(parts.reduce((sum, one) => sum + one.byteLength, 0));
    let end = 0;
    for (const one of parts) {
      bytes.set(one, end);
      end += one.byteLength;
    }
    disk.files.set(journalIdSchema.parse(accountId), bytes);
    return Promise.resolve(succeed(null));
  };
  const read = <T>(value: T) =>
    Promise.resolve(disk.state === 'gagal' ? fail({ kind: disk.state }) : succeed(value));
  const fileOf = (accountId: string): Uint8Array<ArrayBuffer> =>
    disk.files.get(accountId) ?? new Uint8Array();
  const disk: JournalDisk = {
    files: new Map(),
    state: 'baik',
    journal: {
      append: (accountId, records) => write(accountId, [fileOf(accountId), records]),
      read: (accountId) => read(fileOf(accountId).slice()),
      replace: (accountId, records) => write(accountId, [records]),
      list: () => read([...disk.files.keys()]),
      erase: (accountId) => {
        disk.files.delete(accountId);
        return Promise.resolve(succeed(null));
      },
    },
  };
  return disk;
}
