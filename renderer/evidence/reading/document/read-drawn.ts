import { isClear } from '#renderer/evidence/reading/document/clear-places.ts';
import { contactSheet, type SheetLook } from '#renderer/evidence/reading/document/contact-sheet.ts';
import type { PageImage } from '#renderer/evidence/reading/document/page-source.ts';
import type { PageInHand, ReadingTools } from '#renderer/evidence/reading/document/read-page.ts';
import { readPiece } from '#renderer/evidence/reading/document/read-piece.ts';
import { wordOnPage } from '#renderer/evidence/reading/document/read-words.ts';
import { layAnew, turns } from '#renderer/evidence/reading/picture/turn.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type { PageReading, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** Resolution that the recogniser is told of a sheet: its lines are as high as those of a letter at this one. */
const sheetDpi = 300;

/** How a place is looked at on a sheet the first time, and the second. */
const sheetLooks: readonly SheetLook[] = [
  { line: 44, wider: 1 },
  { line: 60, wider: 1.4 },
];

/**
 * Reads places of the page as it is drawn, to see whether it shows what its text layer says: all on one sheet, those that
 * showed something else on a second one, otherwise prepared, and then each by itself.
 */
export async function readDrawn(
  { image: { picture, dpi }, content, turned }: Omit<PageInHand, 'read'>,
  places: readonly DoubtfulPlace[],
  tools: ReadingTools,
): Promise<Result<PageReading, Waited>> {
  const laid = turned === 0 ? picture : layAnew(picture, turns[turned], tools.shelf, 'diputar');
  const words: ReadWord[] = [];
  for (const [times, look] of sheetLooks.entries()) {
    const due = places.filter((place) => place.times === times);
    const seen = await readSheet(laid, due, look, tools);
    if (!seen.ok) return seen;
    words.push(...seen.value);
  }
  for (const place of places.filter(({ times }) => times >= sheetLooks.length)) {
    const anew = { ...place, times: place.times - 1 };
    const seen = await readPiece({ cleaned: laid, turned: 0, dpi }, anew, tools);
    if (!seen.ok) return seen;
    words.push(...seen.value);
  }
  const pieces = places.map(({ box }): DoubtfulPlace['box'] => [...box]);
  const clear = places.map(({ box }) => isClear(box, content));
  return succeed({ pass: 'tergambar', words, pieces, clear });
}

async function readSheet(
  picture: PageImage['picture'],
  places: readonly DoubtfulPlace[],
  look: SheetLook,
  { shelf, recogniser }: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const sheet = contactSheet(
    picture,
    places.map(({ box }) => box),
    look,
    shelf,
  );
  if (!sheet) return succeed([]);
  const looking = { as: 'blok', dpi: sheetDpi, limitMs: readingLimits.pageMs } as const;
  const seen = await recogniser.read(sheet.image, looking);
  if (!seen.ok) return seen;
  const words = seen.value.words.map((word) =>
    wordOnPage(word, sheet.toPageAt((word.box[1] + word.box[3]) / 2)),
  );
  return succeed(words);
}
