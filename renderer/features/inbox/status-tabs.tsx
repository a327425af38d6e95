import { useMemo } from 'react';
import type { InboxStatus, InboxStore } from '#renderer/state/store-contracts.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';
import { inboxText } from '#renderer/ui/text/inbox.ts';

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
  readonly counts: InboxStore['counts'];
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
        count: formatCount(counts[id]),
      })),
      { id: 'semua' as const, label: inboxText.all, count: formatCount(total) },
    ],
    [counts, total],
  );
  return (
    <ChoiceBar
      label={inboxText.status}
      choices={choices}
      chosen={statuses[0] ?? 'semua'}
      onChoose={(id) => onSelect(id === 'semua' ? [] : [id])}
    />
  );
}
