import type { UsulThread } from '#shared/records/usul-thread.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import { deciderOf, doerOf } from '#shared/workflow/authority/authority.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Longest message. */
export const maxMessageLength = 2_000;
/** Messages of one thread besides its questions and answers: whoever needs more talks to the other. */
export const mostMessages = 100;
/** Hours without a word of whoever holds a thread after which somebody else may answer it: people fall ill. */
export const holdHours = 24;

/** How an appointment takes part in a thread: it asks, or it answers. */
export type ThreadPart = 'asks' | 'answers';

/** How a role takes part in a thread of a stage, where its scope covers the usul; null: not at all. */
export function threadPart(role: Role, stage: ActiveStage): ThreadPart | null {
  if (role === doerOf('jawab')) return 'answers';
  return role === deciderOf(stage) ? 'asks' : null;
}

/** Until when a thread that was held at a moment is held. */
export function heldUntil(heldAt: Date): Date {
  return new Date(heldAt.getTime() + holdHours * 3_600_000);
}

/** What of a thread says whether its messages are for a reader. */
export type ToldThread = Pick<UsulThread, 'holder' | 'messages'>;

/**
 * Messages after `readUpTo` that are for the reader: of a question that he or she takes part in by having written, or of one
 * that he or she answers. A question by itself is work that waits in the queue, and no message.
 */
export function unreadFor(
  { holder, messages }: ToldThread,
  part: ThreadPart,
  readUpTo: number,
): number {
  const takesPart = messages.some(({ mine }) => mine === true);
  const awaitsReader = part === 'answers' && (holder === null || holder.mine === true);
  if (!takesPart && !awaitsReader) return 0;
  return messages.filter(
    ({ seq, kind, mine }) => seq > readUpTo && kind !== 'tanya' && mine !== true,
  ).length;
}

/** Whether somebody else holds a thread at a moment, as far as the reader was told. */
export function isHeldByOther({ holder }: Pick<UsulThread, 'holder'>, now: Date): boolean {
  return holder !== null && holder.mine !== true && new Date(holder.until) > now;
}

/** The thread in which the question that an usul waits for was asked; undefined where the reader was told of none. */
export function openThread({
  threads = [],
}: {
  readonly threads?: readonly UsulThread[] | undefined;
}): UsulThread | undefined {
  return threads.find(({ open }) => open);
}
