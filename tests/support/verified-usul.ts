import { submitUsul, type NewUsul } from '#server/commands/submissions.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addDocument, makeDecision, makeNewUsul } from '#tests/support/builders.ts';
import { sampleValues } from '#tests/support/samples/faultless-usul.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { inTransaction, type Db } from '#server/store/database.ts';

/** Usul of an OPD that its verifikator forwarded, without anything that warns. */
export interface Verified {
  readonly verifikator: AppointedAccount;
  readonly opdId?: string;
  readonly count?: number;
  readonly change?: Partial<NewUsul>;
  /** What the verifikator decided otherwise. */
  readonly decision?: Partial<Decision>;
}

/** Adds usul that wait for the approver with every field found in order, and answers them as they stand. */
export async function addVerified(
  { db, documents }: { readonly db: Db; readonly documents: DocumentStore },
  { verifikator, opdId = 'dinas-a', count = 1, change = {}, decision = {} }: Verified,
): Promise<readonly Usul[]> {
  const document = { ...(await addDocument(db, documents, 'Piagam contoh')), documentId: '892' };
  const usuls = Array.from({ length: count }, () =>
    makeNewUsul(opdId, { values: sampleValues.penghargaan, documents: [document], ...change }),
  );
  const ids = usuls.map(({ id }) => id);
  // One transaction: hundreds are half as fast in their own.
  await inTransaction(db, async (tx) => {
    await submitUsul(tx, usuls);
    for (const usul of await readUsulByIds(tx, ids)) {
      const payload = makeDecision(usul, { appVersion: '0.2.0', ...decision });
      const receivedAt = new Date();
      const taken = await takeDecision(tx, { account: verifikator, payload, receivedAt });
      if (!taken.ok) throw new Error(`Not forwarded: ${taken.error.reason.kind}`);
    }
  });
  const now = new Map((await readUsulByIds(db, ids)).map((usul) => [usul.id, usul]));
  return ids.map((id) => now.get(id)!);
}
