import type { PDFPageProxy } from 'pdfjs-dist';
import { compose, mapBox, type Affine } from '#renderer/pdf/affine.ts';
import { annotationTexts } from '#renderer/pdf/annotation-texts.ts';
import { toShares } from '#renderer/pdf/page-content.ts';

/** A word of the text layer; `box` is left, top, right, bottom as shares of the page on screen. */
export interface LayerWord {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
  readonly line: number;
  /** Height of the type in points. */
  readonly size: number;
}

/** A run of text as pdf.js gives it: `along` and `up` in the frame of its own writing direction, in points. */
interface Run {
  readonly text: string;
  /** From the frame of the run (x along the line, y up) to shares of the page. */
  readonly toPage: Affine;
  readonly length: number;
  readonly size: number;
  readonly start: readonly [number, number];
  readonly direction: readonly [number, number];
}

/**
 * Words of the page's text layer in the order in which the file writes them, then those of its form fields and notes, which
 * the page shows as well.
 */
export async function readTextLayer(page: PDFPageProxy): Promise<readonly LayerWord[]> {
  const shares = toShares(page);
  const { items } = await page.getTextContent({ disableNormalization: false });
  const words = new WordCollector();
  for (const item of items) {
    if (!('str' in item)) continue;
    const run = runOf(item, shares);
    if (run) words.add(run);
    if (item.hasEOL) words.endWord();
  }
  for (const { text, left, baseline, size } of await annotationTexts(page)) {
    words.add({
      text,
      toPage: compose(shares, [1, 0, 0, 1, left, baseline]),
      length: lengthOf(text) * size * usualWidth,
      size,
      start: [left, baseline],
      direction: [1, 0],
    });
    words.endWord();
  }
  return words.finish();
}

function runOf(
  item: { str: string; transform: unknown[]; width: number; height: number },
  shares: Affine,
): Run | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number);
  const along = Math.hypot(a, b);
  const up = Math.hypot(c, d);
  if (item.str === '' || along === 0 || up === 0) return null;
  const size = item.height || up;
  const frame: Affine = [a / along, b / along, c / up, d / up, e, f];
  return {
    text: item.str,
    toPage: compose(shares, frame),
    length: item.width,
    size,
    start: [e, f],
    direction: [a / along, b / along],
  };
}

/** Share of the type's height below the base line, and above it. */
const [below, above] = [0.22, 0.78];

interface OpenWord {
  text: string;
  box: [number, number, number, number];
  size: number;
}

class WordCollector {
  readonly #words: LayerWord[] = [];
  #open: OpenWord | null = null;
  #line = 0;
  #last: Run | null = null;

  add(run: Run): void {
    const gap = this.#gapBefore(run);
    if (gap === 'baris') {
      this.endWord();
      if (this.#words.length > 0) this.#line = (this.#words.at(-1)?.line ?? 0) + 1;
    } else if (gap === 'sela') this.endWord();
    this.#last = run;
    const characters = Array.from(run.text);
    const widths = characters.map(shareOfWidth);
    const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
    let at = 0;
    for (const [index, character] of characters.entries()) {
      const from = at;
      at += ((widths[index] ?? 0) / whole) * run.length;
      if (/\s/u.test(character)) this.endWord();
      else this.#take(character, run, from, at);
    }
  }

  endWord(): void {
    const open = this.#open;
    this.#open = null;
    if (open)
      this.#words.push({ text: open.text, box: open.box, line: this.#line, size: open.size });
  }

  finish(): readonly LayerWord[] {
    this.endWord();
    return this.#words;
  }

  #take(character: string, run: Run, from: number, to: number): void {
    const box = mapBox(run.toPage, [from, -run.size * below, to, run.size * above]);
    const open = this.#open;
    if (!open) {
      this.#open = { text: character, box, size: run.size };
      return;
    }
    open.text += character;
    open.box = [
      Math.min(open.box[0], box[0]),
      Math.min(open.box[1], box[1]),
      Math.max(open.box[2], box[2]),
      Math.max(open.box[3], box[3]),
    ];
  }

  // How the run continues the one before: on another line, after a gap, or as the same word.
  #gapBefore(run: Run): 'baris' | 'sela' | 'sambung' {
    const last = this.#last;
    if (!last) return 'baris';
    const [dx, dy] = [run.start[0] - last.start[0], run.start[1] - last.start[1]];
    const forward = dx * last.direction[0] + dy * last.direction[1];
    const aside = Math.abs(dy * last.direction[0] - dx * last.direction[1]);
    const turned =
      last.direction[0] * run.direction[0] + last.direction[1] * run.direction[1] < 0.9;
    if (turned || aside > last.size * 0.5) return 'baris';
    const gap = forward - last.length;
    return gap > last.size * 0.12 || gap < -last.size * 0.5 ? 'sela' : 'sambung';
  }
}

/** Width of a usual letter, in heights of its type. */
const usualWidth = 0.53;

function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + shareOfWidth(character), 0);
}

// About as wide as in the usual faces; only how they compare matters.
function shareOfWidth(character: string): number {
  if (/[\s.,;:'`!|ijl]/u.test(character)) return 0.55;
  if (/[ftrI()[\]/\\-]/u.test(character)) return 0.7;
  if (/[mwMW@%]/u.test(character)) return 1.7;
  return /\p{Lu}/u.test(character) ? 1.3 : 1;
}
