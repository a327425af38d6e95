import type { OpenPdfResult } from '#renderer/pdf/open-pdf.ts';
import { OpenFile } from '#renderer/evidence/reading/document/open-file.ts';
import {
  imageAgain,
  readPage,
  type PageInHand,
  type ReadingTools,
} from '#renderer/evidence/reading/document/read-page.ts';
import { cleanedScan, readCleaned } from '#renderer/evidence/reading/document/read-again.ts';
import { readPiece } from '#renderer/evidence/reading/document/read-piece.ts';
import { PieceBudget, readRound } from '#renderer/evidence/reading/document/piece-round.ts';
import { turnOf } from '#renderer/evidence/reading/document/read-words.ts';
import { engine } from '#renderer/evidence/reading/reading-engine.ts';
import type { WorkerOrder } from '#renderer/evidence/reading/worker-order.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type {
  DocumentReading,
  FailedPage,
  PageReading,
  ReadPage,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import { doubtfulPlaces, type DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import { needsCleaning } from '#renderer/evidence/matching/needs-cleaning.ts';
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
  const file = new OpenFile(order.bytes, (bytes) => tools.open(bytes));
  try {
    const pageCount = await file.countPages();
    if (!pageCount.ok) return { ...nothing, failure: pageCount.error, pages: [] };
    return await new DocumentWork(order, { file, pageCount: pageCount.value }, tools, known).run();
  } finally {
    file.close();
  }
}

// Nothing more would be read: no page is missing, and no value is uncertain.
function isComplete(known: DocumentReading, order: WorkerOrder): boolean {
  if (known.pageCount === null || known.failure !== null) return false;
  const wanted = Math.min(order.pages, known.pageCount);
  const done = new Set([...known.pages, ...givenUp(known)].map(({ page }) => page));
  return (
    Array.from({ length: wanted }, (_, index) => index + 1).every((page) => done.has(page)) &&
    givenUp(known).length === (known.failedPages ?? []).length &&
    pagesToClean(order, known).length === 0 &&
    placesToRead(order, known).length === 0
  );
}

// What took too long would do so again; what went wrong by chance may go well.
function givenUp({ failedPages = [] }: DocumentReading): readonly FailedPage[] {
  return failedPages.filter(({ failure }) => failure === 'terlalu_lama');
}

function pagesToClean(order: WorkerOrder, reading: DocumentReading): readonly number[] {
  const wanted = new Set(needsCleaning(order.queries, reading));
  return soundPages(reading)
    .filter(({ page, quality }) => wanted.has(page) && quality.level !== 'tidak_terbaca')
    .filter((page) => hasPass(page, 'gambar') && !hasPass(page, 'gambar_dibersihkan'))
    .map(({ page }) => page);
}

function placesToRead(order: WorkerOrder, reading: DocumentReading): readonly DoubtfulPlace[] {
  const pictured = new Set(
    soundPages(reading)
      .filter((page) => hasPass(page, 'gambar'))
      .map(({ page }) => page),
  );
  return doubtfulPlaces(order.queries, reading).filter(({ page }) => pictured.has(page));
}

// A page that failed when it was looked at again is not looked at a third time.
function soundPages({ pages, failedPages = [] }: DocumentReading): readonly ReadPage[] {
  const failed = new Set(failedPages.map(({ page }) => page));
  return pages.filter(({ page }) => !failed.has(page));
}

function hasPass({ readings }: ReadPage, pass: PageReading['pass']): boolean {
  return readings.some((reading) => reading.pass === pass);
}

/** How often pages are cleaned and doubtful places enlarged, each time in another way; each page is cleaned once. */
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
  #hung = 0;
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
    this.#budget = new PieceBudget(() => tools.now());
    this.#total = Math.min(order.pages, this.#pageCount);
    this.#until =
      tools.now() + readingLimits.documentMs + readingLimits.documentPageMs * this.#total;
  }

  async run(): Promise<DocumentReading> {
    for (let number = 1; number <= this.#total; number += 1) {
      this.#tools.onStep(number - 1, this.#total);
      if (this.#pages.has(number) || this.#failed.has(number)) continue;
      if (this.#isOver()) return this.#reading('terlalu_lama');
      const read = await this.#readPage(number);
      if (read.ok) this.#keep(read.value);
      else this.#fail(number, read.error);
    }
    if (this.#pages.size === 0) return this.#reading(this.#whyNothing());
    // What a piece shows may ask for the page cleaned, and that for further pieces.
    for (let round = 1; round <= rounds; round += 1) {
      await this.#clean();
      await this.#enlarge();
    }
    return this.#reading(null);
  }

  async #clean(): Promise<void> {
    for (const number of this.#nearestFirst(pagesToClean(this.#order, this.#reading(null)))) {
      this.#step();
      if (this.#isOver()) return;
      const hand = await this.#take(number);
      if (!hand.ok) this.#fail(number, hand.error);
      if (!hand.ok || !hand.value.image) continue;
      const { image, turned, read } = hand.value;
      const words = await readCleaned(image, turned, wordsOf(read), this.#tools);
      if (words.ok) this.#add(number, { pass: 'gambar_dibersihkan', words: [...words.value] });
      else this.#fail(number, words.error);
    }
  }

  async #enlarge(): Promise<void> {
    const places = placesToRead(this.#order, this.#reading(null));
    for (const number of this.#nearestFirst([...new Set(places.map(({ page }) => page))])) {
      if (this.#budget.isSpent || this.#isOver()) return;
      const hand = await this.#take(number);
      if (!hand.ok) this.#fail(number, hand.error);
      if (!hand.ok || !hand.value.image) continue;
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
    this.#inHand = { read, image: image.value, turned: turnIn(read) };
    return succeed(this.#inHand);
  }

  #keep(hand: PageInHand): void {
    this.#inHand = hand;
    this.#pages.set(hand.read.page, hand.read);
  }

  #fail(page: number, failure: Waited): void {
    this.#failed.set(page, { page, failure });
    if (failure === 'terlalu_lama') this.#hung += 1;
    // Or it would go on, and draw into the buffers that the next page is drawn into.
    this.#file.close();
  }

  #whyNothing(): Waited {
    const failures = [...this.#failed.values()].map(({ failure }) => failure);
    return failures.includes('gagal') ? 'gagal' : 'terlalu_lama';
  }

  #add(number: number, reading: PageReading): void {
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

  #reading(failure: DocumentReading['failure']): DocumentReading {
    const failedPages = inOrder(this.#failed);
    return {
      sha256: this.#order.sha256,
      engine,
      pageCount: this.#pageCount,
      failure,
      pages: inOrder(this.#pages),
      ...(failedPages.length > 0 ? { failedPages } : {}),
    };
  }
}

function inOrder<Page extends { readonly page: number }>(pages: ReadonlyMap<number, Page>): Page[] {
  return [...pages.values()].toSorted((one, other) => one.page - other.page);
}

function wordsOf({ readings }: ReadPage): readonly ReadWord[] {
  return readings.find(({ pass }) => pass === 'gambar')?.words ?? [];
}

function turnIn(read: ReadPage): PageInHand['turned'] {
  return turnOf(wordsOf(read), read);
}
