import { Dexie } from 'dexie';
import type { IndexedDbPorts } from '#renderer/data/schema/open-database.ts';

/**
 * Every row of a store of a database at whatever version, only read; none when there is no such store or database. For
 * what must come out of a database that this application does not open.
 */
export async function readRawStore(
  databaseName: string,
  storeName: string,
  ports?: IndexedDbPorts,
): Promise<readonly unknown[]> {
  // Without versions declared it is opened as it is, and not made when it is absent.
  const database = new Dexie(databaseName, { ...ports, cache: 'disabled' });
  try {
    await database.open();
    const store = database.tables.find(({ name }) => name === storeName);
    return store ? await store.toArray() : [];
  } catch (cause) {
    if (cause instanceof Dexie.NoSuchDatabaseError) return [];
    throw cause;
  } finally {
    database.close();
  }
}
