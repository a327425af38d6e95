import { whyNotHere } from '#renderer/features/outbox/conflict/not-here.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';

/** Why the usul of a returned decision cannot be looked at again on the desk, as a sentence; null when it can. */
export function redoRefusal(entry: OutboxEntryView, now: UsulNow): string | null {
  return now.kind === 'ada' ? now.closedBecause : conflictsText.cannotRedo[whyNotHere(entry, now)];
}
