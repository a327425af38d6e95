import { z } from 'zod';
import { textFingerprintSchema } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { sha256Schema } from '#shared/records/usul.ts';

/** A document of another open usul on this PC. `fingerprint` null while it has not been read. */
export const documentElsewhereSchema = z.object({
  sha256: sha256Schema,
  documentId: z.string(),
  recordType: recordTypeIdSchema,
  employeeId: z.string(),
  /** Name of the other usul's employee. */
  employeeName: z.string(),
  fingerprint: textFingerprintSchema.nullable(),
});
/** A document of another open usul on this PC. */
export type DocumentElsewhere = z.infer<typeof documentElsewhereSchema>;
