import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { matches, parseSearch, personKey } from '#renderer/core/inbox/search-key.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import { addDays, localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** Which decisions are shown. */
export const outboxFilters = ['semua', 'menunggu', 'terkirim', 'ditolak'] as const;
/** Which decisions are shown. */
export type OutboxFilter = (typeof outboxFilters)[number];

/** Whether the decision is among those that a filter shows; what is being sent waits as well. */
export function isAmong(entry: OutboxEntryView, filter: OutboxFilter): boolean {
  const { kind } = entry.state;
  return filter === 'semua' || filter === (kind === 'mengirim' ? 'menunggu' : kind);
}

/** The decisions that a filter and a search by name or NIP show, in the order given. */
export function viewEntries(
  entries: readonly OutboxEntryView[],
  filter: OutboxFilter,
  search: string,
): readonly OutboxEntryView[] {
  const wanted = parseSearch(search);
  return entries.filter(
    (entry) =>
      isAmong(entry, filter) &&
      (wanted === null || matches(personKey({ nama: entry.employeeName, nip: entry.nip }), wanted)),
  );
}

/** How many decisions each filter shows. */
export function countFilters(
  entries: readonly OutboxEntryView[],
): Readonly<Record<OutboxFilter, number>> {
  const counts = { semua: 0, menunggu: 0, terkirim: 0, ditolak: 0 };
  for (const filter of outboxFilters) {
    counts[filter] = entries.filter((entry) => isAmong(entry, filter)).length;
  }
  return counts;
}

/** The day of a decision by this PC's clock. */
export function dayOf(entry: OutboxEntryView): LocalDate {
  return localDateOf(new Date(entry.decision.decidedAt));
}

/** A day as the heading of its decisions: `Hari ini`, `Kemarin`, `20 Nov 2026`. */
export function dayHeading(day: LocalDate, today: LocalDate): string {
  if (day === today) return outboxText.today;
  return day === addDays(today, -1) ? outboxText.yesterday : formatDay(day);
}
