import { z } from 'zod';
import { maxRecordBytes } from '#shared/journal/framing.ts';
import type { Result } from '#shared/kernel/result.ts';

/** `penuh`: no space for it; `gagal`: the disk or the host refused in another way. Nothing was kept either time. */
export const journalFaultSchema = z.object({ kind: z.enum(['penuh', 'gagal']) });
/** Why the journal could not do what it was asked. */
export type JournalFault = z.infer<typeof journalFaultSchema>;

/**
 * Name of a journal: the account's id. It becomes a file name, so nothing but a lower-case UUID passes any of the
 * boundaries.
 */
export const journalIdSchema = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);

const bytesSchema = z.instanceof(Uint8Array<ArrayBuffer>).meta({ format: 'bytes' });
const maxAppendedBytes = 4 * maxRecordBytes;
const appendedSchema = bytesSchema
  .refine(({ byteLength }) => byteLength > 0 && byteLength <= maxAppendedBytes)
  .meta({ format: 'bytes', minimum: 1, maximum: maxAppendedBytes });

/** Everything that a journal can be asked, with its arguments and its answer. */
export const journalCalls = {
  append: {
    // Whole records, appended in one go; several of the largest fit.
    args: z.tuple([journalIdSchema, appendedSchema]),
    answer: answerOf(z.null()),
  },
  read: { args: z.tuple([journalIdSchema]), answer: answerOf(bytesSchema) },
  replace: { args: z.tuple([journalIdSchema, bytesSchema]), answer: answerOf(z.null()) },
  list: { args: z.tuple([]), answer: answerOf(z.array(journalIdSchema)) },
  erase: { args: z.tuple([journalIdSchema]), answer: answerOf(z.null()) },
} as const;

function answerOf<T>(value: z.ZodType<T>) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: journalFaultSchema }),
  ]);
}

/** Answer of a journal. */
export type JournalAnswer<T> = Result<T, JournalFault>;

/**
 * One append-only file per account beside the local database. Callers that read and then replace must keep all other
 * writers of the account away meanwhile (`renderer/data/journal` does).
 */
export interface Journal {
  /** Adds whole records behind the others; answers only after they were flushed to the disk. */
  append(accountId: string, records: Uint8Array<ArrayBuffer>): Promise<JournalAnswer<null>>;
  /** Everything that was ever appended and not replaced since; no bytes when there is no journal. */
  read(accountId: string): Promise<JournalAnswer<Uint8Array<ArrayBuffer>>>;
  /**
   * Puts these records in the place of all others. A crash at any moment leaves the old ones, the new ones, or the old
   * ones with the new behind them.
   */
  replace(accountId: string, records: Uint8Array<ArrayBuffer>): Promise<JournalAnswer<null>>;
  /** The accounts that have a journal here. */
  list(): Promise<JournalAnswer<string[]>>;
  /** Removes an account's journal. */
  erase(accountId: string): Promise<JournalAnswer<null>>;
}
