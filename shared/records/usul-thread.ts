import { z } from 'zod';
import { codeText, instantText, lineText, longText } from '#shared/kernel/bounded.ts';

/**
 * A message of a thread as it is told. `kind`: `tanya` (a question, which is the decision `koordinasi`), `pesan`, or `jawab`
 * (the answer that gives the usul back); `seq` counts from 1 within the thread; `at` by the server's clock; `mine`: written
 * by the reader.
 */
export const threadMessageSchema = z.looseObject({
  id: z.uuid(),
  seq: z.int().positive(),
  at: instantText,
  kind: codeText,
  authorName: lineText,
  authorRole: codeText,
  text: longText,
  mine: z.literal(true).exactOptional(),
});
/** A message of a thread as it is told. */
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

/** Who answers a thread, and until when that keeps others from it; `mine`: the reader. */
export const threadHolderSchema = z.looseObject({
  name: lineText,
  until: instantText,
  mine: z.literal(true).exactOptional(),
});

/** Messages that are told of one thread; the newest. */
export const mostToldMessages = 300;

/**
 * What those who asked at a stage of the usul's revision and BKPSDM wrote to each other. `open`: the question waits for its
 * answer, and the usul with it. `unread`: so many messages the reader has not seen that are for him or her.
 */
export const usulThreadSchema = z.looseObject({
  id: z.uuid(),
  stage: codeText,
  open: z.boolean(),
  holder: threadHolderSchema.nullable(),
  messages: z.array(threadMessageSchema).max(mostToldMessages),
  unread: z.int().nonnegative(),
});
/** A thread of an usul as its reader is told of it. */
export type UsulThread = z.infer<typeof usulThreadSchema>;

/** Threads of one usul: one for each stage of its revision at most. */
export const usulThreadsSchema = z.array(usulThreadSchema).max(20);
