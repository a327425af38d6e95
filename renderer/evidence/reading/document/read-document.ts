import type { OpenPdfResult } from '#renderer/pdf/open-pdf.ts';
import { OpenFile } from '#renderer/evidence/reading/document/open-file.ts';
import {
  imageAgain,
  readImage,
  readPage,
  type PageInHand,
  type ReadingTools,
} from '#renderer/evidence/reading/document/read-page.ts';
import { cleanedScan, readCleaned } from '#renderer/evidence/reading/document/read-again.ts';
import { readPiece } from '#renderer/evidence/reading/document/read-piece.ts';
import { readDrawn } from '#renderer/evidence/reading/document/read-drawn.ts';
import {
  givenUp,
  isComplete,
  pagesBelied,
  pagesToClean,
  placesToCheck,
  placesToRead,
} from '#renderer/evidence/reading/document/what-is-left.ts';
import { PieceBudget, readRound } from '#renderer/evidence/reading/document/piece-round.ts';
import { engine } from '#renderer/evidence/reading/reading-engine.ts';
import type { WorkerOrder } from '#renderer/evidence/reading/worker-order.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import {
  isWhole,
  type DocumentReading,
  type FailedPage,
  type PageReading,
  type ReadPage,
  type ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import type { DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import { turnOf } from '#renderer/evidence/matching/upright-page.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What reading a document needs of its surroundings. */
export interface DocumentTools extends ReadingTools {
  /** The bytes are handed over. */
  open(bytes: ArrayBuffer): Promise<OpenPdfResult>;
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Pages done of pages to be read; told at every step, so that silence means that the worker hangs. */
  onStep(donePages: number, totalPages: number): void;
}

/**
 * Reads a document: every page once, as it is; pages with a value that is not certain again, cleaned; doubtful places
 * again, enlarged. Goes on from what is known. A page that fails is named in `failedPages` and the others are read; what
 * ends it all is the `failure` of the reading, beside what was read.
 */
export async function readDocument(
  order: WorkerOrder,
  tools: DocumentTools,
): Promise<DocumentReading> {
  const known = order.known?.engine === engine ? order.known : null;
  const nothing = { sha256: order.sha256, engine, pageCount: known?.pageCount ?? null };
  if (known && isComplete(known, order)) return known;
  const file = new OpenFile(order.bytes, (bytes) => tools.open(bytes), tools.patience);
  tools.patience.begin(attemptsAt(known));
  tools.recogniser.prepare();
  try {
    const pageCount = await file.countPages();
    if (!pageCount.ok) {
      const late = pageCount.error === 'terlalu_lama' ? { attempts: attemptsAt(known) + 1 } : {};
      return { ...nothing, failure: pageCount.error, pages: [], ...late };
    }
    return await new DocumentWork(order, { file, pageCount: pageCount.value }, tools, known).run();
  } finally {
    file.close();
  }
}

/** How often text layers are checked, pages cleaned and doubtful places enlarged, each time in another way; each page is cleaned once. */
const rounds = 3;

class DocumentWork {
  readonly #order: WorkerOrder;
  readonly #file: OpenFile;
  readonly #tools: DocumentTools;
  readonly #pages = new Map<number, ReadPage>();
  readonly #failed = new Map<number, FailedPage>();
  readonly #pageCount: number;
  readonly #total: number;
  readonly #until: number;
  readonly #budget: PieceBudget;
  readonly #attempts: number;
  #hung = 0;
  #soFar: DocumentReading | null = null;
  // The one page whose picture the buffers hold.
  #inHand: PageInHand | null = null;

  constructor(
    order: WorkerOrder,
    { file, pageCount }: { readonly file: OpenFile; readonly pageCount: number },
    tools: DocumentTools,
    known: DocumentReading | null,
  ) {
    this.#order = order;
    this.#file = file;
    this.#tools = tools;
    for (const page of known?.pages ?? []) this.#pages.set(page.page, page);
    for (const one of known ? givenUp(known) : []) this.#failed.set(one.page, one);
    this.#pageCount = pageCount;
    const { patience } = tools;
    this.#budget = new PieceBudget(() => tools.now(), patience.of(readingLimits.piecesMs));
    this.#total = Math.min(order.pages, this.#pageCount);
    const limit = readingLimits.documentMs + readingLimits.documentPageMs * this.#total;
    this.#until = tools.now() + patience.of(limit);
    this.#attempts = attemptsAt(known);
  }

  async run(): Promise<DocumentReading> {
    for (let number = 1; number <= this.#total; number += 1) {
      this.#tools.onStep(number - 1, this.#total);
      if (this.#pages.has(number) || this.#failed.has(number)) continue;
      if (this.#isOver()) return this.#reading('terlalu_lama');
      const read = await this.#readPage(number);
      if (!read.ok) this.#fail(number, read.error);
      else if (this.#isLeftOut(read.value)) this.#failed.set(number, leftOut(number));
      else this.#keep(read.value);
    }
    if (this.#pages.size === 0) return this.#reading(this.#whyNothing());
    // What a piece shows may ask for the page cleaned, and that for further pieces.
    for (let round = 1; round <= rounds; round += 1) {
      const before = this.#known();
      await this.#check();
      await this.#clean();
      await this.#enlarge();
      if (this.#known() === before) break;
    }
    return this.#known();
  }

  /** Looks whether pages show what their text layers say; one that does not is read as the picture that it is. */
  async #check(): Promise<void> {
    // What was not shown the first time is looked at again, until it counts as belied.
    for (;;) {
      const places = placesToCheck(this.#order, this.#known());
      if (places.length === 0) break;
      for (const number of this.#nearestFirst(pagesOf(places))) {
        this.#step();
        if (this.#isOver()) return;
        const hand = await this.#take(number);
        if (!hand.ok) {
          this.#fail(number, hand.error);
          continue;
        }
        const own = places.filter(({ page }) => page === number);
        const seen = await readDrawn(hand.value, own, this.#tools);
        if (seen.ok) this.#add(number, seen.value);
        else this.#fail(number, seen.error);
      }
    }
    for (const number of pagesBelied(this.#order, this.#known())) {
      this.#step();
      if (this.#isOver()) return;
      const hand = await this.#take(number);
      if (hand.ok) await this.#readAsPicture(hand.value);
      else this.#fail(number, hand.error);
    }
  }

  async #readAsPicture(hand: PageInHand): Promise<void> {
    const { page, width, height } = hand.read;
    const pictured = await readImage({ page, width, height }, hand, this.#tools);
    if (!pictured.ok) return this.#fail(page, pictured.error);
    const layer = hand.read.readings.find(({ pass }) => pass === 'lapisan_teks')?.words ?? [];
    this.#keep({ ...pictured.value, read: { ...pictured.value.read, belied: true, layer } });
  }

  async #clean(): Promise<void> {
    for (const number of this.#nearestFirst(pagesToClean(this.#order, this.#known()))) {
      this.#step();
      if (this.#isOver()) return;
      const hand = await this.#take(number);
      if (!hand.ok) {
        this.#fail(number, hand.error);
        continue;
      }
      const { image, turned, read } = hand.value;
      const words = await readCleaned(image, turned, wordsOf(read), this.#tools);
      if (words.ok) this.#add(number, { pass: 'gambar_dibersihkan', words: [...words.value] });
      else this.#fail(number, words.error);
    }
  }

  async #enlarge(): Promise<void> {
    const places = placesToRead(this.#order, this.#known());
    for (const number of this.#nearestFirst(pagesOf(places))) {
      if (this.#budget.isSpent || this.#isOver()) return;
      const hand = await this.#take(number);
      if (!hand.ok) {
        this.#fail(number, hand.error);
        continue;
      }
      const { image, turned } = hand.value;
      const pieces = { cleaned: cleanedScan(image, this.#tools.shelf), turned, dpi: image.dpi };
      const own = places.filter(({ page }) => page === number);
      const read = (place: DoubtfulPlace): ReturnType<typeof readPiece> => {
        this.#step();
        return readPiece(pieces, place, this.#tools);
      };
      const round = await readRound(own, read, this.#budget);
      if (round) this.#add(number, round);
    }
  }

  async #readPage(number: number): Promise<Result<PageInHand, Waited>> {
    this.#inHand = null;
    const page = await this.#file.page(number);
    if (!page.ok) return page;
    try {
      return await readPage(page.value, this.#tools);
    } finally {
      page.value.cleanup();
    }
  }

  /** The page with its picture in the buffers, made again where another page's lies there. */
  async #take(number: number): Promise<Result<PageInHand, Waited>> {
    const read = this.#pages.get(number);
    if (this.#inHand?.read.page === number || !read) {
      return this.#inHand ? succeed(this.#inHand) : fail('gagal');
    }
    this.#inHand = null;
    const page = await this.#file.page(number);
    if (!page.ok) return page;
    const image = await imageAgain(page.value, this.#tools);
    page.value.cleanup();
    if (!image.ok) return image;
    this.#inHand = { read, ...image.value, turned: turnIn(read) };
    return succeed(this.#inHand);
  }

  // A page is blank, and the file has pictures that the program does not take.
  #isLeftOut({ read }: PageInHand): boolean {
    return this.#file.leavesOut && read.quality.flaws.includes('kosong');
  }

  #keep(hand: PageInHand): void {
    this.#inHand = hand;
    this.#soFar = null;
    this.#pages.set(hand.read.page, hand.read);
  }

  #fail(page: number, failure: Waited): void {
    this.#soFar = null;
    this.#failed.set(page, { page, failure });
    if (failure === 'terlalu_lama') this.#hung += 1;
    // Or it would go on, and draw into the buffers that the next page is drawn into.
    this.#file.close();
  }

  // Pages that are left out are named one by one, and nothing of that is the document's fault.
  #whyNothing(): DocumentReading['failure'] {
    const failures = new Set([...this.#failed.values()].map(({ failure }) => failure));
    if (failures.has('gagal')) return 'gagal';
    return failures.has('terlalu_lama') ? 'terlalu_lama' : null;
  }

  #add(number: number, reading: PageReading): void {
    this.#soFar = null;
    const page = this.#pages.get(number);
    if (page) this.#pages.set(number, { ...page, readings: [...page.readings, reading] });
  }

  // Pages of one document; the one whose picture lies there goes first.
  #nearestFirst(pages: readonly number[]): readonly number[] {
    const inHand = this.#inHand?.read.page;
    return pages.toSorted((one, other) => Number(other === inHand) - Number(one === inHand));
  }

  #step(): void {
    this.#tools.onStep(Math.max(0, this.#total - 1), this.#total);
  }

  #isOver(): boolean {
    return this.#hung >= readingLimits.hungPages || this.#tools.now() > this.#until;
  }

  /** What was read so far; the same object until more is. */
  #known(): DocumentReading {
    return (this.#soFar ??= this.#reading(null));
  }

  #reading(failure: DocumentReading['failure']): DocumentReading {
    const failedPages = inOrder(this.#failed);
    const attempts = this.#attemptsAfter(failure);
    return {
      sha256: this.#order.sha256,
      engine,
      pageCount: this.#pageCount,
      failure,
      pages: inOrder(this.#pages),
      ...(failedPages.length > 0 ? { failedPages } : {}),
      ...(attempts > 0 ? { attempts } : {}),
    };
  }

  /** How often reading it has ended because something took too long, this time included; 0 where nothing is left so. */
  #attemptsAfter(failure: DocumentReading['failure']): number {
    if (failure === 'terlalu_lama' || this.#hung > 0) return this.#attempts + 1;
    const left = [...this.#failed.values()].some((page) => page.failure === 'terlalu_lama');
    return left ? this.#attempts : 0;
  }
}

function leftOut(page: number): FailedPage {
  return { page, failure: 'dilewati' };
}

function attemptsAt(known: DocumentReading | null): number {
  return known?.attempts ?? 0;
}

function pagesOf(places: readonly DoubtfulPlace[]): readonly number[] {
  return [...new Set(places.map(({ page }) => page))];
}

function inOrder<Page extends { readonly page: number }>(pages: ReadonlyMap<number, Page>): Page[] {
  return [...pages.values()].toSorted((one, other) => one.page - other.page);
}

function wordsOf({ readings }: ReadPage): readonly ReadWord[] {
  return readings.find(({ pass }) => pass === 'gambar')?.words ?? [];
}

function turnIn(read: ReadPage): PageInHand['turned'] {
  return turnOf(read.readings.find(isWhole)?.words ?? [], read);
}
