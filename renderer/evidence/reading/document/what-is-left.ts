import type { WorkerOrder } from '#renderer/evidence/reading/worker-order.ts';
import {
  isToTryAgain,
  type DocumentReading,
  type FailedPage,
  type PageReading,
  type ReadPage,
} from '#renderer/evidence/matching/document-reading.ts';
import { doubtfulPlaces, type DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import { needsCleaning } from '#renderer/evidence/matching/needs-cleaning.ts';
import { beliedPages, placesToDraw } from '#renderer/evidence/matching/places-to-draw.ts';

/** Whether nothing more would be read: no page is missing, and no value is uncertain. */
export function isComplete(known: DocumentReading, order: WorkerOrder): boolean {
  if (known.pageCount === null || known.failure !== null) return false;
  const wanted = Math.min(order.pages, known.pageCount);
  const done = new Set([...known.pages, ...givenUp(known)].map(({ page }) => page));
  return (
    Array.from({ length: wanted }, (_, index) => index + 1).every((page) => done.has(page)) &&
    givenUp(known).length === (known.failedPages ?? []).length &&
    pagesToClean(order, known).length === 0 &&
    placesToRead(order, known).length === 0 &&
    placesToCheck(order, known).length === 0 &&
    pagesBelied(order, known).length === 0
  );
}

/** Pages that are not tried again: what went wrong by chance may go well, and what took too long for a few times. */
export function givenUp(reading: DocumentReading): readonly FailedPage[] {
  return reading.failedPages?.filter(({ failure }) => isFinal(failure, reading)) ?? [];
}

function isFinal(failure: FailedPage['failure'], reading: DocumentReading): boolean {
  return failure === 'dilewati' || (failure === 'terlalu_lama' && !isToTryAgain(reading));
}

/** Pages whose picture is worth reading once more, cleaned. */
export function pagesToClean(order: WorkerOrder, reading: DocumentReading): readonly number[] {
  const wanted = new Set(needsCleaning(order.queries, reading));
  return soundPages(reading)
    .filter(({ page, quality }) => wanted.has(page) && quality.level !== 'tidak_terbaca')
    .filter((page) => hasPass(page, 'gambar') && !hasPass(page, 'gambar_dibersihkan'))
    .map(({ page }) => page);
}

/** Places of pictures that are worth reading again, enlarged. */
export function placesToRead(
  order: WorkerOrder,
  reading: DocumentReading,
): readonly DoubtfulPlace[] {
  const pictured = new Set(
    soundPages(reading)
      .filter((page) => hasPass(page, 'gambar'))
      .map(({ page }) => page),
  );
  if (pictured.size === 0) return [];
  return doubtfulPlaces(order.queries, reading).filter(({ page }) => pictured.has(page));
}

/** Places of text layers where the drawn page is to be read. */
export function placesToCheck(
  order: WorkerOrder,
  reading: DocumentReading,
): readonly DoubtfulPlace[] {
  const layered = new Set(layeredPages(reading));
  if (layered.size === 0) return [];
  return placesToDraw(order.queries, reading).filter(({ page }) => layered.has(page));
}

/** Pages that show something else than their text layer says: they are to be read as pictures. */
export function pagesBelied(order: WorkerOrder, reading: DocumentReading): readonly number[] {
  const layered = new Set(layeredPages(reading));
  if (layered.size === 0) return [];
  return beliedPages(order.queries, reading).filter((page) => layered.has(page));
}

function layeredPages(reading: DocumentReading): readonly number[] {
  return soundPages(reading)
    .filter((page) => hasPass(page, 'lapisan_teks'))
    .map(({ page }) => page);
}

// A page that failed when it was looked at again is not looked at a third time.
function soundPages({ pages, failedPages = [] }: DocumentReading): readonly ReadPage[] {
  const failed = new Set(failedPages.map(({ page }) => page));
  return pages.filter(({ page }) => !failed.has(page));
}

function hasPass({ readings }: ReadPage, pass: PageReading['pass']): boolean {
  return readings.some((reading) => reading.pass === pass);
}
