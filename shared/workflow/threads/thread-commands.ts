import { z } from 'zod';
import { instantText } from '#shared/kernel/bounded.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { maxMessageLength } from '#shared/workflow/threads/thread-rules.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** What every command about a thread says; `usulId`: of the usul that it is about, absent where it is about none. */
const aboutThread = {
  id: z.uuidv7().toLowerCase(),
  threadId: z.uuid().toLowerCase(),
  usulId: z.uuid().toLowerCase().exactOptional(),
  deviceId: z.uuid().toLowerCase(),
  appVersion: z.string().max(40),
  madeAt: instantText,
  appointmentId: appointmentIdSchema.exactOptional(),
} as const;

/** A message in a thread as a command; its id becomes that of the message. */
export const messageCommandSchema = z.object({
  kind: z.literal('pesan'),
  ...aboutThread,
  text: z.string().max(maxMessageLength).refine(saysSomething, 'A message says something.'),
});
/** A message in a thread as a command. */
export type MessageCommand = z.infer<typeof messageCommandSchema>;

/** What is done to a thread besides writing: taking it on (`tangani`), leaving it to others (`lepas`), reading it (`baca`). */
export const threadActs = ['tangani', 'lepas', 'baca'] as const;

/** An act on a thread as a command; `upTo` numbers the newest message that the person had before the eyes, 0 for none. */
export const threadActCommandSchema = z.object({
  kind: z.literal('utas'),
  ...aboutThread,
  act: z.enum(threadActs),
  upTo: z.int().nonnegative().max(1_000_000),
});
/** An act on a thread as a command. */
export type ThreadActCommand = z.infer<typeof threadActCommandSchema>;
