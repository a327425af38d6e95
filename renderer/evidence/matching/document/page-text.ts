import {
  isWhole,
  type DocumentReading,
  type PageBox,
  type PageReading,
  type ReadPage,
  type ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import { foldLetters } from '#renderer/evidence/matching/document/letters.ts';
import { uprightPage } from '#renderer/evidence/matching/upright-page.ts';
import { unionOf } from '#renderer/evidence/matching/reading-stream.ts';

/** A line as it was read. `confidence` is the mean of its words, 0 to 100. */
export interface TextLine {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly ReadWord[];
  readonly box: PageBox;
  readonly confidence: number;
  /** Set in capitals: how papers set their titles. */
  readonly capitals: boolean;
  /** Every longer word begins with a capital: a title set otherwise, but a value too. */
  readonly titleCase: boolean;
}

/** One way in which a page was read. */
export interface PassText {
  readonly lines: readonly TextLine[];
  /** All lines folded into one stream, without gaps. */
  readonly stream: string;
  /** Of a text layer, in which no letter is misread. */
  readonly layer: boolean;
}

/** A page with all ways in which it was read as a whole, at least one; the first is the plain one. */
export interface PageText {
  readonly page: number;
  readonly passes: readonly PassText[];
  readonly readable: boolean;
}

const known = new WeakMap<DocumentReading, readonly PageText[]>();

/** The pages of a reading as lines, made once for a reading; a page that was not read at all has one pass without lines. */
export function pageTextsOf(reading: DocumentReading): readonly PageText[] {
  const made = known.get(reading);
  if (made) return made;
  const pages = reading.pages.map((page) => ({
    page: page.page,
    passes: passesOf(uprightPage(page).page),
    readable: page.quality.level !== 'tidak_terbaca',
  }));
  known.set(reading, pages);
  return pages;
}

/** Letters and digits that were read on a page in its plain pass. */
export function lengthOf(page: PageText): number {
  return page.passes[0]?.stream.length ?? 0;
}

function passesOf(page: ReadPage): readonly PassText[] {
  const whole = page.readings.filter(isWhole).map(passOf);
  return whole.length > 0 ? whole : [{ lines: [], stream: '', layer: false }];
}

function passOf(reading: PageReading): PassText {
  const byLine = new Map<number, ReadWord[]>();
  for (const word of reading.words) {
    const line = byLine.get(word.line);
    if (line) line.push(word);
    else byLine.set(word.line, [word]);
  }
  const lines = [...byLine.values()].map(lineOf);
  const stream = lines.map((line) => line.folded).join('');
  return { lines, stream, layer: reading.pass === 'lapisan_teks' };
}

function lineOf(words: readonly ReadWord[]): TextLine {
  const text = words.map((word) => word.text).join(' ');
  return {
    text,
    folded: foldLetters(text),
    words,
    box: words.map((word) => word.box).reduce(unionOf),
    confidence: words.reduce((sum, word) => sum + word.confidence, 0) / words.length,
    capitals: inCapitals(text),
    titleCase: inTitleCase(words),
  };
}

function inCapitals(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length < 4) return false;
  return letters.replaceAll(/[^\p{Lu}]/gu, '').length / letters.length >= 0.7;
}

function inTitleCase(words: readonly ReadWord[]): boolean {
  const longer = words.filter((word) => /\p{L}{4}/u.test(word.text));
  return longer.length > 0 && longer.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word.text));
}
