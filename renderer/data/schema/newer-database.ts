import type { Dexie } from 'dexie';

/**
 * The database was written by a newer version of the application. It is not opened: rows of a shape that this version
 * does not know would be misread, and what it wrote itself could not be read by the newer one.
 */
class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

// IndexedDB counts whole numbers; the library leaves room for tenths between its own.
const nativeFactor = 10;

/** Has the database refuse to open when it is newer than `newest`; left alone, the library opens it as if it were old. */
export function refuseNewer(database: Dexie, newest: number): void {
  database.on(
    'ready',
    () => {
      if (database.backendDB().version > newest * nativeFactor) throw new NewerDatabase();
    },
    true,
  );
}

/** Whether a newer version wrote it, which is then closed. Any other failure is left to whoever opens it next. */
export async function isDatabaseNewer(database: Dexie): Promise<boolean> {
  try {
    await database.open();
    return false;
  } catch (cause) {
    return isNewerDatabase(cause);
  } finally {
    database.close();
  }
}

/** Whether a failure comes from a database that is newer than this application, directly or underneath. */
export function isNewerDatabase(cause: unknown): boolean {
  if (cause instanceof NewerDatabase) return true;
  return cause instanceof Error && 'inner' in cause && isNewerDatabase(cause.inner);
}
