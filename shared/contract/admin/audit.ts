import { z } from 'zod';
import { pageKeySchema, pageSchema } from '#shared/contract/admin/page.ts';
import { boundedTable, codeText, instantText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

/** Which entries are asked for: by whom (part of a name, or a user name), what, between two days, from which PC, under which appointment. */
export const auditQuerySchema = z.object({
  who: z.string().trim().max(100).exactOptional(),
  action: codeText.exactOptional(),
  from: localDateSchema.exactOptional(),
  until: localDateSchema.exactOptional(),
  deviceId: z.uuid().toLowerCase().exactOptional(),
  appointmentId: z.uuid().toLowerCase().exactOptional(),
  after: pageKeySchema.exactOptional(),
});

/** An entry; `by` null: the server itself, or somebody at its command line. `details` never holds personal data. */
export const auditEntrySchema = z.looseObject({
  id: codeText,
  at: instantText,
  action: codeText,
  by: z.looseObject({ username: codeText, displayName: lineText }).nullable(),
  /** The account that it was done to, where that is another one. */
  about: z.looseObject({ username: codeText, displayName: lineText }).nullable(),
  deviceName: lineText.nullable(),
  deviceId: z.uuid().nullable(),
  appointmentId: codeText.nullable(),
  details: boundedTable(codeText, lineText, 40),
});
/** An entry of the audit. */
export type AuditRow = z.infer<typeof auditEntrySchema>;
/** A page of the audit, the newest first. */
export const auditPageSchema = pageSchema(auditEntrySchema);

/** How many entries a piece of an export has at most. */
export const auditPieceRows = 5_000;
/**
 * A piece of a CSV file (UTF-8, `;`), the newest first; the first one begins with its head. `next`: where the next one begins, null
 * behind the last.
 */
export const auditPieceSchema = z.looseObject({
  name: lineText,
  text: z.string().max(40_000_000),
  rows: z.int().nonnegative(),
  next: pageKeySchema.nullable(),
});
