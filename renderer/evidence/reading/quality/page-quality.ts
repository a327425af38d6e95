import type { Acuity } from '#renderer/evidence/reading/quality/edge-acuity.ts';
import type {
  PageFlaw,
  PageQuality,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';

/** What was measured of a page's picture, before and after it was read. */
export interface PageMeasures {
  /** Dots per inch of the scanned picture on its paper; null where nothing is scanned. */
  readonly dpi: number | null;
  /** Null: hardly anything is printed. */
  readonly acuity: Acuity | null;
  /** Shade of the paper, 0 (black) to 255. */
  readonly paper: number;
  /** Degrees by which the picture had to be turned to be read. */
  readonly turned: number;
  /** Mean confidence of the reading, 0 to 100; null when the page was not read (blank). */
  readonly confidence: number | null;
  readonly words: readonly ReadWord[];
}

/**
 * Edge acuity below which a page cannot be read, and below which it is not sharp. Measured at 150 dots per inch on scans
 * of known blur: in focus 0.42 to 1, blurred by 1.3 pixels (still read well) from 0.31, by 1.9 pixels 0.24 to 0.27, by
 * 2.8 pixels up to 0.24. A picture that was shaken (9 pixels: up to 0.29) is told by how much worse its worst direction is
 * than its best: 0.49 to 0.54, all others from 0.67.
 */
export const acuityLimits = {
  unreadable: 0.255,
  soft: 0.29,
  shaken: 0.34,
  shakenShare: 0.63,
} as const;
/** Mean confidence below which a reading is worth nothing. */
const leastConfidence = 50;
/** Below this resolution small print is lost; scanners set to 100 give a hair less. */
const leastDpi = 97;
/** Paper darker than this is dark; print that stands out from the paper by less than this is faded. */
const [darkPaper, leastContrast] = [110, 60];
/** How near to the edge of the picture (share of the page) a line that was cut off ends, and how many lines must. */
const [edge, leastLines] = [0.004, 3];

/** What is wrong with a page as a picture, and how far what was read there may be trusted. */
export function pageQuality(measures: PageMeasures): PageQuality {
  const { acuity, dpi, confidence } = measures;
  const seen = {
    dpi: dpi === null ? null : Math.round(dpi),
    acuity: dpi === null || !acuity ? null : round(acuity.acuity),
  };
  const sharpness = dpi === null || !acuity ? null : sharpnessFlaw(acuity);
  // Specks and the scanner's edge are no print; nothing is read on a blurred page, either, and that is not blank.
  const isBlank = sharpness !== 'kabur' && !measures.words.some(isPrint);
  if (confidence === null || !acuity || isBlank) {
    return { level: 'tidak_terbaca', flaws: ['kosong'], ...seen };
  }
  const flaws: PageFlaw[] = sharpness === null ? [] : [sharpness];
  if (measures.paper < darkPaper) flaws.push('gelap');
  // Blur takes contrast away as well; one word for one fault.
  if (sharpness !== 'kabur' && acuity.contrast < leastContrast) flaws.push('pudar');
  if (isCutOff(measures.words)) flaws.push('terpotong');
  if (measures.turned !== 0) flaws.push('terbalik');
  if (dpi !== null && dpi < leastDpi) flaws.push('resolusi_rendah');
  return { level: levelOf(sharpness, confidence), flaws, ...seen };
}

function sharpnessFlaw(acuity: Acuity): 'kabur' | 'kurang_tajam' | null {
  if (isBlurred(acuity)) return 'kabur';
  return acuity.acuity < acuityLimits.soft ? 'kurang_tajam' : null;
}

function levelOf(
  sharpness: ReturnType<typeof sharpnessFlaw>,
  confidence: number,
): PageQuality['level'] {
  if (sharpness === 'kabur' || confidence < leastConfidence) return 'tidak_terbaca';
  return sharpness ?? 'baik';
}

/** Whether print is so blurred, or shaken in one direction, that nothing can be read with certainty. */
export function isBlurred({ acuity, best }: Acuity): boolean {
  const { unreadable, shaken, shakenShare } = acuityLimits;
  return acuity < unreadable || (acuity < shaken && acuity < best * shakenShare);
}

/** Whether print runs over an edge: several lines begin or end there, or a whole line lies on it. */
export function isCutOff(words: readonly ReadWord[]): boolean {
  const printed = words.filter(isPrint);
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

function isPrint({ text, confidence }: ReadWord): boolean {
  return /\p{L}{2}|\d{2}/u.test(text) && confidence > 30;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
