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
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${headHeight}px`,
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    columnGap: '12px',
    alignItems: 'center',
    padding: '0 16px',
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: 'relative' },
  item: { position: 'absolute', top: 0, left: 0, right: 0 },
});

interface OutboxListProps {
  readonly entries: readonly OutboxEntryView[];
  readonly today: LocalDate;
  readonly onReopen: (decisionId: string) => void;
}

/** The decisions, newest first, virtualised; rows grow with what they have to say. */
export function OutboxList({ entries, today, onReopen }: OutboxListProps) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 56,
    getItemKey: (index) => entries[index]?.decision.id ?? index,
    scrollMargin: headHeight,
    overscan: 6,
  });
  return (
    <div
      ref={scroll}
      role="table"
      tabIndex={0}
      aria-label={outboxText.list}
      aria-rowcount={entries.length + 1}
      className={styles.table}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        {Object.entries(outboxText.columns).map(([id, label]) => (
          <div key={id} role="columnheader">
            {label}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          return (
            entry && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="presentation"
                className={styles.item}
                style={{ transform: `translateY(${item.start - headHeight}px)` }}
              >
                <OutboxRow entry={entry} today={today} onReopen={onReopen} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
