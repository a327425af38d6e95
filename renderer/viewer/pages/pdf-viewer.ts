import { AnnotationEditorType, AnnotationMode } from 'pdfjs-dist';
import {
  PDFFindController,
  PDFLinkService,
  PDFViewer,
  RenderingStates,
  type EventBus,
} from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pdfLimits } from '#renderer/pdf/pdf-limits.ts';
import type { PageView } from '#renderer/viewer/pages/page-views.ts';
import type { L10n } from 'pdfjs-dist/types/web/l10n.js';

/**
 * Takes the place of pdf.js's own translations: its English catalogue is not wanted, and filling it in writes
 * `innerHTML`, which the trusted-types policy forbids. The names of pages are set by `makePdfView`.
 */
// A class with private members on their side: only the methods that the viewer calls are needed.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const noPdfWords = {
  getLanguage: () => 'id',
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => undefined,
  translateOnce: async () => undefined,
  destroy: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
} as unknown as L10n;

/** How annotations are drawn, everywhere: renderings that agree on it share their parsed page. */
export const annotationMode = AnnotationMode.ENABLE;

/** pdf.js's viewer component, set up for documents of strangers: nothing in them leads anywhere or can be edited. */
export function makePdfViewer(
  container: HTMLDivElement,
  pages: HTMLDivElement,
  eventBus: EventBus,
): { readonly viewer: PDFViewer; readonly linkService: PDFLinkService } {
  const linkService = new PDFLinkService({ eventBus });
  // Links of an uploaded document lead nowhere: neither out of the application nor around in it.
  linkService.externalLinkEnabled = false;
  const viewer = new PDFViewer({
    container,
    viewer: pages,
    eventBus,
    linkService,
    findController: new PDFFindController({ eventBus, linkService }),
    l10n: noPdfWords,
    annotationMode,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    maxCanvasPixels: pdfLimits.canvasPixels,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  eventBus.on('pagerender', ({ source }: { readonly source: PageView }) => ignoreTags(source));
  return { viewer, linkService };
}

/** Whether the picture of a page is drawn to the end. */
export function isDrawn(view: PageView | undefined): boolean {
  return view?.renderingState === RenderingStates.FINISHED;
}

// pdf.js turns the tags of a document into ARIA roles as they are, and strangers tag wrongly: lists without items, cells
// without rows. Read aloud is the text itself, as with documents that have no tags.
function ignoreTags({ pdfPage }: PageView): void {
  if (pdfPage) Object.assign(pdfPage, { getStructTree: () => Promise.resolve(null) });
}
