import { z } from 'zod';
import { codeText, instantText, lineText } from '#shared/kernel/bounded.ts';
import { threadMessageSchema } from '#shared/records/usul-thread.ts';
import {
  diagnosticsSchema,
  ticketContentSchema,
  ticketReporterSchema,
  ticketTextSchema,
} from '#shared/workflow/helpdesk/ticket-commands.ts';
import {
  ticketActs,
  ticketChannels,
  ticketKinds,
  ticketStateSchema,
} from '#shared/workflow/helpdesk/ticket.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

/** Which tickets an officer looks at; whoever has no helpdesk sees those that he or she reported, whatever is asked for. */
export const ticketViews = ['saya', 'tanpa_petugas', 'terlambat', 'terbuka', 'selesai'] as const;
/** Most tickets of one page. */
export const ticketsOnPage = 50;

/** Query of the list of tickets; `before`: number of the last one of the page before. */
export const ticketQuerySchema = z.object({
  view: z.enum(ticketViews).default('terbuka'),
  before: z.coerce.number().int().positive().max(1e9).optional(),
});

/**
 * A ticket in a list. `mine`: the reader has it; `minutesToAnswer`: from its opening to the first answer, null while there is
 * none; `overdue`: it has none although one was due. Times ISO 8601 UTC.
 */
export const ticketSchema = z.looseObject({
  id: z.uuid(),
  number: z.int().positive(),
  version: z.int().positive(),
  ticketKind: z.enum(ticketKinds),
  state: ticketStateSchema,
  channel: z.enum(ticketChannels),
  reporterName: lineText,
  reporterNip: codeText,
  officerName: lineText.nullable(),
  mine: z.boolean(),
  openedAt: instantText,
  changedAt: instantText,
  dueAt: instantText,
  overdue: z.boolean(),
  minutesToAnswer: z.int().nonnegative().nullable(),
  /** Beginning of what was reported. */
  excerpt: lineText,
  /** How many messages of others the reader has not read, who reported it; absent: none (since 13). */
  unread: z.int().positive().exactOptional(),
});
/** A ticket in a list. */
export type Ticket = z.infer<typeof ticketSchema>;

/** Tickets, the newest first, and how many there are in each view of open ones; `next`: number to ask for the next page with. */
export const ticketPageSchema = z.looseObject({
  tickets: z.array(ticketSchema).max(ticketsOnPage),
  counts: z.object({
    saya: z.int().nonnegative(),
    tanpa_petugas: z.int().nonnegative(),
    terlambat: z.int().nonnegative(),
    terbuka: z.int().nonnegative(),
  }),
  next: z.int().positive().nullable(),
});
/** A page of tickets. */
export type TicketPage = z.infer<typeof ticketPageSchema>;

/** A ticket with all that was written in it. */
export const wholeTicketSchema = z.looseObject({
  ticket: ticketSchema,
  messages: z.array(threadMessageSchema).max(1_000),
  diagnostics: diagnosticsSchema.nullable(),
  /** Steps of its kind that an officer has done, by their place in the catalogue. */
  stepsDone: z.array(z.int().nonnegative().max(50)).max(50),
  /** Whether the reader is an officer of the helpdesk that has it. */
  officer: z.boolean(),
});
/** A ticket with all that was written in it. */
export type WholeTicket = z.infer<typeof wholeTicketSchema>;

/** Which ticket. */
export const ticketParamsSchema = z.object({ id: z.uuid().toLowerCase() });

/** A ticket to open: of one's own, or (`reporter`) for somebody who came to an officer. */
export const newTicketSchema = ticketContentSchema.extend({
  reporter: ticketReporterSchema.exactOptional(),
});

/** A message in a ticket; `id` is made once by whoever writes it. `awaits`: the officer waits for whoever reported it. */
export const ticketReplySchema = z.object({
  id: z.uuidv7().toLowerCase(),
  text: ticketTextSchema,
  awaits: z.boolean().default(false),
});

/** What is done to a ticket as it was seen in that version. */
export const ticketActSchema = z.object({
  version: z.int().positive(),
  act: z.enum(ticketActs),
});
/** The steps that are done, all of them. */
export const ticketStepsSchema = z.object({
  done: z.array(z.int().nonnegative().max(50)).max(50),
});

/** An answer that officers give often; a changed one is the next version of its name. */
export const cannedReplySchema = z.looseObject({
  name: z.string().trim().min(1).max(80),
  text: ticketTextSchema,
  ticketKind: z.enum(ticketKinds).nullable(),
  version: z.int().positive(),
});
/** Answers that officers give often. */
export const cannedRepliesSchema = z.looseObject({
  replies: z.array(cannedReplySchema).max(500),
});
/** A new answer, or the next version of one; without a text it is given up. */
export const cannedReplyChangeSchema = z.object({
  name: z.string().trim().min(1).max(80).refine(isPlainLine),
  text: z.string().max(2_000),
  ticketKind: z.enum(ticketKinds).nullable(),
});

/** For which account a code is asked: its user name or NIP. */
export const oneTimeCodeRequestSchema = z.object({ username: z.string().trim().min(1).max(60) });
/** A code, shown this once; `name` of the person, to be compared with whoever stands there. */
export const oneTimeCodeSchema = z.looseObject({
  code: codeText,
  name: lineText,
  expiresAt: instantText,
});
