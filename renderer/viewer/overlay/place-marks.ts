import { useEffect } from 'react';
import { turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** How a place is marked: whether what stands there is the value itself, or (`differs`) another one for certain. */
export interface MarkLook {
  readonly pasti: boolean;
  readonly differs?: boolean;
}

/**
 * A marked place of a document; one box a line. `aktif`: what the person looks at now; `pilihan`: what the person is
 * picking; `lain`: everything else that was found.
 */
export interface PlaceMark extends MarkLook {
  readonly page: number;
  readonly boxes: readonly PlaceBox[];
  readonly weight: 'aktif' | 'pilihan' | 'lain';
}

/** Marks places on the pages of a document for as long as it is shown. Keep `marks` the same between renders. */
export function usePlaceMarks(view: PdfView | null, marks: readonly PlaceMark[]): void {
  useEffect(() => {
    if (!view || marks.length === 0) return undefined;
    return showMarks(view, marks);
  }, [view, marks]);
}

// pdf.js empties a page whenever it draws it anew: the marks are put back each time. In shares of the page they need no
// more when the size changes. The returned function takes them away.
function showMarks(view: PdfView, marks: readonly PlaceMark[]): () => void {
  const layers = new Map<number, { readonly element: HTMLElement; rotation: number }>();
  const pages = [...new Set(marks.map(({ page }) => page))];

  function sync(): void {
    const { rotation } = view.status.now();
    for (const page of pages) {
      const div = view.page(page)?.div;
      if (!div) continue;
      let layer = layers.get(page);
      if (!layer) {
        layer = { element: makeLayer(), rotation: Number.NaN };
        layers.set(page, layer);
      }
      if (layer.rotation !== rotation) {
        layer.rotation = rotation;
        const shown = marks.filter((mark) => mark.page === page);
        layer.element.replaceChildren(...shown.flatMap((mark) => drawMark(mark, rotation)));
      }
      if (layer.element.parentElement !== div) div.append(layer.element);
    }
  }

  const stop = view.onDrawn(sync);
  sync();
  return () => {
    stop();
    for (const { element } of layers.values()) element.remove();
  };
}

function makeLayer(): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'meja-marks';
  // The words beside the field say it.
  layer.setAttribute('aria-hidden', 'true');
  return layer;
}

function drawMark(
  { boxes, weight, pasti, differs }: PlaceMark,
  rotation: number,
): readonly HTMLElement[] {
  const look = pasti ? '' : differs === true ? ' meja-mark-beda' : ' meja-mark-ragu';
  return boxes.map((box) => {
    const element = document.createElement('div');
    element.className = `meja-mark meja-mark-${weight}${look}`;
    placeAround(element, turnBox(box, rotation));
    return element;
  });
}

/** Lays an element around a place of the page it stands in (shares of the page as shown), clear of the print. */
export function placeAround(element: HTMLElement, [left, top, right, bottom]: PlaceBox): void {
  Object.assign(element.style, {
    left: `calc(${percent(left)} - 2px)`,
    top: `calc(${percent(top)} - 2px)`,
    width: `calc(${percent(right - left)} + 4px)`,
    height: `calc(${percent(bottom - top)} + 4px)`,
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
