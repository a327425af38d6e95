import { useState } from 'react';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { inboxNowText } from '#renderer/features/inbox/text/now.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';

/**
 * What the list has after the person's own change of filter or search, in a sentence for a screen reader. Usul that come
 * and go meanwhile change nothing: during the first synchronisation it would never be quiet.
 */
export function useFilterTold(
  inbox: Pick<InboxStore, 'filter' | 'queue' | 'foundElsewhere' | 'similar' | 'loading'>,
  total: number,
  decisions: number,
): string {
  const { filter, queue, foundElsewhere, similar, loading } = inbox;
  const [told, setTold] = useState({ filter, sentence: '' });
  if (told.filter === filter) return told.sentence;
  const sentence = [
    loading
      ? inboxNowText.loading(loading.here, loading.of)
      : `${inboxFilterText.shown(queue.length, total)}.`,
    inboxText.similar(similar, queue.length),
    foundElsewhere > 0 && !loading ? inboxText.foundElsewhere(foundElsewhere) : '',
    decisions > 0 ? inboxText.foundDecided(decisions) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  setTold({ filter, sentence });
  return sentence;
}
