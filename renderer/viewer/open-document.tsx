import { useCallback, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import type { OpenPdf } from '#renderer/pdf/open-pdf.ts';
import { MagnifierLens } from '#renderer/viewer/magnifier/magnifier-lens.tsx';
import { useDrawnPlace, type PlaceDrawn } from '#renderer/viewer/overlay/draw-place.ts';
import { usePlaceMarks, type PlaceMark } from '#renderer/viewer/overlay/place-marks.ts';
import type { ViewKeeper } from '#renderer/viewer/pages/keep-view.ts';
import { PageTroubleBar, type PageTroubles } from '#renderer/viewer/pages/page-troubles.tsx';
import { PdfPages } from '#renderer/viewer/pages/pdf-pages.tsx';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import type { PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { FindBar, type FindBarHandle } from '#renderer/viewer/toolbar/find-bar.tsx';
import type { AttachedView } from '#renderer/viewer/viewer-commands.ts';

const useStyles = makeStyles({
  // The pages lie below (see viewer.css) what is drawn around them.
  pages: { position: 'relative', isolation: 'isolate', flexGrow: 1, minHeight: 0 },
});

interface OpenDocumentProps {
  readonly pdf: OpenPdf;
  readonly label: string;
  readonly keeper: () => ViewKeeper;
  /** Whether the magnifier follows the pointer here. */
  readonly magnifier: boolean;
  readonly attach: (attached: AttachedView | null) => void;
  readonly onPageSeen: (page: number) => void;
  readonly onHang: () => void;
  readonly marks: readonly PlaceMark[];
  readonly onPlaceDrawn: PlaceDrawn | null;
  /** Opens the recognised text; null where nothing is read. */
  readonly onReadText: (() => void) | null;
}

/** Search and pages of a document that could be opened. */
export function OpenDocument(props: OpenDocumentProps) {
  const { pdf, attach, onPageSeen, onHang } = props;
  const styles = useStyles();
  const [view, setView] = useState<PdfView | null>(null);
  const [page, setPage] = useState(1);
  const [found, setFound] = useState({ current: 0, total: 0 });
  const [troubles, setTroubles] = useState<PageTroubles>(new Map());
  const { searching, findBar, openSearch, closeSearch } = useSearch();
  usePlaceMarks(view, props.marks);
  useDrawnPlace(view, props.onPlaceDrawn);
  const onView = useCallback(
    (next: PdfView | null) => {
      setView(next);
      attach(next && { view: next, openSearch });
    },
    [attach, openSearch],
  );
  const events = useMemo<PdfViewEvents>(
    () => ({
      onPageChange: setPage,
      onPageSeen,
      onPageTrouble: (at, trouble) => {
        const isLeftOut = trouble === 'kosong' && pdf.leavesOut;
        setTroubles((known) => new Map(known).set(at, isLeftOut ? 'dilewati' : trouble));
      },
      onHang,
      onFound: (current, total) => setFound({ current, total }),
    }),
    [pdf, onPageSeen, onHang],
  );
  return (
    <>
      {view && searching && (
        <FindBar
          ref={findBar}
          view={view}
          found={found}
          onClose={closeSearch}
          onReadText={props.onReadText}
        />
      )}
      <PageTroubleBar troubles={troubles} page={page} />
      <div className={styles.pages}>
        <PdfPages
          pdf={pdf}
          label={props.label}
          events={events}
          keeper={props.keeper}
          onView={onView}
        />
        {view && props.magnifier && <MagnifierLens view={view} />}
      </div>
    </>
  );
}

// The search gives the focus back to where it was.
function useSearch() {
  const [searching, setSearching] = useState(false);
  const findBar = useRef<FindBarHandle>(null);
  const before = useRef<Element | null>(null);
  const openSearch = useCallback(() => {
    // The bar is there already.
    if (findBar.current) return findBar.current.focus();
    before.current = document.activeElement;
    setSearching(true);
  }, []);
  const closeSearch = useCallback(() => {
    setSearching(false);
    if (!(before.current instanceof HTMLElement)) return;
    if (before.current.isConnected) before.current.focus({ preventScroll: true });
    else focusMain();
  }, []);
  return { searching, findBar, openSearch, closeSearch };
}
