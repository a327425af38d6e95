import type { KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import { refusedSentence } from '#renderer/core/outbox/refused-sentences.ts';
import { asksForAction } from '#renderer/data/outbox/outbox.ts';
import { decisionIn, threadActIn, typedIn } from '#shared/workflow/commands.ts';

/** Something other than a decision that was done here and that the server did not take; nobody has put it away. */
export interface RefusedCommand {
  readonly id: string;
  /** What was not done, why, and what to do. */
  readonly sentence: string;
  /** What the person typed for it; empty when nothing was. */
  readonly typed: string;
}

/** All of them, in the order in which they were done. */
export function findRefusedOthers(rows: Iterable<KnownCommand>): readonly RefusedCommand[] {
  const refused = [...rows].flatMap(({ id, entry }): RefusedCommand[] => {
    const { command, state } = entry;
    if (state.kind !== 'ditolak' || !asksForAction(state)) return [];
    if (decisionIn(command) || isReading(entry)) return [];
    return [{ id, sentence: refusedSentence(entry, state), typed: typedIn(command) }];
  });
  return refused.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether it says that something was read: nobody waits for that. */
export function isReading({ command }: KnownCommand['entry']): boolean {
  return threadActIn(command) === 'baca';
}

/** The same list object while it has the same commands, so that whoever follows it rests. */
export function keepRefused(
  now: readonly RefusedCommand[],
  next: readonly RefusedCommand[],
): readonly RefusedCommand[] {
  const isSame = now.length === next.length && now.every(({ id }, at) => id === next[at]?.id);
  return isSame ? now : next;
}
