import { remedyOf, type OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';

/** Where a person is among the returned decisions; `index` stays when the decision itself goes. */
export interface ConflictPlace {
  readonly decisionId: string | null;
  readonly index: number;
}

/** The decisions that came back and wait for a person, in the order given. */
export function returnedDecisions(entries: readonly OutboxEntryView[]): readonly OutboxEntryView[] {
  return entries.filter((entry) => remedyOf(entry) === 'putuskan_ulang');
}

/**
 * Index of the decision to show: the one that was looked at, else the one that took its place; -1 when none is left.
 */
export function indexAt(conflicts: readonly OutboxEntryView[], place: ConflictPlace): number {
  const found = conflicts.findIndex(({ decision }) => decision.id === place.decisionId);
  return found >= 0 ? found : Math.min(place.index, conflicts.length - 1);
}
