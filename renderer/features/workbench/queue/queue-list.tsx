import { useEffect, useRef, type KeyboardEvent } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { QueueRow } from '#renderer/features/workbench/queue/queue-row.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';

const useStyles = makeStyles({
  root: { flex: '1 1 0', minHeight: 0, overflowX: 'hidden', overflowY: 'auto' },
  // The strip scrolls by itself with the current usul; a bar would take half of it.
  narrow: { scrollbarWidth: 'none' },
  list: { position: 'relative', listStyle: 'none', margin: 0, padding: 0 },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  empty: { padding: '12px', color: tokens.colorNeutralForeground2 },
});

interface QueueListProps {
  readonly queue: readonly InboxRow[];
  /** Place of the usul on the desk in the queue; null when it is not in it. */
  readonly place: number | null;
  readonly narrow: boolean;
  /** Height of a line in pixels. */
  readonly rowHeight: number;
  readonly onOpen: (usulId: string) => void;
}

/** The queue as a virtualised list with one stop for the Tab key, the current usul or the first; arrows move within. */
export function QueueList({ queue, place, narrow, rowHeight, onOpen }: QueueListProps) {
  const styles = useStyles();
  const today = useToday();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useQueueVirtualizer(queue, place, rowHeight, scroll);
  return (
    <div ref={scroll} className={`${styles.root} ${narrow ? styles.narrow : ''}`}>
      {queue.length === 0 && !narrow && (
        <div className={styles.empty}>
          {workbenchText.queue.empty} {workbenchText.queue.emptyAction}
        </div>
      )}
      <ol
        className={styles.list}
        style={{ height: `${virtual.getTotalSize()}px` }}
        aria-label={workbenchText.queue.label}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = queue[index];
          if (!row) return null;
          return (
            <li
              key={row.id}
              data-index={index}
              className={styles.item}
              style={{ height: `${rowHeight}px`, transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={queue.length}
            >
              <QueueRow
                row={row}
                today={today}
                current={index === place}
                tabStop={index === (place ?? 0)}
                narrow={narrow}
                onOpen={() => onOpen(row.id)}
                onKeyDown={(event) => moveFocus(event, virtual)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function useQueueVirtualizer(
  queue: readonly InboxRow[],
  place: number | null,
  rowHeight: number,
  scroll: { readonly current: HTMLDivElement | null },
): Virtualizer<HTMLDivElement, Element> {
  // The library keeps its state outside React; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: queue.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // The stop of the Tab key stays rendered wherever the list is scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const stop = place ?? 0;
      if (stop >= range.count || shown.includes(stop)) return shown;
      return [...shown, stop].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const { length } = queue;
  useEffect(() => {
    if (place === null) return;
    // With two of those that come next, so that one sees what lies ahead.
    virtual.scrollToIndex(Math.min(place + 2, length - 1), { align: 'auto' });
    virtual.scrollToIndex(place, { align: 'auto' });
  }, [virtual, place, length, rowHeight]);
  return virtual;
}

function moveFocus(event: KeyboardEvent, virtual: Virtualizer<HTMLDivElement, Element>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const item = event.target instanceof Element ? event.target.closest('li') : null;
  if (step === undefined || !item) return;
  event.preventDefault();
  virtual.scrollToIndex(Number(item.dataset['index']) + step, { align: 'auto' });
  const next = step === 1 ? item.nextElementSibling : item.previousElementSibling;
  next?.querySelector('button')?.focus({ preventScroll: true });
}
