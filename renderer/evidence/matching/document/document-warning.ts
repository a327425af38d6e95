import { z } from 'zod';
import { pageFlaws } from '#renderer/evidence/matching/document-reading.ts';
import { sha256Schema } from '#shared/records/usul.ts';

/** What a person may be told of a document before looking at it. */
export const documentWarningKinds = [
  'jenis_lain',
  'orang_lain',
  'dua_orang',
  'halaman_kurang',
  'dipakai_usul_lain',
  'mutu',
  'tidak_dapat_dibaca',
  // Only of a deletion: it bears out the record that is to go.
  'membuktikan',
] as const;
/** Something about a document that a person should know before looking; `page` where it concerns one page. */
export const documentWarningSchema = z.object({
  sha256: sha256Schema,
  kind: z.enum(documentWarningKinds),
  page: z.int().positive().nullable(),
  flaws: z.array(z.enum(pageFlaws)).readonly(),
  /**
   * What the sentence names: the kind found, the name found, the other usul's person, what is missing
   * (a `MissingPart`), how many values are borne out, why it or its page could not be read (a `ReadFailure`). Empty where nothing is named.
   */
  detail: z.string(),
  /** Reason code to propose when the outcome is perbaikan; null when none fits. */
  reason: z.string().nullable(),
});
/** Something about a document that a person should know before looking. */
export type DocumentWarning = z.infer<typeof documentWarningSchema>;
