import { magnification, type Box } from '#renderer/viewer/magnifier/lens-geometry.ts';
import { giveBack } from '#renderer/viewer/pages/give-back.ts';
import type { PageView } from '#renderer/viewer/pages/page-views.ts';
import { renderPage, type PageRendering } from '#renderer/viewer/pages/render-page.ts';

/** A sharply drawn part of a page. */
export interface LensTile {
  readonly canvas: HTMLCanvasElement;
  readonly page: number;
  /** The size and rotation of the page that it was drawn for. */
  readonly look: string;
  /** In CSS pixels from the page's upper left corner. */
  readonly part: Box;
}

/** Draws parts of pages, one at a time: what is asked for meanwhile waits, and only the last of it is drawn. */
export interface LensTiles {
  readonly latest: () => LensTile | null;
  request(page: PageView, part: Box): void;
  stop(): void;
}

/** Tells apart tiles of the same page at another size or rotation. */
export function lookOf({ viewport }: PageView): string {
  return `${viewport.scale} ${viewport.rotation}`;
}

/** Draws tiles; `onReady` hears of each. */
export function makeLensTiles(onReady: () => void): LensTiles {
  let tile: LensTile | null = null;
  let running: PageRendering | null = null;
  let wanted: { readonly page: PageView; readonly part: Box } | null = null;

  async function run(): Promise<void> {
    while (wanted) {
      const { page, part } = wanted;
      wanted = null;
      running = drawPart(page, part);
      const look = lookOf(page);
      const canvas = await running?.done;
      if (canvas) {
        if (tile) giveBack(tile.canvas);
        tile = { canvas, page: page.id, look, part };
        onReady();
      }
    }
    running = null;
  }

  return {
    latest: () => tile,
    request(page, part) {
      wanted = { page, part };
      if (!running) void run();
    },
    stop() {
      wanted = null;
      running?.cancel();
      if (tile) giveBack(tile.canvas);
      tile = null;
    },
  };
}

function drawPart({ pdfPage, viewport }: PageView, part: Box): PageRendering | null {
  if (!pdfPage) return null;
  const sharper = magnification * window.devicePixelRatio;
  const detailed = viewport.clone({
    scale: viewport.scale * sharper,
    offsetX: -part.left * sharper,
    offsetY: -part.top * sharper,
  });
  const size = { width: part.width * sharper, height: part.height * sharper };
  return renderPage(pdfPage, detailed, size);
}
