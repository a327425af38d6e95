import { useMemo } from 'react';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { inboxWordsOf } from '#renderer/features/inbox/text/inbox-words.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';

interface StatusTabsProps {
  readonly statuses: readonly InboxStatus[];
  /** Null while the list is not whole. */
  readonly counts: InboxStore['counts'] | null;
  readonly total: number;
  readonly onSelect: (statuses: readonly InboxStatus[]) => void;
}

/** Chooses one state, or all, with the number of usul in each. */
export function StatusTabs({ statuses, counts, total, onSelect }: StatusTabsProps) {
  const role = useRole();
  const choices = useMemo(() => {
    const words = inboxWordsOf(role);
    return [
      ...words.tabs.map((id) => ({
        id,
        label: words.statuses[id],
        ...(counts && { count: formatCount(counts[id]) }),
        hint: words.statusHints[id],
      })),
      {
        id: 'semua' as const,
        label: inboxText.all,
        ...(counts && { count: formatCount(total) }),
        hint: words.allHint,
      },
    ];
  }, [counts, total, role]);
  return (
    <ChoiceBar
      wraps
      label={inboxText.status}
      choices={choices}
      chosen={statuses.length === 1 ? (statuses[0] ?? 'semua') : 'semua'}
      onChoose={(id) => onSelect(id === 'semua' ? [] : [id])}
    />
  );
}
