import 'pdfjs-dist/web/pdf_viewer.css';
import '#renderer/viewer/viewer.css';
import { useLayoutEffect, useRef } from 'react';
import type { ViewKeeper } from '#renderer/viewer/pages/keep-view.ts';
import { makePdfView, type PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import type { PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type { OpenPdf } from '#renderer/pdf/open-pdf.ts';

interface PdfPagesProps {
  readonly pdf: OpenPdf;
  /** What the region is called: the name of the document. */
  readonly label: string;
  readonly events: PdfViewEvents;
  /** Asked once, when the document is shown. */
  readonly keeper: () => ViewKeeper;
  /** Gives the commands of the view while it is shown, null when it goes. */
  readonly onView: (view: PdfView | null) => void;
}

/** The pages of an open document. */
export function PdfPages({ pdf, label, events, keeper, onView }: PdfPagesProps) {
  const container = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const latest = useRef({ events, keeper, onView });
  useLayoutEffect(() => {
    latest.current = { events, keeper, onView };
  });
  // While its place on screen still exists when it goes: where the person was is kept then.
  useLayoutEffect(() => {
    if (!container.current || !pages.current) return undefined;
    const view = makePdfView({
      container: container.current,
      pages: pages.current,
      document: pdf.document,
      keeper: latest.current.keeper(),
      events: {
        onPageChange: (page) => latest.current.events.onPageChange(page),
        onPageSeen: (page) => latest.current.events.onPageSeen(page),
        onPageTrouble: (page, trouble) => latest.current.events.onPageTrouble(page, trouble),
        onHang: () => latest.current.events.onHang(),
        onFound: (current, total) => latest.current.events.onFound(current, total),
      },
    });
    latest.current.onView(view);
    return () => {
      latest.current.onView(null);
      view.destroy();
    };
  }, [pdf]);
  return (
    <div
      ref={container}
      // pdf.js insists on a <div>.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="region"
      className="meja-pdf-container"
      aria-label={viewerText.regionOf(label)}
      // It scrolls: without a place for the focus the arrow keys could not reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div ref={pages} className="pdfViewer" />
    </div>
  );
}
