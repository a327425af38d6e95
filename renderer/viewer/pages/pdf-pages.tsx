import 'pdfjs-dist/web/pdf_viewer.css';
import '#renderer/viewer/viewer.css';
import { useEffect, useRef } from 'react';
import type { OpenPdf } from '#renderer/viewer/document/open-pdf.ts';
import { makePdfView, type PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import type { PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { viewerText } from '#renderer/ui/text/viewer.ts';

interface PdfPagesProps {
  readonly pdf: OpenPdf;
  readonly events: PdfViewEvents;
  /** Gives the commands of the view while it is shown, null when it goes. */
  readonly onView: (view: PdfView | null) => void;
}

/** The pages of an open document. */
export function PdfPages({ pdf, events, onView }: PdfPagesProps) {
  const container = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const latest = useRef({ events, onView });
  useEffect(() => {
    latest.current = { events, onView };
  });
  useEffect(() => {
    if (!container.current || !pages.current) return undefined;
    const view = makePdfView(container.current, pages.current, pdf.document, {
      onPageChange: (page) => latest.current.events.onPageChange(page),
      onPageSeen: (page) => latest.current.events.onPageSeen(page),
      onPageTrouble: (page, trouble) => latest.current.events.onPageTrouble(page, trouble),
      onHang: () => latest.current.events.onHang(),
      onFound: (current, total) => latest.current.events.onFound(current, total),
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
      aria-label={viewerText.region}
      // It scrolls: without a place for the focus the arrow keys could not reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div ref={pages} className="pdfViewer" />
    </div>
  );
}
