// First of all: Dexie looks for IndexedDB when it is loaded, and its live queries rest without one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import {
  openAccountDatabase,
  type AccountDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import { commandKinds, type CommandKinds } from '#shared/workflow/commands.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';

/** An account's database on a PC of its own. */
export function makeTestDatabase(
  ports: IndexedDbPorts = { indexedDB: new IDBFactory(), IDBKeyRange },
  kinds: CommandKinds = commandKinds,
): AccountDatabase {
  return openAccountDatabase('01900000-0000-7000-9000-000000000001', testVault, ports, kinds);
}
