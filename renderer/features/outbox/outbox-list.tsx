import { useCallback, useMemo, useState, type ReactNode, type Ref } from 'react';
import { DecisionDetail } from '#renderer/features/outbox/decision-detail.tsx';
import { makeOutboxColumns } from '#renderer/features/outbox/outbox-columns.tsx';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { dayHeading, dayOf } from '#renderer/features/outbox/outbox-view.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { useRole } from '#renderer/frame/role.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import { DataTable, type DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import { groupItems, type TableItem } from '#renderer/ui/parts/data-table/table-model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  day: { fontWeight: tokens.fontWeightSemibold },
  count: { fontSize: textSizes.small, lineHeight: lineHeights.small },
});

/** The day of the decisions below, and how many they are. */
function DayHeading({ day, count }: { readonly day: string; readonly count: number }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.day}>{day}</span>
      <span className={styles.count}>{outboxText.groupCount(count)}</span>
    </div>
  );
}

interface OutboxListProps {
  readonly entries: readonly OutboxEntryView[];
  readonly today: LocalDate;
  /** Another text means that other decisions are shown. */
  readonly resetOn: string;
  readonly onReopen: (decisionId: string) => void;
  readonly onCompare: (decisionId: string) => void;
  readonly onLetGo: (decisionId: string) => void;
  readonly ref?: Ref<DataTableHandle>;
}

/** The decisions, newest first, under their days; Enter or a click opens one in place. */
export function OutboxList(props: OutboxListProps) {
  const { entries, today, resetOn, onReopen, onCompare, onLetGo, ref } = props;
  const role = useRole();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => byDay(entries, today), [entries, today]);
  const columnsFor = useMemo(
    () => makeOutboxColumns({ today, role, onReopen, onCompare, onLetGo }),
    [today, role, onReopen, onCompare, onLetGo],
  );
  const toggle = useCallback(({ decision }: OutboxEntryView) => {
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(decision.id)) next.add(decision.id);
      return next;
    });
  }, []);
  return (
    <DataTable
      keys={listKeys}
      label={outboxText.list}
      items={items}
      columnsFor={columnsFor}
      startAt={null}
      resetOn={resetOn}
      onOpen={toggle}
      detailOf={detailsOf(opened, today)}
      {...(ref && { ref })}
    />
  );
}

function byDay(
  entries: readonly OutboxEntryView[],
  today: LocalDate,
): readonly TableItem<OutboxEntryView>[] {
  return groupItems(entries, {
    idOf: ({ decision }) => decision.id,
    keyOf: dayOf,
    heading: ([first, ...more]) =>
      first && <DayHeading day={dayHeading(dayOf(first), today)} count={more.length + 1} />,
  });
}

function detailsOf(
  opened: ReadonlySet<string>,
  today: LocalDate,
): (entry: OutboxEntryView) => ReactNode {
  return (entry) =>
    opened.has(entry.decision.id) ? <DecisionDetail entry={entry} today={today} /> : null;
}
