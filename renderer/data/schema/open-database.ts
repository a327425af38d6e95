import { Dexie, type DexieOptions, type Table } from 'dexie';
import {
  accountMigrations,
  hostMigrations,
  type Migration,
} from '#renderer/data/migrations/account-migrations.ts';

/** Where the database lives; given only by tests, which keep several PCs apart. */
export type IndexedDbPorts = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/**
 * One account's database. Rows are `unknown` on purpose: whoever reads one parses it (`stored-rows.ts`), because an
 * older version or a damaged disk may have written it.
 */
export type AccountDatabase = Dexie & {
  readonly usul: Table<unknown, string>;
  readonly usulBodies: Table<unknown, string>;
  readonly documents: Table<unknown, string>;
  readonly documentBytes: Table<unknown, string>;
  readonly documentParts: Table<unknown, [string, number]>;
  readonly drafts: Table<unknown, string>;
  readonly outbox: Table<unknown, string>;
  readonly audit: Table<unknown, number>;
  readonly removals: Table<unknown, [string, string]>;
  readonly setAside: Table<unknown, number>;
  readonly meta: Table<unknown, string>;
};

/** The database that all accounts of this PC share. */
export type HostDatabase = Dexie & {
  readonly settings: Table<unknown, string>;
  readonly accounts: Table<unknown, string>;
};

/** Opens (lazily, at first use) the database of one account. */
export function openAccountDatabase(accountId: string, ports?: IndexedDbPorts): AccountDatabase {
  return open(`meja-${accountId}`, accountMigrations, ports) as AccountDatabase;
}

/** Opens (lazily, at first use) the database that all accounts share. */
export function openHostDatabase(ports?: IndexedDbPorts): HostDatabase {
  return open('meja-host', hostMigrations, ports) as HostDatabase;
}

// 'strict': Chromium reports a commit only after it reached the disk; its default loses it in a power cut.
function open(name: string, migrations: readonly Migration[], ports?: IndexedDbPorts): Dexie {
  const database = new Dexie(name, {
    ...ports,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  });
  for (const { version, stores, upgrade } of migrations) {
    const declared = database.version(version).stores({ ...stores });
    if (!upgrade) continue;
    declared.upgrade((transaction) =>
      upgrade({
        rewrite: async (table, change) => {
          await transaction.table<Record<string, unknown>>(table).toCollection().modify(change);
        },
      }),
    );
  }
  return database;
}
