import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import type { KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import { isUnreadMark } from '#shared/records/open-warning.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** A decision that waits to be sent, made before the documents of its usul were read. `heldUntil`: ms epoch. */
export interface UnreadDecision {
  readonly decision: Decision;
  readonly heldUntil: number;
}

/** Those among what was done here, in the order in which they were made. */
export function findUnread(rows: Iterable<KnownCommand>): readonly UnreadDecision[] {
  const found: UnreadDecision[] = [];
  for (const { state, entry, heldUntil } of rows) {
    const decision = state === 'menunggu' ? decisionEntryOf(entry)?.decision : null;
    if (decision?.acknowledged?.some((one) => isUnreadMark(one))) {
      found.push({ decision, heldUntil });
    }
  }
  return found.toSorted((a, b) => (a.decision.id < b.decision.id ? -1 : 1));
}

/** The same list object while it has the same decisions, so that whoever follows it rests. */
export function keepUnread(
  now: readonly UnreadDecision[],
  next: readonly UnreadDecision[],
): readonly UnreadDecision[] {
  const isSame =
    now.length === next.length &&
    now.every(({ decision }, index) => decision.id === next[index]?.decision.id);
  return isSame ? now : next;
}
