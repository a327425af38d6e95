import { z } from 'zod';
import { boundedTable, instantText } from '#shared/kernel/bounded.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { ticketChannels, ticketKinds } from '#shared/workflow/helpdesk/ticket.ts';
import { maxMessageLength } from '#shared/workflow/threads/thread-rules.ts';
import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';

/** A text of a ticket: it says something, and no more than fits. */
export const ticketTextSchema = z
  .string()
  .max(maxMessageLength)
  .refine(saysSomething, 'It says something.');

/**
 * How the application stands on the PC of whoever reports something about it: versions, counters, the state of the exchange;
 * nothing of a person or an usul.
 */
export const diagnosticsSchema = boundedTable(
  z.string().max(40),
  z.union([z.string().max(200), z.number(), z.boolean()]),
  40,
);
/** How the application stands on a PC. */
export type Diagnostics = z.infer<typeof diagnosticsSchema>;

/** What a ticket says when it is opened; its id becomes that of the ticket and of its first message. */
export const ticketContentSchema = z.object({
  id: z.uuidv7().toLowerCase(),
  ticketKind: z.enum(ticketKinds),
  text: ticketTextSchema,
  diagnostics: diagnosticsSchema.exactOptional(),
});
/** What a ticket says when it is opened. */
export type TicketContent = z.infer<typeof ticketContentSchema>;

/** For whom an officer opens a ticket who came, called or wrote; `nip` is as it was told, and may be left out. */
export const ticketReporterSchema = z.object({
  name: z.string().trim().min(1).max(200).refine(isPlainLine),
  nip: z.string().trim().max(30).exactOptional(),
  channel: z.enum(ticketChannels),
});
/** For whom an officer opens a ticket. */
export type TicketReporter = z.infer<typeof ticketReporterSchema>;

/** A ticket as a command: reported at one's own desk, with or without network. */
export const ticketCommandSchema = z.object({
  kind: z.literal('tiket'),
  ...ticketContentSchema.shape,
  deviceId: z.uuid().toLowerCase(),
  appVersion: z.string().max(40),
  madeAt: instantText,
  appointmentId: appointmentIdSchema.exactOptional(),
});
/** A ticket as a command. */
export type TicketCommand = z.infer<typeof ticketCommandSchema>;
