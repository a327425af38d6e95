import { useState } from 'react';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';

/**
 * What the list has after the person's own change of filter or search, and once it is whole, in a sentence for a screen
 * reader. Usul that come and go meanwhile change nothing: during the first synchronisation it would never be quiet.
 */
export function useFilterTold(
  inbox: Pick<InboxStore, 'filter' | 'queue' | 'foundElsewhere' | 'similar' | 'loading'>,
  total: number,
  decisions: number,
): string {
  const { filter, queue, foundElsewhere, similar } = inbox;
  const whole = inbox.loading === null;
  const [told, setTold] = useState({ filter, whole, sentence: '' });
  if (told.filter === filter && told.whole === whole) return told.sentence;
  const counted = [
    `${inboxFilterText.shown(queue.length, total)}.`,
    inboxText.similar(similar, queue.length),
    foundElsewhere > 0 ? inboxText.foundElsewhere(foundElsewhere) : '',
    decisions > 0 ? inboxText.foundDecided(decisions) : '',
  ];
  const sentence = whole ? counted.filter((part) => part !== '').join(' ') : '';
  setTold({ filter, whole, sentence });
  return sentence;
}
