import { matches, parseSearch, personKey } from '#renderer/core/inbox/search-key.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';

/** How many decisions of this PC are about somebody whom the search names; 0 without a search. */
export function countFound(entries: OutboxStore['entries'], search: string): number {
  const wanted = parseSearch(search);
  if (!wanted) return 0;
  return entries.filter(({ employeeName, nip }) =>
    matches(personKey({ nama: employeeName, nip }), wanted),
  ).length;
}
