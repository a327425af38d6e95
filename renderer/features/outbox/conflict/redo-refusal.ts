import { whyNotHere } from '#renderer/features/outbox/conflict/not-here.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import type { UsulNow } from '#renderer/state/store-contracts.ts';
import { conflictsText } from '#renderer/ui/text/conflicts.ts';

/** Why the usul of a returned decision cannot be looked at again on the desk, as a sentence; null when it can. */
export function redoRefusal(entry: OutboxEntryView, now: UsulNow): string | null {
  if (now.kind !== 'ada') return conflictsText.cannotRedo[whyNotHere(entry, now)];
  return now.closedBecause === null ? null : conflictsText.closed(now.closedBecause);
}
