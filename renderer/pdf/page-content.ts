import { OPS, type PDFPageProxy } from 'pdfjs-dist';
import { compose, identity, mapBox, type Affine } from '#renderer/pdf/affine.ts';
import {
  contains,
  isMarkless,
  isOpacity,
  isPlainState,
  isUpright,
  rectangleOf,
  type Box,
} from '#renderer/pdf/plain-drawing.ts';

/** A picture as the page places it. `toPage` carries its unit square (origin at the lower left) to shares of the page. */
export interface PlacedPicture {
  /** Name under which pdf.js keeps the decoded picture; null for what cannot be taken out (masks, small inline ones). */
  readonly name: string | null;
  /** As the file says; one with a mask of its own (`masked`) may be decoded larger. */
  readonly width: number;
  readonly height: number;
  readonly toPage: Affine;
  /** Share of the page that it covers, 0 to 1. */
  readonly coverage: number;
  /** A stencil: ink in the shape of the picture, nothing elsewhere. */
  readonly stencil: boolean;
  /** It has a mask of its own. */
  readonly masked: boolean;
}

/** What a page consists of, as far as it decides how the page is read. */
export interface PageContent {
  readonly pictures: readonly PlacedPicture[];
  /** Text that can be seen is drawn. */
  readonly showsText: boolean;
  /** Text that cannot be seen is drawn (rendering mode 3 or 7, transparent). */
  readonly hidesText: boolean;
  /**
   * Nothing but pictures is drawn, each of them whole, upright, opaque and nowhere cut off: no print, line, annotation,
   * layer or blend lies over them. Such a picture is what the page shows.
   */
  readonly onlyPictures: boolean;
  /** Where something else than text, with an extent of its own, is drawn after the first text; shares of the page. */
  readonly marks: readonly Box[];
  /** Parts of the page may be switched off, masked or blended, or print is pale: what is drawn need not show. */
  readonly isLayered: boolean;
}

interface DrawingState {
  readonly matrix: Affine;
  readonly textMode: number;
  /** Opacity of what is filled and of lines, and of the group that all of it lies in. */
  readonly alpha: number;
  readonly lineAlpha: number;
  readonly groupAlpha: number;
  readonly lineWidth: number;
  /** What is shown of what is drawn, in shares of the page. */
  readonly clip: Box;
}

/** Everything that lies on a page, and beyond it. */
const nowhereCut: Box = [-Infinity, -Infinity, Infinity, Infinity];
/** Of the page: what a picture may reach over the edge of the paper, or of what is shown, without a letter being lost. */
const hair = 0.005;
const paper: Box = [-hair, -hair, 1 + hair, 1 + hair];

