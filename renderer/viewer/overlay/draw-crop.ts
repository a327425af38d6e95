import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Crop } from '#renderer/viewer/overlay/crop-geometry.ts';
import { giveBack } from '#renderer/viewer/pages/give-back.ts';
import { afterPageInView } from '#renderer/viewer/pages/page-in-view.ts';
import { isDrawn } from '#renderer/viewer/pages/pdf-viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { renderPage, type PageRendering } from '#renderer/viewer/pages/render-page.ts';

/** How long a crop must be wanted until it is drawn sharply (milliseconds): fields that are only passed are not. */
const restMs = 120;

/** What a piece of a page is drawn from, and who is told whether anything of it is there to be seen. */
interface CropSource {
  readonly document: PDFDocumentProxy;
  readonly view: PdfView | null;
  readonly onDrawn: (drawn: boolean) => void;
}

/**
 * Draws a piece of a page: at once from the picture on screen where there is one, then sharply. The returned function
 * gives it up.
 */
export function drawCrop(
  canvas: HTMLCanvasElement,
  { document, view, onDrawn }: CropSource,
  page: number,
  crop: Crop,
): () => void {
  const density = window.devicePixelRatio;
  canvas.width = Math.max(1, Math.round(crop.size.width * density));
  canvas.height = Math.max(1, Math.round(crop.size.height * density));
  const context = canvas.getContext('2d');
  if (!context) return () => undefined;
  const atOnce = view !== null && drawFromScreen(context, view, page, crop);
  if (atOnce) onDrawn(true);
  let running: PageRendering | null = null;
  let given = false;
  const sharply = async (): Promise<void> => {
    // A page that cannot be read stays as it is; the viewer says what is wrong with it.
    const pdfPage = await document.getPage(page).catch(() => null);
    if (!pdfPage && !atOnce && !given) onDrawn(false);
    if (!pdfPage || given) return;
    const scale = crop.scale * density;
    const rotation = (pdfPage.rotate + crop.degrees) % 360;
    const whole = pdfPage.getViewport({ scale, rotation });
    const [left, top] = crop.part;
    const viewport = whole.clone({ offsetX: -left * whole.width, offsetY: -top * whole.height });
    running = renderPage(pdfPage, viewport, canvas);
    const drawn = await running.done;
    if (drawn && !given) context.drawImage(drawn, 0, 0);
    if (!given && (drawn || !atOnce)) onDrawn(drawn !== null);
    if (drawn) giveBack(drawn);
    // Its pictures are large; only pages near the view keep them.
    if (!view?.page(page)?.canvas) pdfPage.cleanup();
  };
  let stopWaiting: (() => void) | null = null;
  const timer = setTimeout(() => {
    // What the person looks at comes first.
    if (view) stopWaiting = afterPageInView(view, () => void sharply());
    else void sharply();
  }, restMs);
  return () => {
    given = true;
    clearTimeout(timer);
    stopWaiting?.();
    running?.cancel();
  };
}

function drawFromScreen(
  context: CanvasRenderingContext2D,
  view: PdfView,
  page: number,
  crop: Crop,
): boolean {
  const { canvas } = context;
  const picture = crop.degrees === view.status.now().rotation ? view.page(page)?.canvas : null;
  if (!picture || !isDrawn(view.page(page))) return false;
  if (picture.width === 0 || picture.height === 0) return false;
  const [left, top, right, bottom] = crop.part;
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    left * picture.width,
    top * picture.height,
    (right - left) * picture.width,
    (bottom - top) * picture.height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
  return true;
}
