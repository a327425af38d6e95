import { z } from 'zod';
import { documentReadingSchema } from '#renderer/evidence/matching/document-reading.ts';
import { employeeSchema } from '#shared/records/employee.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { recordValuesSchema, sha256Schema } from '#shared/records/usul.ts';

/** A document of an usul with what was read in it. */
export const warnedDocumentSchema = z.object({
  document: z.object({ documentId: z.string(), sha256: sha256Schema }),
  reading: documentReadingSchema,
});
/** A document of an usul with what was read in it. */
export type WarnedDocument = z.infer<typeof warnedDocumentSchema>;

/** An usul as far as its documents are judged by it. */
export const warnedUsulSchema = z.object({
  employee: employeeSchema,
  recordType: recordTypeIdSchema,
  values: recordValuesSchema,
  oldValues: recordValuesSchema.nullable(),
});
/** An usul as far as its documents are judged by it. */
export type WarnedUsul = z.infer<typeof warnedUsulSchema>;
