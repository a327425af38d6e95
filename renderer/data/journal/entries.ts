import { z } from 'zod';
import { sealedSchema, type Vault } from '#renderer/data/sealing/vault.ts';
import { decisionSchema } from '#shared/workflow/decision.ts';
import type { JournalRecord } from '#shared/journal/framing.ts';

/** What the records of a journal are: the envelope of the account's key as clear JSON, or a sealed entry. */
export const recordKinds = { envelope: 1, entry: 2 } as const;

/** Where entries are sealed for: an entry put into a row of the database does not open there. */
const place = 'journal';

const journalDecisionSchema = z.object({
  decision: decisionSchema,
  employeeName: z.string(),
  nip: z.string(),
  recordType: z.string(),
  usulKind: z.string(),
  heldUntil: z.number(),
  shas: z.array(z.string()).readonly(),
  replaces: z.array(z.string()).readonly(),
});
/**
 * A decision with all that the outbox needs to show and send it. `heldUntil` in ms epoch; `shas` are the documents of
 * its usul; `replaces` names the refused decisions in whose place it was made.
 */
export type JournalDecision = z.infer<typeof journalDecisionSchema>;

const entrySchema = z.discriminatedUnion('kind', [
  journalDecisionSchema.extend({ kind: z.literal('putusan') }),
  z.object({ kind: z.literal('tarik'), id: z.string() }),
  z.object({ kind: z.literal('selesai'), id: z.string() }),
]);
/** `putusan`: decided; `tarik`: taken back before it was sent; `selesai`: delivered, or refused and handled. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** Seals an entry into a record. */
export async function sealEntry(vault: Vault, entry: JournalEntry): Promise<JournalRecord> {
  // Only what can be read again is ever written.
  const payload = await vault.seal(place, entrySchema.parse(entry));
  return { kind: recordKinds.entry, payload };
}

/** The entry in a record; null when it was sealed with another key or written by a version that knows more kinds. */
export async function openEntry(
  vault: Vault,
  { payload }: JournalRecord,
): Promise<JournalEntry | null> {
  const sealed = sealedSchema.safeParse(payload);
  if (!sealed.success) return null;
  const opened = await vault.open(place, sealed.data);
  return opened.ok ? (entrySchema.safeParse(opened.value).data ?? null) : null;
}
