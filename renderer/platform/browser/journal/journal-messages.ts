import { z } from 'zod';
import { journalCalls } from '#shared/bridge/journal-port.ts';

/** What the page asks of its journal worker: one call of the port. */
export const journalRequestSchema = z.discriminatedUnion('call', [
  z.object({ call: z.literal('append'), id: z.int(), args: journalCalls.append.args }),
  z.object({ call: z.literal('read'), id: z.int(), args: journalCalls.read.args }),
  z.object({ call: z.literal('replace'), id: z.int(), args: journalCalls.replace.args }),
  z.object({ call: z.literal('list'), id: z.int(), args: journalCalls.list.args }),
  z.object({ call: z.literal('erase'), id: z.int(), args: journalCalls.erase.args }),
]);
/** What the page asks of its journal worker. */
export type JournalRequest = z.infer<typeof journalRequestSchema>;

/** What the worker says: the answer of the call with this number, or the name of what was thrown, which is a bug. */
export const journalReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jawaban'), id: z.int(), answer: z.unknown() }),
  z.object({ kind: z.literal('galat'), id: z.int(), name: z.string() }),
]);
/** What the worker says. */
export type JournalReport = z.infer<typeof journalReportSchema>;
