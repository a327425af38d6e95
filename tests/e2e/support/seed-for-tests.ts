import { runSeed } from '#build/demo/seed.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import type { Db } from '#server/store/database.ts';
import { planForTests } from '#tests/e2e/support/plan-for-tests.ts';

/** The verifikator with the largest inbox of the small demonstration. */
export const busyVerifikator = { username: 'umpeg.disdik', password: demoPassword };

/**
 * Fills a database with the small demonstration: three OPD, and 60 or more open usul of all record types. It is not known
 * whose account the busy verifikator's is, so that none of them is an own one, which would be passed over; the test of
 * that says whose it is.
 */
export async function seedForTests(
  db: Db,
  documents: DocumentStore,
  folder: string,
): Promise<void> {
  const now = new Date();
  await runSeed({
    db,
    documents,
    dataDir: folder,
    log: () => undefined,
    now,
    plan: planForTests(now),
  });
  const { username } = busyVerifikator;
  await db.updateTable('account').set({ nip: null }).where('username', '=', username).execute();
}
