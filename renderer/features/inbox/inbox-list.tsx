import { useCallback, useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { columnTemplate, InboxRowView, rowDomId, rowHeight } from '#renderer/features/inbox/inbox-row.tsx';
import { useActiveRow } from '#renderer/features/inbox/use-active-row.ts';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const headHeight = 30;

const useStyles = makeStyles({
  grid: {
    position: 'relative',
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
    alignItems: 'center',
    columnGap: '12px',
    padding: '0 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { position: 'relative' },
});

const headings = Object.entries(inboxText.columns);

/** What the screen asks of the list. */
export interface InboxListHandle {
  focus(): void;
}

interface InboxListProps {
  readonly queue: readonly InboxRow[];
  readonly today: LocalDate;
  /** The usul where the person was before. */
  readonly startAt: string | null;
  readonly onOpen: (usulId: string) => void;
  readonly ref?: Ref<InboxListHandle>;
}

/** The usul as a virtualised grid that is one stop for the Tab key; arrows move within. */
export function InboxList({ queue, today, startAt, onOpen, ref }: InboxListProps) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const active = useActiveRow(queue, startAt);
  const virtual = useVirtualizer({
    count: queue.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => queue[index]?.id ?? index,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
  });
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus() }), []);
  const { move } = active;
  const go = useCallback(
    (index: number): void => {
      virtual.scrollToIndex(move(index), { align: 'auto' });
      scroll.current?.focus({ preventScroll: true });
    },
    [virtual, move],
  );
  useEffect(() => {
    // Once, on entering the screen: back to the usul where the person was.
    go(active.index);
  }, []);
  useListKeys(queue, active.index, scroll, go, onOpen);
  const current = queue[active.index];
  return (
    <div
      ref={scroll}
      role="grid"
      tabIndex={0}
      aria-label={inboxText.list}
      aria-rowcount={queue.length + 1}
      aria-colcount={headings.length}
      aria-activedescendant={current && rowDomId(current.id)}
      className={styles.grid}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        {headings.map(([id, label]) => (
          <div key={id} role="columnheader">
            {label}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = queue[item.index];
          return (
            row && (
              <InboxRowView
                key={row.id}
                row={row}
                index={item.index}
                start={item.start - headHeight}
                active={item.index === active.index}
                today={today}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function useListKeys(
  queue: readonly InboxRow[],
  index: number,
  scroll: { readonly current: HTMLDivElement | null },
  go: (index: number) => void,
  onOpen: (usulId: string) => void,
): void {
  const page = (): number => Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight) / rowHeight));
  useKeys(['inbox'], {
    listUp: () => go(index - 1),
    listDown: () => go(index + 1),
    listHome: () => go(0),
    listEnd: () => go(queue.length - 1),
    listPageUp: () => go(index - page()),
    listPageDown: () => go(index + page()),
    listOpen: () => {
      const row = queue[index];
      if (row) onOpen(row.id);
    },
  });
}
