import type { Acuity } from '#renderer/workers/evidence/quality/edge-acuity.ts';
import type { PaperAndInk } from '#renderer/workers/evidence/quality/paper-and-ink.ts';
import type { PageFlaw, PageQuality, ReadWord } from '#shared/domain/matching/document-reading.ts';

/** What was measured of a page's picture, before and after it was read. */
export interface PageMeasures {
  /** Dots per inch of the picture on its paper. */
  readonly dpi: number;
  /** Null: hardly anything is printed. */
  readonly acuity: Acuity | null;
  readonly shades: PaperAndInk;
  /** Degrees by which the picture had to be turned to be read. */
  readonly turned: number;
  /** Mean confidence of the reading, 0 to 100; null when the page was not read (blank). */
  readonly confidence: number | null;
  readonly words: readonly ReadWord[];
}

/** Edge acuity below which a page cannot be read, and below which it is not sharp (measured on scans of known blur). */
export const acuityLimits = { unreadable: 0.32, soft: 0.38 } as const;
/** Mean confidence below which a reading is worth nothing. */
const leastConfidence = 50;
/** Below this resolution small print is lost; scanners set to 100 give a hair less. */
const leastDpi = 97;
/** Paper darker than this is dark; print that stands out from the paper by less than this is faded. */
const [darkPaper, leastContrast] = [110, 70];
/** How near to the edge of the picture (share of the page) a line that was cut off ends, and how many lines must. */
const [edge, leastLines] = [0.004, 3];

/** What is wrong with a page as a picture, and how far what was read there may be trusted. */
export function pageQuality(measures: PageMeasures): PageQuality {
  const { acuity, dpi } = measures;
  const rounded = { dpi: Math.round(dpi), acuity: acuity ? round(acuity.acuity) : null };
  if (measures.confidence === null || !acuity) {
    return { level: 'tidak_terbaca', flaws: ['kosong'], ...rounded };
  }
  const flaws: PageFlaw[] = [];
  const level = levelOf(acuity.acuity, measures.confidence);
  if (acuity.acuity < acuityLimits.unreadable) flaws.push('kabur');
  else if (acuity.acuity < acuityLimits.soft) flaws.push('kurang_tajam');
  if (measures.shades.paper < darkPaper) flaws.push('gelap');
  if (measures.shades.paper - measures.shades.ink < leastContrast) flaws.push('pudar');
  if (isCutOff(measures.words)) flaws.push('terpotong');
  if (measures.turned !== 0) flaws.push('terbalik');
  if (dpi < leastDpi) flaws.push('resolusi_rendah');
  return { level, flaws, ...rounded };
}

function levelOf(acuity: number, confidence: number): PageQuality['level'] {
  if (acuity < acuityLimits.unreadable || confidence < leastConfidence) return 'tidak_terbaca';
  return acuity < acuityLimits.soft ? 'kurang_tajam' : 'baik';
}

/** Whether print runs over an edge: several lines begin or end there, or a whole line lies on it. */
export function isCutOff(words: readonly ReadWord[]): boolean {
  const printed = words.filter(
    ({ text, confidence }) => /\p{L}{2}|\d{2}/u.test(text) && confidence > 30,
  );
  const linesAt = (touches: (word: ReadWord) => boolean): number =>
    new Set(printed.filter(touches).map(({ line }) => line)).size;
  const wordsAt = (touches: (word: ReadWord) => boolean): number => printed.filter(touches).length;
  return (
    linesAt(({ box }) => box[0] < edge) >= leastLines ||
    linesAt(({ box }) => box[2] > 1 - edge) >= leastLines ||
    wordsAt(({ box }) => box[1] < edge) >= leastLines ||
    wordsAt(({ box }) => box[3] > 1 - edge) >= leastLines
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
