import { IDBObjectStore } from 'fake-indexeddb';

/** A disk under every database of this process that fails for the tables named, until it is restored. */
export interface FailingDisk {
  /** Nothing can be put into these tables: no space. */
  readonly full: Set<string>;
  /** Nothing can be read from these tables: damaged. */
  readonly unreadable: Set<string>;
  restore(): void;
}

const failures = {
  put: { table: 'full', error: 'QuotaExceededError' },
  add: { table: 'full', error: 'QuotaExceededError' },
  get: { table: 'unreadable', error: 'UnknownError' },
} as const;

/** Puts the disk in place; it works until tables are named. */
export function makeFailingDisk(): FailingDisk {
  const disk = { full: new Set<string>(), unreadable: new Set<string>() };
  const prototype = IDBObjectStore.prototype;
  const undo = Object.entries(failures).map(([name, { table, error }]) => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    const method: unknown = own?.value;
    if (!own || typeof method !== 'function') throw new Error(`No method ${name} to fail.`);
    const value = function (this: IDBObjectStore, ...args: unknown[]): unknown {
      if (disk[table].has(this.name)) throw new DOMException('The disk failed.', error);
      return Reflect.apply(method, this, args);
    };
    Object.defineProperty(prototype, name, { ...own, value });
    return () => Object.defineProperty(prototype, name, own);
  });
  return { ...disk, restore: () => undo.forEach((put) => put()) };
}
