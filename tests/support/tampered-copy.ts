import { verifyDatabase } from '#server/integrity/verify-database.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { copyDatabase, dropCopy, testKeys, type TestDatabase } from '#tests/support/database.ts';

/** A copy of a database that somebody is at. */
export interface Copy {
  readonly url: string;
  readonly db: Db;
}

/** What `verify-chain` says of a database, with the anchors of a file. */
export async function saidOf(db: Db, file: string): Promise<string> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  try {
    await verifyDatabase({ db, file, now: () => new Date() }, print);
  } catch (cause) {
    lines.push(`! ${cause instanceof Error ? cause.message : ''}`);
  }
  return lines.join('\n');
}

/** What it says of a copy of the database after somebody was at it. */
export async function saidAfter(
  database: TestDatabase,
  file: string,
  attack: (copy: Copy) => Promise<unknown>,
): Promise<string> {
  const url = await copyDatabase(database.url);
  const db = openDatabase(url, { maxConnections: 2 });
  giveKeys(db, testKeys);
  try {
    await attack({ url, db });
    return await saidOf(db, file);
  } finally {
    await db.destroy();
    await dropCopy(url);
  }
}