/** Text rendering modes that leave no mark: invisible, and clipping only. */
const unseenModes: ReadonlySet<number> = new Set([3, 7]);
/** As wide, in the units of whoever draws it, as lines of tables and under words are. */
const thinLine = 2;
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
  #state: DrawingState = {
    matrix: identity,
    textMode: 0,
    alpha: 1,
    lineAlpha: 1,
    groupAlpha: 1,
    lineWidth: 1,
    clip: nowhereCut,
  };
  #showsText = false;
  #hidesText = false;
  #onlyPictures = true;
  readonly #marks: Box[] = [];
  #isLayered = false;
  #isClipping = false;
  // pdf.js puts this state before a picture that has a mask of its own.
  #isMasked = false;

  constructor(shares: Affine) {
    this.#toShares = shares;
  }

  step(operation: number, given: readonly unknown[]): void {
    if (!isMarkless(operation)) this.#onlyPictures = false;
    const isMasked = this.#isMasked;
    this.#isMasked = false;
    switch (operation) {
      case OPS.save:
        this.#stack.push(this.#state);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        this.#state = this.#stack.pop() ?? this.#state;
        return;
      case OPS.transform:
        this.#transform(given);
        return;
      case OPS.paintFormXObjectBegin:
        this.#stack.push(this.#state);
        this.#transform(numbersIn(given[0]));
        this.#clip(numbersIn(given[1]));
        return;
      case OPS.beginGroup:
        this.#group();
        return;
      case OPS.setLineWidth:
        this.#state = { ...this.#state, lineWidth: Number(given[0]) };
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
      case OPS.beginMarkedContentProps:
        if (given[0] === 'OC') this.#layered();
        return;
      case OPS.beginAnnotation:
        this.#mark(given[1]);
        return;
      case OPS.shadingFill:
      case OPS.rawFillPath:
        this.#lay(nowhereCut);
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#isClipping = true;
        return;
      case OPS.constructPath:
        this.#path(given);
        return;
      default:
        this.#picture(operation, given, isMasked);
    }
  }

  content(): PageContent {
    return {
      pictures: this.#pictures,
      showsText: this.#showsText,
      hidesText: this.#hidesText,
      onlyPictures: this.#onlyPictures,
      marks: this.#marks,
      isLayered: this.#isLayered,
    };
  }

  #transform(given: readonly unknown[]): void {
    const map = affineIn(given);
    if (map) this.#state = { ...this.#state, matrix: compose(this.#state.matrix, map) };
  }

  #setState(pairs: unknown): void {
    const all = argumentsOf(pairs).map(argumentsOf);
    const unlike = all.filter(([key, value]) => !isPlainState(key, value));
    if (unlike.length > 0) this.#onlyPictures = false;
    if (unlike.some(([key]) => !isOpacity(key))) this.#layered();
    this.#isMasked = all.length === 1 && all[0]?.[0] === 'SMask' && all[0][1] === false;
    for (const [key, value] of all) {
      if (typeof value !== 'number') continue;
      if (key === 'ca') this.#state = { ...this.#state, alpha: value };
      if (key === 'CA') this.#state = { ...this.#state, lineAlpha: value };
    }
  }

  // What lies in a group begins opaque, and all of it is then laid down as the group is.
  #group(): void {
    this.#stack.push(this.#state);
    const groupAlpha = this.#state.groupAlpha * this.#state.alpha;
    this.#state = { ...this.#state, groupAlpha, alpha: 1, lineAlpha: 1 };
  }

  #text(): void {
    const { textMode, alpha, lineAlpha, groupAlpha } = this.#state;
    const unseen = unseenModes.has(textMode) || alpha * groupAlpha < leastAlpha;
    // Print that something shines through need not show; a pale crest beside it says nothing of it.
    if (alpha * lineAlpha * groupAlpha !== 1) this.#layered();
    if (unseen) this.#hidesText = true;
    else this.#showsText = true;
    // Only this mode leaves no mark at all, and changes nothing of what is drawn afterwards.
    if (textMode !== 3) this.#onlyPictures = false;
  }

  /** A path that is drawn is a mark; one that is not may cut off what is drawn afterwards. */
  #path([painting, paths, bounds]: readonly unknown[]): void {
    const isClipping = this.#isClipping;
    this.#isClipping = false;
    if (painting !== OPS.endPath) {
      this.#onlyPictures = false;
      // Only its outline is drawn.
      const isLine = painting === OPS.stroke || painting === OPS.closeStroke;
      if (!isLine || this.#state.lineWidth > thinLine) this.#mark(bounds);
    }
    if (!isClipping) return;
    const rectangle = rectangleOf(argumentsOf(paths)[0], bounds);
    if (rectangle) this.#clip(rectangle);
    else this.#onlyPictures = false;
  }

  #layered(): void {
    this.#onlyPictures = false;
    this.#isLayered = true;
  }

  #mark(bounds: unknown): void {
    const [left, top, right, bottom] = numbersIn(bounds).map(Number);
    if (left === undefined || top === undefined) return;
    if (right === undefined || bottom === undefined) return;
    const toPage = compose(this.#toShares, this.#state.matrix);
    this.#lay(mapBox(toPage, [left, top, right, bottom]));
  }

  // What is drawn before any text lies under all of it.
  #lay(box: Box): void {
    if (this.#showsText || this.#hidesText) this.#marks.push(box);
  }

  #clip(given: readonly unknown[]): void {
    const [left, top, right, bottom] = given.map(Number);
    if (left === undefined || top === undefined) return;
    if (right === undefined || bottom === undefined) return;
    const toPage = compose(this.#toShares, this.#state.matrix);
    if (!isUpright(toPage)) this.#onlyPictures = false;
    const box = mapBox(toPage, [left, top, right, bottom]);
    const { clip } = this.#state;
    this.#state = {
      ...this.#state,
      clip: [
        Math.max(clip[0], box[0]),
        Math.max(clip[1], box[1]),
        Math.min(clip[2], box[2]),
        Math.min(clip[3], box[3]),
      ],
    };
  }

  #picture(operation: number, given: readonly unknown[], masked: boolean): void {
    switch (operation) {
      case OPS.paintImageXObject: {
        const name = typeof given[0] === 'string' ? given[0] : null;
        this.#place({ name, masked }, given[1], given[2]);
        return;
      }
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject: {
        const { width, height } = sizeIn(given[0]);
        const stencil = operation === OPS.paintImageMaskXObject;
        this.#place({ name: null, stencil }, width, height);
        return;
      }
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        // Many small ones; each lies where its own list says, so that only their being there counts.
        this.#pictures.push({ ...unknownPicture, toPage: identity, coverage: 0 });
        this.#lay(nowhereCut);
    }
  }

  #place(
    picture: Partial<PlacedPicture> & Pick<PlacedPicture, 'name'>,
    width: unknown,
    height: unknown,
  ): void {
    const toPage = compose(this.#toShares, this.#state.matrix);
    const box = mapBox(toPage, [0, 0, 1, 1]);
    this.#lay(box);
    const [left, top, right, bottom] = this.#state.clip;
    const shown: Box = [left - hair, top - hair, right + hair, bottom + hair];
    if (!isUpright(toPage) || !contains(paper, box) || !contains(shown, box)) {
      this.#onlyPictures = false;
    }
    this.#pictures.push({
      ...unknownPicture,
      ...picture,
      width: Number(width) || 0,
      height: Number(height) || 0,
      toPage,
      coverage: coverageOf(toPage),
    });
  }
}

const unknownPicture = { name: null, width: 0, height: 0, stencil: false, masked: false } as const;

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
