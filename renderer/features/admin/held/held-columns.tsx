import { heldText as texts } from '#renderer/features/admin/held/texts.ts';
import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { HeldDecision } from '#shared/contract/admin/handovers.ts';
import { outcomeLabels } from '#shared/workflow/workflow-labels.ts';

type Column = TableColumn<HeldDecision>;

/** What was decided, in words; of a newer kind as it came. */
export function outcomeText({ outcome }: Pick<HeldDecision, 'outcome'>): string {
  const labels: Readonly<Record<string, string>> = outcomeLabels;
  return outcome === null ? '' : (labels[outcome] ?? outcome);
}

/** What the usul is about, in words. */
export function usulText({ usul }: Pick<HeldDecision, 'usul'>): string {
  return usul?.employeeName ?? texts.noUsul;
}

const columns: readonly Column[] = [
  {
    id: 'person',
    label: texts.columns.person,
    track: 'minmax(0, 1.3fr)',
    cell: ({ displayName, username }) => (
      <>
        <CellText strong title={displayName}>
          {displayName}
        </CellText>
        <CellText small>{username}</CellText>
      </>
    ),
  },
  {
    id: 'usul',
    label: texts.columns.usul,
    track: 'minmax(0, 1.2fr)',
    cell: (held) => <CellText title={usulText(held)}>{usulText(held)}</CellText>,
  },
  {
    id: 'outcome',
    label: texts.columns.outcome,
    track: 'minmax(0, 1fr)',
    cell: (held) => <CellText title={outcomeText(held)}>{outcomeText(held)}</CellText>,
  },
  {
    id: 'received',
    label: texts.columns.received,
    track: emWidth(11),
    cell: ({ receivedAt }) => <CellText>{momentText(receivedAt)}</CellText>,
  },
  {
    id: 'doubts',
    label: texts.columns.doubts,
    track: emWidth(9),
    cell: ({ doubts }) => (
      <CellText tone={doubts.length === 0 ? 'good' : 'bad'}>
        {doubts.length === 0 ? texts.noDoubts : texts.doubtCount(doubts.length)}
      </CellText>
    ),
  },
];

/** The columns of what waits, whatever room there is. */
export function heldColumns(): readonly Column[] {
  return columns;
}
