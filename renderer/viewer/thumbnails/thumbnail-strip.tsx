import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { useViewStatus } from '#renderer/viewer/pages/view-status.ts';
import { ThumbnailButton } from '#renderer/viewer/thumbnails/thumbnail-button.tsx';
import { thumbnailSize } from '#renderer/viewer/thumbnails/thumbnail-size.ts';
import {
  makeThumbnails,
  type ThumbnailSource,
} from '#renderer/viewer/thumbnails/thumbnail-source.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    width: '112px',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  pages: { position: 'relative' },
});

/** Height of a thumbnail with its number (CSS pixels, at the largest text size). */
const rowHeight = thumbnailSize.height + 40;

interface ThumbnailStripProps {
  /** Null while no document is shown: the strip keeps its place. */
  readonly view: PdfView | null;
  readonly pagesSeen: readonly number[];
}

/** Every page of the document in small, beside it; a click or Enter goes there. */
export function ThumbnailStrip({ view, pagesSeen }: ThumbnailStripProps) {
  const styles = useStyles();
  const strip = useRef<HTMLElement>(null);
  const status = useViewStatus(view);
  const [focused, setFocused] = useState<number | null>(null);
  const tabStop = focused ?? status?.page ?? 1;
  // The library keeps its state outside React; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: status?.pageCount ?? 0,
    getScrollElement: () => strip.current,
    estimateSize: () => rowHeight,
    overscan: 1,
    rangeExtractor: (range) => withPage(range, tabStop),
  });
  const rows = virtualizer.getVirtualItems();
  const pictures = usePictures(
    view,
    rows.map((row) => row.index + 1),
  );
  const page = status?.page ?? 1;
  useEffect(() => virtualizer.scrollToIndex(page - 1, { align: 'auto' }), [virtualizer, page]);
  useEffect(() => {
    if (focused === null) return;
    virtualizer.scrollToIndex(focused - 1, { align: 'auto' });
    strip.current?.querySelector<HTMLElement>(`[data-page="${focused}"]`)?.focus();
  }, [virtualizer, focused]);

  function onKeyDown(event: KeyboardEvent): void {
    const to = pageAfterKey(event.key, tabStop, status?.pageCount ?? 0);
    if (to === null || event.ctrlKey || event.altKey) return;
    // Not the next field or usul.
    event.preventDefault();
    setFocused(to);
  }

  return (
    // The keys bubble up from its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={strip}
      aria-label={viewerText.thumbnails}
      className={styles.root}
      onKeyDown={onKeyDown}
      onBlur={() => setFocused(null)}
      // A click leaves the focus where the person works.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className={styles.pages} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => (
          <ThumbnailButton
            key={row.key}
            page={row.index + 1}
            picture={pictures?.of(row.index + 1) ?? null}
            seen={pagesSeen.includes(row.index + 1)}
            current={row.index + 1 === page}
            tabStop={row.index + 1 === tabStop}
            style={{ top: row.start, height: row.size }}
            onChoose={(to) => view?.showPage(to)}
          />
        ))}
      </div>
    </nav>
  );
}

// The pictures of these pages; they arrive one after the other.
function usePictures(view: PdfView | null, pages: readonly number[]): ThumbnailSource | null {
  const source = useMemo(() => view && makeThumbnails(view), [view]);
  useSyncExternalStore(source?.subscribe ?? noPictures, source?.version ?? noVersion);
  useEffect(() => source?.want(pages));
  return source;
}

const noPictures = () => () => undefined;
const noVersion = () => 0;

// Where Tab enters has to exist, also when it is scrolled out of view.
function withPage(range: Range, page: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (page > range.count || rows.includes(page - 1)) return rows;
  return [...rows, page - 1].toSorted((one, other) => one - other);
}

function pageAfterKey(key: string, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(1, page - 1);
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count, page + 1);
    case 'Home':
      return 1;
    case 'End':
      return count;
    default:
      return null;
  }
}
