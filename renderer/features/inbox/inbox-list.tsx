import { useCallback, useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  columnTemplate,
  InboxRowView,
  rowDomId,
  rowHeight,
} from '#renderer/features/inbox/inbox-row.tsx';
import { useActiveRow } from '#renderer/features/inbox/use-active-row.ts';
import { useListKeys } from '#renderer/features/inbox/use-list-keys.ts';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const headHeight = 30;

const useStyles = makeStyles({
  grid: {
    position: 'relative',
    display: 'block',
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // The active row shows where the focus is.
    outline: 'none',
    ':focus-visible [aria-selected=true]': {
      outline: `2px solid ${tokens.colorBrandStroke1}`,
      outlineOffset: '-2px',
    },
  },
  head: { position: 'sticky', top: 0, zIndex: 1, display: 'block' },
  headRow: {
    height: `${headHeight}px`,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    alignItems: 'center',
    columnGap: '12px',
    padding: '0 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '12px',
  },
  heading: { padding: 0, textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  body: { position: 'relative', display: 'block' },
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
  const scroll = useRef<HTMLTableElement>(null);
  const { index, moved, move } = useActiveRow(queue, startAt);
  const virtual = useRowVirtualizer(queue, scroll);
  const go = useCallback(
    (wanted: number): void => {
      virtual.scrollToIndex(move(wanted), { align: 'auto' });
      scroll.current?.focus({ preventScroll: true });
    },
    [virtual, move],
  );
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus() }), []);
  useReturnTo(index, virtual, scroll);
  useStayInView(index, moved, virtual);
  useListKeys({ queue, index, go, onOpen, page: () => rowsInView(scroll.current) });
  const current = queue[index];
  return (
    <table
      ref={scroll}
      // A table whose rows are chosen with the keys is a grid.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      tabIndex={0}
      aria-label={inboxText.list}
      aria-rowcount={queue.length + 1}
      aria-colcount={headings.length}
      aria-activedescendant={current && rowDomId(current.id)}
      className={styles.grid}
    >
      <InboxHead />
      <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = queue[item.index];
          return (
            row && (
              <InboxRowView
                key={row.id}
                row={row}
                index={item.index}
                start={item.start - headHeight}
                active={item.index === index}
                today={today}
                onOpen={onOpen}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

function InboxHead() {
  const styles = useStyles();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        {headings.map(([id, label]) => (
          <th key={id} scope="col" className={styles.heading}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function useRowVirtualizer(
  queue: readonly InboxRow[],
  scroll: { readonly current: HTMLTableElement | null },
): Virtualizer<HTMLTableElement, HTMLTableRowElement> {
  // The library keeps its state outside React; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer({
    count: queue.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => queue[index]?.id ?? index,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
  });
}

type RowVirtualizer = Virtualizer<HTMLTableElement, HTMLTableRowElement>;

// Once, on entering the screen: back to the usul where the person was. Nobody has moved yet.
function useReturnTo(
  index: number,
  virtual: RowVirtualizer,
  scroll: { readonly current: HTMLTableElement | null },
): void {
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current) return;
    returned.current = true;
    virtual.scrollToIndex(index, { align: 'auto' });
    scroll.current?.focus({ preventScroll: true });
  }, [index, virtual, scroll]);
}

// Rows come and go above the active one; the person must not lose sight of it, unless he scrolled away himself.
function useStayInView(index: number, moved: boolean, virtual: RowVirtualizer): void {
  const shown = useRef(index);
  useEffect(() => {
    const before = shown.current;
    shown.current = index;
    if (before === index || !moved) return;
    const offset = virtual.scrollOffset ?? 0;
    const height = virtual.scrollRect?.height ?? 0;
    const top = before * rowHeight;
    const wasInView = top >= offset - rowHeight && top <= offset + height;
    if (wasInView) virtual.scrollToIndex(index, { align: 'auto' });
  }, [index, moved, virtual]);
}

function rowsInView(scroll: HTMLElement | null): number {
  return Math.max(1, Math.floor(((scroll?.clientHeight ?? 0) - headHeight) / rowHeight));
}
