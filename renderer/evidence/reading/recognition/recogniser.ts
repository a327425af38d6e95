import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { Patience } from '#renderer/evidence/reading/patience.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import { modes, type Tesseract } from '#renderer/evidence/reading/recognition/tesseract.ts';
import { tsvWords, type SeenWord } from '#renderer/evidence/reading/recognition/tsv-words.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What was recognised in a picture. */
export interface Recognised {
  readonly words: readonly SeenWord[];
  /** Mean of all words, 0 to 100. */
  readonly confidence: number;
}

/** How a picture is to be looked at: as a page, as print here and there on a page, or as one block of text. */
export interface LookingAt {
  readonly as: keyof typeof modes;
  readonly dpi: number;
  readonly limitMs: number;
}

/**
 * Reads pictures with Tesseract, one at a time, in one worker, which is started when it is needed. Every call has its
 * limit. A worker that overran or failed is ended, and a new one tries once more.
 */
export class Recogniser {
  readonly #start: () => Promise<Tesseract>;
  readonly #shelf: PictureShelf;
  readonly #patience: Patience;
  #running: Promise<Tesseract> | null = null;
  #pages = 0;

  constructor(
    start: () => Promise<Tesseract>,
    shelf: PictureShelf,
    patience: Patience = new Patience(),
  ) {
    this.#start = start;
    this.#shelf = shelf;
    this.#patience = patience;
  }

  /** Starts the worker while something else is still to be done. */
  prepare(): void {
    this.#running ??= this.#start();
    // Whoever reads is told.
    this.#running.catch(() => undefined);
  }

  async read(image: GreyImage, looking: LookingAt): Promise<Result<Recognised, Waited>> {
    if (looking.as !== 'blok') this.#countPage();
    const first = await this.#try(image, looking);
    return first.ok ? first : this.#try(image, looking);
  }

  // Its memory grows with what it reads and never shrinks.
  #countPage(): void {
    if (this.#pages >= readingLimits.pagesPerRecogniser) this.#end();
    this.#pages += 1;
  }

  async #try(
    image: GreyImage,
    { as, dpi, limitMs }: LookingAt,
  ): Promise<Result<Recognised, Waited>> {
    this.#running ??= this.#start();
    const tesseract = await this.#patience.within(this.#running, readingLimits.startMs);
    if (!tesseract.ok) return this.#failed(tesseract.error);
    const file = pgmOf(image, this.#shelf);
    const from = performance.now();
    const seeing = tesseract.value.recognise(file, { mode: modes[as], dpi });
    const seen = await this.#patience.within(seeing, limitMs);
    if (!seen.ok) return this.#failed(seen.error);
    // Pieces are too small to tell anything.
    const millions = (image.width * image.height) / 1e6;
    if (as === 'halaman') this.#patience.note(performance.now() - from, usualMs(millions));
    const { table, confidence } = seen.value;
    return succeed({ words: tsvWords(table), confidence });
  }

  #failed(error: Waited): Result<Recognised, Waited> {
    this.#end();
    return { ok: false, error };
  }

  #end(): void {
    const running = this.#running;
    this.#running = null;
    this.#pages = 0;
    running?.then((tesseract) => tesseract.end()).catch(() => undefined);
  }
}

/** What a page of so many million pixels takes on a usual PC, in milliseconds. */
function usualMs(millions: number): number {
  return 300 + 400 * millions;
}

/** The picture as a PGM file (binary, "P5"): what the recogniser takes with the least work on either side. */
function pgmOf(image: GreyImage, shelf: PictureShelf): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const file = shelf.take('pgm', head.length + image.pixels.length);
  file.set(head);
  file.set(image.pixels, head.length);
  return file;
}
