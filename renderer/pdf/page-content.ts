import { OPS, type PDFPageProxy } from 'pdfjs-dist';
import { compose, identity, mapBox, type Affine } from '#renderer/pdf/affine.ts';

/** A picture as the page places it. `toPage` carries its unit square (origin at the lower left) to shares of the page. */
export interface PlacedPicture {
  /** Name under which pdf.js keeps the decoded picture; null for what cannot be taken out (masks, small inline ones). */
  readonly name: string | null;
  readonly width: number;
  readonly height: number;
  readonly toPage: Affine;
  /** Share of the page that it covers, 0 to 1. */
  readonly coverage: number;
}

/** What a page consists of, as far as it decides how the page is read. */
export interface PageContent {
  readonly pictures: readonly PlacedPicture[];
  /** Text that can be seen is drawn. */
  readonly showsText: boolean;
  /** Text that cannot be seen is drawn (rendering mode 3 or 7, transparent). */
  readonly hidesText: boolean;
  /** How often lines and areas are drawn. */
  readonly paths: number;
}

interface DrawingState {
  readonly matrix: Affine;
  readonly textMode: number;
  readonly alpha: number;
}

/** Text rendering modes that leave no mark: invisible, and clipping only. */
const unseenModes: ReadonlySet<number> = new Set([3, 7]);
/** Below this opacity text counts as hidden. */
const leastAlpha = 0.2;

/** Walks through what the page draws. */
export async function readPageContent(page: PDFPageProxy): Promise<PageContent> {
  const list = await page.getOperatorList({ intent: 'display' });
  const walk = new ContentWalk(toShares(page));
  for (const [at, operation] of list.fnArray.entries()) {
    walk.step(operation, argumentsOf(list.argsArray[at]));
  }
  return walk.content();
}

/** From the page's own units to shares of the page as it lies on screen. */
export function toShares(page: PDFPageProxy): Affine {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform.map(Number);
  return compose([1 / width, 0, 0, 1 / height, 0, 0], [a, b, c, d, e, f]);
}

class ContentWalk {
  readonly #stack: DrawingState[] = [];
  readonly #pictures: PlacedPicture[] = [];
  readonly #toShares: Affine;
  #state: DrawingState = { matrix: identity, textMode: 0, alpha: 1 };
  #showsText = false;
  #hidesText = false;
  #paths = 0;

  constructor(shares: Affine) {
    this.#toShares = shares;
  }

  step(operation: number, given: readonly unknown[]): void {
    switch (operation) {
      case OPS.save:
        this.#stack.push(this.#state);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? this.#state;
        return;
      case OPS.transform:
        this.#transform(given);
        return;
      case OPS.paintFormXObjectBegin:
        this.#stack.push(this.#state);
        this.#transform(numbersIn(given[0]));
        return;
      case OPS.setTextRenderingMode:
        this.#state = { ...this.#state, textMode: Number(given[0]) };
        return;
      case OPS.setGState:
        this.#setState(given[0]);
        return;
      case OPS.showText:
        this.#text();
        return;
      case OPS.constructPath:
      case OPS.shadingFill:
      case OPS.rawFillPath:
        this.#paths += 1;
        return;
      default:
        this.#picture(operation, given);
    }
  }

  content(): PageContent {
    return {
      pictures: this.#pictures,
      showsText: this.#showsText,
      hidesText: this.#hidesText,
      paths: this.#paths,
    };
  }

  #transform(given: readonly unknown[]): void {
    const map = affineIn(given);
    if (map) this.#state = { ...this.#state, matrix: compose(this.#state.matrix, map) };
  }

  #setState(pairs: unknown): void {
    for (const pair of argumentsOf(pairs)) {
      const [key, value] = argumentsOf(pair);
      if (key === 'ca' && typeof value === 'number') this.#state = { ...this.#state, alpha: value };
    }
  }

  #text(): void {
    const unseen = unseenModes.has(this.#state.textMode) || this.#state.alpha < leastAlpha;
    if (unseen) this.#hidesText = true;
    else this.#showsText = true;
  }

  #picture(operation: number, given: readonly unknown[]): void {
    switch (operation) {
      case OPS.paintImageXObject:
        this.#place(typeof given[0] === 'string' ? given[0] : null, given[1], given[2]);
        return;
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject: {
        const { width, height } = sizeIn(given[0]);
        this.#place(null, width, height);
        return;
      }
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        // Many small ones; each lies where its own list says, so that only their being there counts.
        this.#pictures.push({ name: null, width: 0, height: 0, toPage: identity, coverage: 0 });
    }
  }

  #place(name: string | null, width: unknown, height: unknown): void {
    const toPage = compose(this.#toShares, this.#state.matrix);
    this.#pictures.push({
      name,
      width: Number(width) || 0,
      height: Number(height) || 0,
      toPage,
      coverage: coverageOf(toPage),
    });
  }
}

function coverageOf(toPage: Affine): number {
  const [left, top, right, bottom] = mapBox(toPage, [0, 0, 1, 1]).map((share) =>
    Math.min(1, Math.max(0, share)),
  );
  return ((right ?? 0) - (left ?? 0)) * ((bottom ?? 0) - (top ?? 0));
}

function argumentsOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [];
}

function numbersIn(given: unknown): readonly unknown[] {
  return given instanceof Float32Array ? [...given] : argumentsOf(given);
}

function affineIn(given: readonly unknown[]): Affine | null {
  const [a, b, c, d, e, f] = given.map(Number);
  if (a === undefined || b === undefined || c === undefined) return null;
  if (d === undefined || e === undefined || f === undefined) return null;
  return [a, b, c, d, e, f];
}

function sizeIn(given: unknown): { readonly width: unknown; readonly height: unknown } {
  if (typeof given !== 'object' || given === null) return { width: 0, height: 0 };
  return {
    width: 'width' in given ? given.width : 0,
    height: 'height' in given ? given.height : 0,
  };
}
