import type { OpenPdf, OpenPdfResult } from '#renderer/pdf/open-pdf.ts';
import {
  imageAgain,
  readPage,
  type PageInHand,
  type ReadingTools,
} from '#renderer/workers/evidence/document/read-page.ts';
import { cleanedScan, readCleaned } from '#renderer/workers/evidence/document/read-again.ts';
import { readPiece } from '#renderer/workers/evidence/document/read-piece.ts';
import { PieceBudget, readRound } from '#renderer/workers/evidence/document/piece-round.ts';
import { turnOf } from '#renderer/workers/evidence/document/read-words.ts';
import { engine } from '#renderer/workers/evidence/engine.ts';
import type { WorkerOrder } from '#renderer/workers/evidence/messages.ts';
import { readingLimits } from '#renderer/workers/evidence/reading-limits.ts';
import { within, type Waited } from '#renderer/workers/evidence/within.ts';
import type {
  DocumentReading,
  PageReading,
  ReadPage,
  ReadWord,
} from '#shared/domain/matching/document-reading.ts';
import { doubtfulPlaces, type DoubtfulPlace } from '#shared/domain/matching/doubtful-places.ts';
import { needsCleaning } from '#shared/domain/matching/needs-cleaning.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What reading a document needs of its surroundings. */
export interface DocumentTools extends ReadingTools {
  open(bytes: ArrayBuffer): Promise<OpenPdfResult>;
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Pages done of pages to be read; told at every step, so that silence means that the worker hangs. */
  onStep(donePages: number, totalPages: number): void;
}

/**
 * Reads a document: every page once, as it is; pages with a value that is not certain again, cleaned; doubtful places
 * again, enlarged. Goes on from what is known. What goes wrong is the `failure` of the reading, beside what was read.
 */
export async function readDocument(
  order: WorkerOrder,
  tools: DocumentTools,
): Promise<DocumentReading> {
  const known = order.known?.engine === engine ? order.known : null;
  const nothing = { sha256: order.sha256, engine, pageCount: known?.pageCount ?? null };
  if (known && isComplete(known, order)) return known;
  const opened = await tools.open(order.bytes);
  if (!opened.ok) return { ...nothing, failure: opened.failure, pages: [] };
  const work = new DocumentWork(order, opened.value, tools, known);
  try {
    return await work.run();
  } finally {
    opened.value.close();
  }
}

// Nothing more would be read: no page is missing, and no value is uncertain.
function isComplete(known: DocumentReading, order: WorkerOrder): boolean {
  if (known.pageCount === null || known.failure !== null) return false;
  const wanted = Math.min(order.pages, known.pageCount);
  return (
    known.pages.filter(({ page }) => page <= wanted).length >= wanted &&
    pagesToClean(order, known).length === 0 &&
    placesToRead(order, known).length === 0
  );
}

function pagesToClean(order: WorkerOrder, reading: DocumentReading): readonly number[] {
  const wanted = new Set(needsCleaning(order.queries, reading));
  return reading.pages
    .filter(({ page, quality }) => wanted.has(page) && quality.level !== 'tidak_terbaca')
    .filter((page) => hasPass(page, 'gambar') && !hasPass(page, 'gambar_dibersihkan'))
    .map(({ page }) => page);
}

function placesToRead(order: WorkerOrder, reading: DocumentReading): readonly DoubtfulPlace[] {
  const pictured = new Set(
    reading.pages.filter((page) => hasPass(page, 'gambar')).map(({ page }) => page),
  );
  return doubtfulPlaces(order.queries, reading).filter(({ page }) => pictured.has(page));
}

function hasPass({ readings }: ReadPage, pass: PageReading['pass']): boolean {
  return readings.some((reading) => reading.pass === pass);
}

/** How often pages are cleaned and doubtful places enlarged, each time in another way; each page is cleaned once. */
const rounds = 3;

class DocumentWork {
  readonly #order: WorkerOrder;
  readonly #pdf: OpenPdf;
  readonly #tools: DocumentTools;
  readonly #pages = new Map<number, ReadPage>();
  readonly #pageCount: number;
  readonly #total: number;
  readonly #until: number;
  readonly #budget: PieceBudget;
  // The one page whose picture the buffers hold.
  #inHand: PageInHand | null = null;

