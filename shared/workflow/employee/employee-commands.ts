import { z } from 'zod';
import { boundedList, codeText, instantText } from '#shared/kernel/bounded.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';
import { recordValuesSchema, sha256Schema } from '#shared/records/usul.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';

/** Longest note of an ASN to those who judge. */
export const maxEmployeeNote = 2_000;
/** Most documents of one submission. */
export const maxSubmittedDocuments = 50;

/** `revision` and `version`: of the usul that the ASN had before the eyes. `madeAt` is the PC's clock, kept as a statement. */
const aboutOwnUsul = {
  id: z.uuidv7().toLowerCase(),
  usulId: z.uuid().toLowerCase(),
  revision: z.int().positive(),
  version: z.int().positive(),
  note: z.string().max(maxEmployeeNote),
  madeAt: instantText,
  appointmentId: appointmentIdSchema.exactOptional(),
} as const;

/** A document of a submission; `documentId` names a `DocumentSpec` of its record type, the bytes are with the usul already. */
export const submittedDocumentSchema = z.object({
  documentId: codeText,
  fileName: z.string().max(255).refine(isPlainLine, 'A name that people can read.'),
  sha256: sha256Schema,
});

/** The ASN hands an usul in again that came back: other values, the same record. */
export const resubmitCommandSchema = z.object({
  kind: z.literal('ajukan_ulang'),
  ...aboutOwnUsul,
  values: recordValuesSchema,
  documents: boundedList(submittedDocumentSchema, { min: 1, max: maxSubmittedDocuments }),
});
/** The ASN hands an usul in again that came back. */
export type ResubmitCommand = z.infer<typeof resubmitCommandSchema>;

/** The ASN takes an usul back, which settles it. */
export const withdrawCommandSchema = z.object({ kind: z.literal('tarik'), ...aboutOwnUsul });
/** The ASN takes an usul back. */
export type WithdrawCommand = z.infer<typeof withdrawCommandSchema>;

/** What an ASN does to an usul of his or her own. */
export type EmployeeCommand = ResubmitCommand | WithdrawCommand;
