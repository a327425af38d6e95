import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie';
import {
  accountMigrations,
  hostMigrations,
  type Migration,
  type OldRow,
  type RowRewriter,
} from '#renderer/data/migrations/account-migrations.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import { commandKinds, type CommandKinds } from '#shared/workflow/commands.ts';
import { refuseNewer } from '#renderer/data/schema/newer-database.ts';

/** Where the database lives; given only by tests, which keep several PCs apart. */
export type IndexedDbPorts = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/**
 * One account's database. Rows are `unknown` on purpose: whoever reads one parses it (`stored-rows.ts`), because an
 * older version or a damaged disk may have written it. What is personal in them is sealed with `vault`. The outbox holds
 * commands of `kinds`.
 */
export class AccountDatabase extends Dexie {
  readonly vault: Vault;
  readonly kinds: CommandKinds;
  declare readonly usul: Table<unknown, string>;
  declare readonly usulBodies: Table<unknown, string>;
  declare readonly documents: Table<unknown, string>;
  declare readonly documentBytes: Table<unknown, string>;
  declare readonly documentParts: Table<unknown, [string, number]>;
  declare readonly readings: Table<unknown, string>;
  declare readonly fingerprints: Table<unknown, string>;
  declare readonly drafts: Table<unknown, string>;
  declare readonly outbox: Table<unknown, string>;
  declare readonly receipts: Table<unknown, string>;
  declare readonly audit: Table<unknown, number>;
  declare readonly removals: Table<unknown, [string, string]>;
  declare readonly setAside: Table<unknown, number>;
  declare readonly meta: Table<unknown, string>;
  declare readonly snapshots: Table<unknown, string>;
  declare readonly parked: Table<unknown, [string, string, number]>;

  constructor(name: string, vault: Vault, kinds: CommandKinds, options: DexieOptions) {
    super(name, options);
    this.vault = vault;
    this.kinds = kinds;
  }
}

/** The database that all accounts of this PC share. */
export class HostDatabase extends Dexie {
  declare readonly settings: Table<unknown, string>;
  declare readonly accounts: Table<unknown, string>;
}

/** Name of the database that all accounts share. */
export const hostDatabaseName = 'meja-host';

/** Name of an account's database. */
export function accountDatabaseName(accountId: string): string {
  return `meja-${accountId}`;
}

/**
 * Opens (lazily, at first use) the database of one account; `vault` seals what is personal in it. Refused
 * (`NewerDatabase`) when a newer version wrote it. Tests may declare other kinds of command.
 */
export function openAccountDatabase(
  accountId: string,
  vault: Vault,
  ports?: IndexedDbPorts,
  kinds: CommandKinds = commandKinds,
): AccountDatabase {
  const name = accountDatabaseName(accountId);
  const database = new AccountDatabase(name, vault, kinds, optionsWith(ports));
  declareVersions(database, accountMigrations);
  return database;
}

/** Opens (lazily, at first use) the database that all accounts share. */
export function openHostDatabase(ports?: IndexedDbPorts): HostDatabase {
  const database = new HostDatabase(hostDatabaseName, optionsWith(ports));
  declareVersions(database, hostMigrations);
  return database;
}

// 'strict': Chromium reports a commit only after it reached the disk; its default loses it in a power cut.
function optionsWith(ports: IndexedDbPorts | undefined): DexieOptions {
  return { ...ports, chromeTransactionDurability: 'strict', cache: 'disabled' };
}

function declareVersions(database: Dexie, migrations: readonly Migration[]): void {
  refuseNewer(database, Math.max(...migrations.map(({ version }) => version)));
  for (const { version, stores, upgrade } of migrations) {
    const declared = database.version(version).stores({ ...stores });
    if (!upgrade) continue;
    declared.upgrade((transaction) => upgrade(rowRewriter(transaction)));
  }
}

function rowRewriter(transaction: Transaction): RowRewriter {
  return {
    rewrite: async (table, change) => {
      await transaction.table<OldRow>(table).toCollection().modify(change);
    },
    drop: async (table, keys) => {
      const rows = transaction.table<OldRow, string>(table);
      await (keys ? rows.bulkDelete([...keys]) : rows.clear());
    },
  };
}
