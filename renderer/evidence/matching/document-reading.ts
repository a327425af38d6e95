import { z } from 'zod';
import { sha256Schema } from '#shared/records/usul.ts';

const share = z.number().min(-1).max(2);

/**
 * A place on a page: left, top, right, bottom as shares (0 to 1) of the page as it lies on screen before the person
 * turns it (the file's own /Rotate applied). A word that leans over the edge may reach a little beyond.
 */
export const pageBoxSchema = z.tuple([share, share, share, share]);
/** A place on a page. */
export type PageBox = z.infer<typeof pageBoxSchema>;

/** One word as it was read. `confidence` 0 to 100 (a text layer's words have 100); `line` counts lines of the page. */
export const readWordSchema = z.object({
  text: z.string(),
  confidence: z.number(),
  box: pageBoxSchema,
  line: z.int().nonnegative(),
});
/** One word as it was read. */
export type ReadWord = z.infer<typeof readWordSchema>;

/**
 * How a page was read: its text layer; its image as it is; its image cleaned (background flattened, ruled lines erased);
 * or pieces of it, enlarged, to be sure of what was read there before.
 */
export const readingPasses = ['lapisan_teks', 'gambar', 'gambar_dibersihkan', 'potongan'] as const;

/**
 * One way of reading a page: words in reading order. One `potongan` reading holds the pieces of one round; `pieces` are the
 * places that were enlarged, those where nothing was read too.
 */
export const pageReadingSchema = z.object({
  pass: z.enum(readingPasses),
  words: z.array(readWordSchema),
  pieces: z.array(pageBoxSchema).exactOptional(),
});
/** One way of reading a page. */
export type PageReading = z.infer<typeof pageReadingSchema>;

/** What is wrong with a page as a picture; each has its own advice for the ASN. */
export const pageFlaws = [
  'kabur',
  'kurang_tajam',
  'gelap',
  'pudar',
  'terpotong',
  'terbalik',
  'kosong',
  'resolusi_rendah',
] as const;
/** What is wrong with a page as a picture. */
export type PageFlaw = (typeof pageFlaws)[number];

/**
 * How well a page can be read. `tidak_terbaca`: nothing read there counts as found; `kurang_tajam`: found counts as
 * similar only. `dpi` and `acuity` (edge acuity in the worst direction) are null for a page without a scanned image.
 */
export const pageQualitySchema = z.object({
  level: z.enum(['baik', 'kurang_tajam', 'tidak_terbaca']),
  flaws: z.array(z.enum(pageFlaws)),
  dpi: z.number().nullable(),
  acuity: z.number().nullable(),
});
/** How well a page can be read. */
export type PageQuality = z.infer<typeof pageQualitySchema>;

/** One page as it was read; `page` counts from 1, `width` and `height` are points (1/72 inch), as in `pageBoxSchema`. */
export const readPageSchema = z.object({
  page: z.int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  readings: z.array(pageReadingSchema),
  quality: pageQualitySchema,
});
/** One page as it was read. */
export type ReadPage = z.infer<typeof readPageSchema>;

/** Why a document could not be read at all. */
export const readFailures = [
  'kosong',
  'rusak',
  'bersandi',
  'halaman',
  'terlalu_banyak',
  'terlalu_lama',
  'gagal',
] as const;
/** Why a document could not be read at all. */
export type ReadFailure = (typeof readFailures)[number];

/**
 * A page at which reading failed: it took too long, or it went wrong in a way that may go well another time (`gagal`). One
 * that is among the pages read was read once, and only a closer look at it failed.
 */
export const failedPageSchema = z.object({
  page: z.int().positive(),
  failure: z.enum(['terlalu_lama', 'gagal']),
});
/** A page at which reading failed. */
export type FailedPage = z.infer<typeof failedPageSchema>;

/**
 * A document as it was read on this PC; kept (sealed) by `sha256` and `engine`, the version of everything that decides
 * what is read. `pageCount` null when it could not be opened; pages beyond what is read ahead are missing in `pages`, as
 * are those that could not be read. `failedPages` is absent where none failed, and in readings of older versions.
 */
export const documentReadingSchema = z.object({
  sha256: sha256Schema,
  engine: z.string(),
  pageCount: z.int().positive().nullable(),
  failure: z.enum(readFailures).nullable(),
  pages: z.array(readPageSchema),
  failedPages: z.array(failedPageSchema).exactOptional(),
});
/** A document as it was read on this PC. */
export type DocumentReading = z.infer<typeof documentReadingSchema>;

/** The pages that could not be read at all: whatever is sought may stand there. */
export function unreadPagesOf({ pages, failedPages = [] }: DocumentReading): readonly FailedPage[] {
  const read = new Set(pages.map(({ page }) => page));
  return failedPages.filter(({ page }) => !read.has(page));
}
