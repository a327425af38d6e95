import { z } from 'zod';

/**
 * What is kept of a document's text to know it again in another scan: some three kilobytes. Holds words and numbers of
 * the document in the clear: keep it sealed like the reading.
 */
export const textFingerprintSchema = z.object({
  /** MinHash of the text's pieces of five letters: 48 numbers of 32 bits. */
  sketch: z.array(z.int().nonnegative()),
  /** Distinct numbers of at least four digits, days as `yyyy-mm-dd`. */
  numbers: z.array(z.string()),
  /** Distinct words that were read with certainty, folded. */
  certain: z.array(z.string()),
  /** Distinct words that were not. */
  unsure: z.array(z.string()),
});
/** What is kept of a document's text. */
export type TextFingerprint = z.infer<typeof textFingerprintSchema>;
