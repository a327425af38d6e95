import { useMemo } from 'react';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';

const order: readonly InboxStatus[] = [
  'belum_diperiksa',
  'sudah_diputuskan',
  'ditolak_server',
  'koordinasi',
  'perbaikan',
  'lanjut',
];

interface StatusTabsProps {
  readonly statuses: readonly InboxStatus[];
  /** Null while the list is not whole. */
  readonly counts: InboxStore['counts'] | null;
  readonly total: number;
  readonly onSelect: (statuses: readonly InboxStatus[]) => void;
}

/** Chooses one state, or all, with the number of usul in each. */
export function StatusTabs({ statuses, counts, total, onSelect }: StatusTabsProps) {
  const choices = useMemo(
    () => [
      ...order.map((id) => ({
        id,
        label: inboxText.statuses[id],
        ...(counts && { count: formatCount(counts[id]) }),
        hint: inboxText.statusHints[id],
      })),
      {
        id: 'semua' as const,
        label: inboxText.all,
        ...(counts && { count: formatCount(total) }),
        hint: inboxText.allHint,
      },
    ],
    [counts, total],
  );
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
