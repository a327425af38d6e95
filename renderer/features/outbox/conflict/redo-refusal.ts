import type { UsulNow } from '#renderer/state/store-contracts.ts';
import { conflictsText } from '#renderer/ui/text/conflicts.ts';

/** Why the usul of a returned decision cannot be looked at again on the desk, as a sentence; null when it can. */
export function redoRefusal(now: UsulNow): string | null {
  if (now.kind !== 'ada') return conflictsText.cannotRedo[now.kind];
  return now.closedBecause === null ? null : conflictsText.closed(now.closedBecause);
}
