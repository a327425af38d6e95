import type { PageContent } from '#renderer/pdf/page-content.ts';
import type { LayerWord } from '#renderer/pdf/text-layer.ts';
import type { GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';

/** From this share of the page on, pictures count as the page itself: what text lies over them may say something else. */
const largePictures = 0.3;
/** Smallest type, in points, that a person reads; share of readable characters below which a layer is rubbish. */
const [leastSize, leastReadable] = [3, 0.8];
/** Two words that share so much of the smaller one's area lie on one another. */
const onOneAnother = 0.55;
/** Contrast that print must have on the page as it is drawn. */
const leastInk = 30;

/** Whether pictures cover so much of the page that it must be read as a picture. */
export function isPictured({ pictures }: PageContent): boolean {
  return pictures.reduce((sum, { coverage }) => sum + coverage, 0) >= largePictures;
}

/** Whether a page's text layer may be what a person sees, by what the file says of it. */
export function mayTrustText(content: PageContent, words: readonly LayerWord[]): boolean {
  return (
    words.length > 0 &&
    !isPictured(content) &&
    content.showsText &&
    !content.hidesText &&
    isReadable(words) &&
    words.every(({ size }) => size >= leastSize) &&
    words.every(isOnPage) &&
    !lieOnOneAnother(words)
  );
}

function isReadable(words: readonly LayerWord[]): boolean {
  const text = words.map((word) => word.text).join('');
  const readable = text.match(/[\p{L}\p{N}\p{P}\p{Sc}\p{Sm}]/gu)?.length ?? 0;
  return readable >= Array.from(text).length * leastReadable;
}

function isOnPage({ box }: LayerWord): boolean {
  return box[0] > -0.05 && box[1] > -0.05 && box[2] < 1.05 && box[3] < 1.05;
}

// A value hidden under another one comes back from the text layer as well: two words at one place.
function lieOnOneAnother(words: readonly LayerWord[]): boolean {
  return doubles(words).length > 0;
}

/** The words without those that were printed twice at one place: that is how some programs make bold type. */
export function printedOnce(words: readonly LayerWord[]): readonly LayerWord[] {
  const again = new Set(
    doubles(words)
      .filter(([one, other]) => one.text === other.text)
      .map(([, other]) => other),
  );
  return words.filter((word) => !again.has(word));
}

// Pairs of words that lie on one another, the upper one first.
function doubles(words: readonly LayerWord[]): readonly (readonly [LayerWord, LayerWord])[] {
  const sorted = words.toSorted((one, other) => one.box[1] - other.box[1]);
  const pairs: (readonly [LayerWord, LayerWord])[] = [];
  for (const [at, word] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.box[1] > word.box[3]) break;
      if (shared(word.box, other.box) > onOneAnother) pairs.push([word, other]);
    }
  }
  return pairs;
}

type Box = LayerWord['box'];

function shared(one: Box, other: Box): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  if (width <= 0 || height <= 0) return 0;
  const smaller = Math.min(area(one), area(other));
  return smaller > 0 ? (width * height) / smaller : 0;
}

function area(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

/** Whether every word leaves a mark on the page as it is drawn: white print, and what lies under something, does not. */
export function isInked(words: readonly LayerWord[], drawn: GreyImage): boolean {
  return words.every((word) => !/[\p{L}\p{N}]{2}/u.test(word.text) || hasInk(word.box, drawn));
}

function hasInk(box: Box, { width, height, pixels }: GreyImage): boolean {
  const [left, right] = [box[0], box[2]].map((share) => within(Math.round(share * width), width));
  const [top, bottom] = [box[1], box[3]].map((share) => within(Math.round(share * height), height));
  let [darkest, lightest] = [255, 0];
  for (let y = top ?? 0; y <= (bottom ?? 0); y += 1) {
    for (let x = left ?? 0; x <= (right ?? 0); x += 1) {
      const shade = pixels[y * width + x] ?? 255;
      darkest = Math.min(darkest, shade);
      lightest = Math.max(lightest, shade);
    }
  }
  return lightest - darkest >= leastInk;
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}