  constructor(
    order: WorkerOrder,
    pdf: OpenPdf,
    tools: DocumentTools,
    known: DocumentReading | null,
  ) {
    this.#order = order;
    this.#pdf = pdf;
    this.#tools = tools;
    for (const page of known?.pages ?? []) this.#pages.set(page.page, page);
    this.#pageCount = pdf.document.numPages;
    this.#budget = new PieceBudget(() => tools.now());
    this.#total = Math.min(order.pages, this.#pageCount);
    this.#until =
      tools.now() + readingLimits.documentMs + readingLimits.documentPageMs * this.#total;
  }

  async run(): Promise<DocumentReading> {
    for (let number = 1; number <= this.#total; number += 1) {
      this.#tools.onStep(number - 1, this.#total);
      if (this.#pages.has(number)) continue;
      if (this.#isLate()) return this.#reading('terlalu_lama');
      const read = await this.#readPage(number);
      if (!read.ok) return this.#reading(read.error);
      this.#keep(read.value);
    }
    // What a piece shows may ask for the page cleaned, and that for further pieces.
    for (let round = 1; round <= rounds; round += 1) {
      const failed = (await this.#clean()) ?? (await this.#enlarge());
      if (failed) return failed;
    }
    return this.#reading(null);
  }

  async #clean(): Promise<DocumentReading | null> {
    for (const number of this.#nearestFirst(pagesToClean(this.#order, this.#reading(null)))) {
      this.#step();
      if (this.#isLate()) return null;
      const hand = await this.#take(number);
      if (!hand.ok) return this.#reading(hand.error);
      if (!hand.value.image) continue;
      const { image, turned, read } = hand.value;
      const words = await readCleaned(image, turned, wordsOf(read), this.#tools);
      if (!words.ok) return this.#reading(words.error);
      this.#add(number, { pass: 'gambar_dibersihkan', words: [...words.value] });
    }
    return null;
  }

  async #enlarge(): Promise<DocumentReading | null> {
    const places = placesToRead(this.#order, this.#reading(null));
    for (const number of this.#nearestFirst([...new Set(places.map(({ page }) => page))])) {
      if (this.#budget.isSpent || this.#isLate()) return null;
      const hand = await this.#take(number);
      if (!hand.ok) return this.#reading(hand.error);
      const { image, turned } = hand.value;
      if (!image) continue;
      const pieces = { cleaned: cleanedScan(image, this.#tools.shelf), turned, dpi: image.dpi };
      const own = places.filter(({ page }) => page === number);
      const read = (place: DoubtfulPlace): ReturnType<typeof readPiece> => {
        this.#step();
        return readPiece(pieces, place, this.#tools);
      };
      const round = await readRound(own, read, this.#budget);
      if (round) this.#add(number, round);
    }
    return null;
  }

  async #readPage(number: number): Promise<Result<PageInHand, Waited>> {
    const page = await within(this.#pdf.document.getPage(number), readingLimits.pdfMs);
    if (!page.ok) return page;
    this.#inHand = null;
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
      return this.#inHand ? succeed(this.#inHand) : { ok: false, error: 'gagal' };
    }
    const page = await within(this.#pdf.document.getPage(number), readingLimits.pdfMs);
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

  #isLate(): boolean {
    return this.#tools.now() > this.#until;
  }

  #reading(failure: DocumentReading['failure']): DocumentReading {
    return {
      sha256: this.#order.sha256,
      engine,
      pageCount: this.#pageCount,
      failure,
      pages: [...this.#pages.values()].toSorted((one, other) => one.page - other.page),
    };
  }
}

function wordsOf({ readings }: ReadPage): readonly ReadWord[] {
  return readings.find(({ pass }) => pass === 'gambar')?.words ?? [];
}

function turnIn(read: ReadPage): PageInHand['turned'] {
  return turnOf(wordsOf(read), read);
}
