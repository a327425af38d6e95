import { compose } from '#renderer/pdf/affine.ts';
import type { PageImage } from '#renderer/evidence/reading/document/page-source.ts';
import type { ReadingTools } from '#renderer/evidence/reading/document/read-page.ts';
import { goodWords, readTurned } from '#renderer/evidence/reading/document/read-words.ts';
import { flattened } from '#renderer/evidence/reading/picture/clean.ts';
import { resample, type PixelBox } from '#renderer/evidence/reading/picture/resample.ts';
import { eraseRuledLines } from '#renderer/evidence/reading/picture/ruled-lines.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import { unreadPrint } from '#renderer/evidence/reading/picture/unread-print.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type { ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { Turn } from '#renderer/evidence/matching/upright-page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** Pictures below the first resolution are enlarged to about the second before they are read cleaned. */
const [coarse, fine] = [145, 200];

/** From this share of unread print on a page is looked at for print here and there as well. */
const muchUnread = 0.2;

/**
 * Reads a page's picture cleaned: coloured ink made light, paper even, ruled lines erased, coarse ones enlarged. Where
 * `words`, read before, leave much of its print out, it is read in two ways, and the one that makes more sense is taken.
 */
export async function readCleaned(
  image: PageImage,
  turned: Turn,
  words: readonly ReadWord[],
  tools: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const cleaned = cleanedPicture(image, tools);
  const { picture, dpi } = cleaned;
  const isMissing = unreadPrint(cleaned.scan, image.dpi, words) > muchUnread;
  const seen = await readTurned(picture, dpi, turned, tools);
  if (!seen.ok) return seen;
  if (!isMissing) return succeed(seen.value.words);
  const scattered = await readTurned(picture, dpi, turned, tools, 'tersebar');
  if (!scattered.ok) return scattered;
  const better = goodWords(scattered.value) > goodWords(seen.value) ? scattered : seen;
  return succeed(better.value.words);
}

function cleanedPicture(
  image: PageImage,
  { shelf }: ReadingTools,
): { readonly scan: PagePicture; readonly picture: PagePicture; readonly dpi: number } {
  const picture = cleanedScan(image, shelf);
  if (image.dpi >= coarse) return { scan: picture, picture, dpi: image.dpi };
  const most = Math.sqrt(readingLimits.pixels / (picture.image.width * picture.image.height));
  const scale = Math.min(fine / image.dpi, most);
  const whole = { left: 0, top: 0, width: picture.image.width, height: picture.image.height };
  return {
    scan: picture,
    picture: enlarged(picture, whole, scale, shelf, 'diperbesar'),
    dpi: image.dpi * scale,
  };
}

/** A page's picture as it is scanned, cleaned; it lies in the buffers until the next one is. */
export function cleanedScan(image: PageImage, shelf: ReadingTools['shelf']): PagePicture {
  // Without the coloured ink of stamps and pens, where there is any.
  const from = image.inkless ?? image.picture;
  const even = flattened(from.image, shelf, 'rata');
  const clean = shelf.image('bersih', even.width, even.height);
  clean.pixels.set(even.pixels);
  eraseRuledLines(clean, image.dpi);
  return { image: clean, toPage: from.toPage };
}

/** A part of a picture at another size, in the purpose's buffer; `wider` is how much more it grows across. */
export function enlarged(
  { image, toPage }: PagePicture,
  part: PixelBox,
  scale: number,
  shelf: ReadingTools['shelf'],
  purpose: string,
  wider = 1,
): PagePicture {
  const size = {
    width: Math.max(1, Math.round(part.width * scale * wider)),
    height: Math.max(1, Math.round(part.height * scale)),
  };
  const [across, down] = [part.width / size.width, part.height / size.height];
  return {
    image: resample(image, part, size, shelf, purpose),
    toPage: compose(toPage, [across, 0, 0, down, part.left, part.top]),
  };
}
