import { bestReading } from '#renderer/features/workbench/evidence/best-reading.ts';
import {
  extendTo,
  stepWord,
  wordAtEnd,
  wordFrom,
  type StepWord,
  type WordStep,
} from '#renderer/features/workbench/evidence/word-steps.ts';
import { isInView, viewBegins } from '#renderer/viewer/overlay/part-in-view.ts';
import { boundsOf, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';

/** Words of a page that the person has picked: from the one it began at to the one it is at. */
export interface PickedWords {
  readonly page: number;
  readonly anchor: PlaceBox;
  readonly head: PlaceBox;
}

/** A press of an arrow key; with Shift it extends what is picked. */
export interface ArrowPress {
  readonly step: WordStep;
  readonly extend: boolean;
}

/** What can be picked from: a document on screen and what was read in it. */
export interface PickedFrom {
  readonly view: PdfView;
  readonly reading: DocumentReading | undefined;
  /** Where the value was found, if anywhere in this document. */
  readonly place: { readonly page: number; readonly boxes: readonly PlaceBox[] } | null;
}

/** All of what is picked, as one place. */
export function boxOf({ anchor, head }: PickedWords): PlaceBox {
  return boundsOf([anchor, head]) ?? head;
}

/**
 * What is picked after a press: the next word from the one picked before or from where the value was found, if that is
 * in view; else the first word in view. Null where no word was read.
 */
export function pickNext(
  from: PickedFrom,
  before: PickedWords | null,
  { step, extend }: ArrowPress,
): PickedWords | null {
  const at = [before, placeAsWords(from)].find(
    (words) => words && isInView(from.view, words.page, words.head),
  );
  if (!at) return firstInView(from);
  const next = (extend ? extendTo : stepWord)(turned(from, at.page), at.head, step);
  if (next)
    return { page: at.page, anchor: extend && at === before ? at.anchor : next, head: next };
  return (extend ? null : onNextPage(from, at.page, step)) ?? before ?? at;
}

function placeAsWords({ place }: PickedFrom): PickedWords | null {
  const box = place?.boxes[0];
  return place && box ? { page: place.page, anchor: box, head: box } : null;
}

function firstInView(from: PickedFrom): PickedWords | null {
  const begin = viewBegins(from.view);
  if (!begin) return null;
  const word = wordFrom(turned(from, begin.page), begin.top);
  return word && { page: begin.page, anchor: word, head: word };
}

function onNextPage(from: PickedFrom, page: number, step: WordStep): PickedWords | null {
  const forward = step === 'kanan' || step === 'bawah';
  const next = page + (forward ? 1 : -1);
  const word = wordAtEnd(turned(from, next), forward ? 'awal' : 'akhir');
  return word && { page: next, anchor: word, head: word };
}

function turned({ view, reading }: PickedFrom, page: number) {
  const read = reading?.pages.find((one) => one.page === page);
  const words: readonly StepWord[] = read ? bestReading(read) : [];
  return { words, degrees: view.status.now().rotation };
}
