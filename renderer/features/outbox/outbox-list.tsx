import { useRef } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { columnTemplate, OutboxRow } from '#renderer/features/outbox/outbox-row.tsx';
import { outboxText } from '#renderer/ui/text/outbox.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const headHeight = 30;

const useStyles = makeStyles({
  table: {
    display: 'block',
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  },
  head: { position: 'sticky', top: 0, zIndex: 1, display: 'block' },
  headRow: {
    height: `${headHeight}px`,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    columnGap: '12px',
    alignItems: 'center',
    padding: '0 16px',
    fontSize: '12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { padding: 0, textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  body: { position: 'relative', display: 'block' },
});

interface OutboxListProps {
  readonly entries: readonly OutboxEntryView[];
  readonly today: LocalDate;
  readonly onReopen: (decisionId: string) => void;
  readonly onLetGo: (decisionId: string) => void;
}

/** The decisions, newest first, virtualised; rows grow with what they have to say. */
export function OutboxList({ entries, today, onReopen, onLetGo }: OutboxListProps) {
  const styles = useStyles();
  const scroll = useRef<HTMLTableElement>(null);
  // The library keeps its state outside React; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer<HTMLTableElement, HTMLTableRowElement>({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 56,
    getItemKey: (index) => entries[index]?.decision.id ?? index,
    scrollMargin: headHeight,
    overscan: 6,
  });
  return (
    <table
      ref={scroll}
      aria-label={outboxText.list}
      aria-rowcount={entries.length + 1}
      className={styles.table}
      // It scrolls: without a place for the focus the arrow keys could not reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <OutboxHead />
      <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          return (
            entry && (
              <OutboxRow
                key={item.key}
                rowRef={virtual.measureElement}
                index={item.index}
                start={item.start - headHeight}
                entry={entry}
                today={today}
                onReopen={onReopen}
                onLetGo={onLetGo}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

function OutboxHead() {
  const styles = useStyles();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        {Object.entries(outboxText.columns).map(([id, label]) => (
          <th key={id} scope="col" className={styles.heading}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
