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
 * pieces of it, enlarged, to be sure of what was read there before; or pieces of the page as it is drawn, to see whether
 * it shows what its text layer says (`tergambar`: a check of the layer, no witness of its own).
 */
export const readingPasses = [
  'lapisan_teks',
  'gambar',
  'gambar_dibersihkan',
  'potongan',
  'tergambar',
] as const;

/**
 * One way of reading a page: words in reading order. One `potongan` or `tergambar` reading holds the pieces of one round;
 * `pieces` are the places that were looked at, those where nothing was read too; of `tergambar`, `clear` says of each
 * whether nothing but print is drawn there.
 */
export const pageReadingSchema = z.object({
  pass: z.enum(readingPasses),
  words: z.array(readWordSchema),
  pieces: z.array(pageBoxSchema).exactOptional(),
  clear: z.array(z.boolean()).exactOptional(),
});
/** One way of reading a page. */
export type PageReading = z.infer<typeof pageReadingSchema>;

/** Whether a reading is of the whole page: pieces of it would count their words twice. */
export function isWhole({ pass }: Pick<PageReading, 'pass'>): boolean {
  return pass !== 'potongan' && pass !== 'tergambar';
}

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

/**
 * One page as it was read; `page` counts from 1, `width` and `height` are points (1/72 inch), as in `pageBoxSchema`.
 * `belied`: it has a text layer that says something else than it shows, and was read as the picture that it is; `layer`: what
 * that said. Both are absent elsewhere, and in readings of older versions.
 */
export const readPageSchema = z.object({
  page: z.int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  readings: z.array(pageReadingSchema),
  quality: pageQualitySchema,
  belied: z.literal(true).exactOptional(),
  layer: z.array(readWordSchema).exactOptional(),
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
  'formulir_dinamis',
] as const;
/** Why a document could not be read at all. */
export type ReadFailure = (typeof readFailures)[number];

const machineLimits: ReadonlySet<string> = new Set<ReadFailure>([
  'terlalu_lama',
  'terlalu_banyak',
  'gagal',
]);

/** Whether the program itself could not do it: nothing is said of the document by that. */
export function isMachineLimit(failure: string): boolean {
  return machineLimits.has(failure);
}

/**
 * A page at which reading failed: it took too long; it went wrong in a way that may go well another time (`gagal`); or a
 * picture in it is larger than the program takes, which says nothing against it (`dilewati`). One that is among the pages read was read once, and only a closer look at it failed.
 */
export const failedPageSchema = z.object({
  page: z.int().positive(),
  failure: z.enum(['terlalu_lama', 'gagal', 'dilewati']),
});
/** A page at which reading failed. */
export type FailedPage = z.infer<typeof failedPageSchema>;

/**
 * A document as it was read on this PC; kept (sealed) by `sha256` and `engine`, the version of everything that decides
 * what is read. `pageCount` null when it could not be opened; pages beyond what is read ahead are missing in `pages`, as
 * are those that could not be read. `failedPages` is absent where none failed, and in readings of older versions;
 * `attempts`, how often reading it has ended because something took too long, where nothing did.
 */
export const documentReadingSchema = z.object({
  sha256: sha256Schema,
  engine: z.string(),
  pageCount: z.int().positive().nullable(),
  failure: z.enum(readFailures).nullable(),
  pages: z.array(readPageSchema),
  failedPages: z.array(failedPageSchema).exactOptional(),
  attempts: z.int().positive().exactOptional(),
});
/** A document as it was read on this PC. */
export type DocumentReading = z.infer<typeof documentReadingSchema>;

/** How often a document is read that takes too long, each time with twice the patience. */
export const mostAttempts = 3;

/** Whether what took too long in a document is to be tried again: the PC may have been busy, or be slow. */
export function isToTryAgain({ attempts = 0 }: DocumentReading): boolean {
  return attempts > 0 && attempts < mostAttempts;
}

/** The pages that could not be read at all: whatever is sought may stand there. */
export function unreadPagesOf({ pages, failedPages = [] }: DocumentReading): readonly FailedPage[] {
  const read = new Set(pages.map(({ page }) => page));
  return failedPages.filter(({ page }) => !read.has(page));
}
