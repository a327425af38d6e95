import { needsDecision } from '#renderer/state/inbox/inbox-list.ts';
import type { InboxRow, OutboxStore } from '#renderer/state/store-contracts.ts';
import { addDays, localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** What the person has to do today, in numbers. */
export interface InboxSummary {
  readonly unchecked: number;
  readonly overdue: number;
  readonly urgent: number;
}

/** Counts what still needs a decision; `urgent` are those due within two days, without the overdue ones. */
export function summarise(rows: readonly InboxRow[], today: LocalDate): InboxSummary {
  const soon = addDays(today, 2);
  let unchecked = 0;
  let overdue = 0;
  let urgent = 0;
  for (const row of rows) {
    if (!needsDecision(row)) continue;
    unchecked += 1;
    if (row.deadline < today) overdue += 1;
    else if (row.deadline <= soon) urgent += 1;
  }
  return { unchecked, overdue, urgent };
}

/** How many decisions were made on that day, by this PC's clock. */
export function decidedOn(day: LocalDate, entries: OutboxStore['entries']): number {
  return entries.filter((entry) => localDateOf(new Date(entry.decision.decidedAt)) === day).length;
}
