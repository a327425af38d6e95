import { createWorker, type Worker as Tesseract } from 'tesseract.js';
import type { GreyImage, PictureShelf } from '#renderer/workers/evidence/picture/grey-image.ts';
import { readingLimits } from '#renderer/workers/evidence/reading-limits.ts';
import { pgmOf } from '#renderer/workers/evidence/recognition/pgm.ts';
import { tsvWords, type SeenWord } from '#renderer/workers/evidence/recognition/tsv-words.ts';
import { within, type Waited } from '#renderer/workers/evidence/within.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What was recognised in a picture. */
export interface Recognised {
  readonly words: readonly SeenWord[];
  /** Mean of all words, 0 to 100. */
  readonly confidence: number;
}

/** How a picture is to be looked at: as a whole page, one block, or one line. */
export interface LookingAt {
  readonly as: 'halaman' | 'blok' | 'baris';
  readonly dpi: number;
  readonly limitMs: number;
}

/** Where its files are and how its worker's address is made one that may be started. */
export interface TesseractPlace {
  /** Folder with a slash at its end. */
  readonly folder: string;
  readonly trusted: (url: string) => string;
}

/** Tesseract's names for how a page is laid out: whole pages with tables (its own default loses those), block, line. */
const modes = { halaman: '3', blok: '6', baris: '7' } as const;

/**
 * Reads pictures with Tesseract, one at a time, in one worker, which is started when it is needed. Every call has its
 * limit: Tesseract's own promises can stay open for ever. A worker that overran is ended, and a new one tries once more.
 */
export class Recogniser {
  readonly #place: TesseractPlace;
  readonly #shelf: PictureShelf;
  #running: Promise<Tesseract> | null = null;
  #pages = 0;

  constructor(place: TesseractPlace, shelf: PictureShelf) {
    this.#place = place;
    this.#shelf = shelf;
  }

  async read(image: GreyImage, looking: LookingAt): Promise<Result<Recognised, Waited>> {
    if (looking.as === 'halaman') this.#countPage();
    const first = await this.#try(image, looking);
    return first.ok ? first : this.#try(image, looking);
  }

  /** Ends the worker; the next picture starts one. */
  end(): void {
    const running = this.#running;
    this.#running = null;
    this.#pages = 0;
    running?.then((tesseract) => tesseract.terminate()).catch(() => undefined);
  }

  #countPage(): void {
    if (this.#pages >= readingLimits.pagesPerRecogniser) this.end();
    this.#pages += 1;
  }

  async #try(image: GreyImage, looking: LookingAt): Promise<Result<Recognised, Waited>> {
    this.#running ??= this.#start();
    const tesseract = await within(this.#running, readingLimits.startMs);
    const seen = tesseract.ok ? await this.#look(tesseract.value, image, looking) : tesseract;
    if (!seen.ok) this.end();
    return seen;
  }

  async #look(
    tesseract: Tesseract,
    image: GreyImage,
    { as, dpi, limitMs }: LookingAt,
  ): Promise<Result<Recognised, Waited>> {
    const options = {
      tessedit_pageseg_mode: modes[as],
      user_defined_dpi: String(Math.round(dpi)),
    };
    // Bytes are taken as they are; the library's types know them only by the name that Node gives them.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const file = pgmOf(image, this.#shelf) as unknown as Blob;
    const seen = await within(
      tesseract.recognize(file, options as object, { text: false, tsv: true }),
      limitMs,
    );
    if (!seen.ok) return seen;
    const { tsv, confidence } = seen.value.data;
    return succeed({ words: tsvWords(tsv ?? ''), confidence });
  }

  async #start(): Promise<Tesseract> {
    const { folder, trusted } = this.#place;
    return createWorker('ind', 1, {
      workerPath: trusted(`${folder}boot.js`),
      workerBlobURL: false,
      langPath: folder.replace(/\/$/u, ''),
      // The model comes with the application: no second copy in the browser's database.
      cacheMethod: 'none',
      // Each call's own promise says it.
      errorHandler: () => undefined,
    });
  }
}
