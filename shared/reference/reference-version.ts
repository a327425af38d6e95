import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema, type LocalDate } from '#shared/kernel/local-date.ts';
import { referenceTableIds, type ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** Sets of reference data: BKN's tables of codes, the reasons of decisions (`alasan`), and the status codes of SIASN. */
export const referenceSetIds = [...referenceTableIds, 'alasan', 'statusSiasn'] as const;
/** Name of a set of reference data. */
export type ReferenceSetId = ReferenceTableId | 'alasan' | 'statusSiasn';

/** Whether a text names a set. */
export function isReferenceSetId(text: string): text is ReferenceSetId {
  return referenceSetIds.some((set) => set === text);
}

/** Most entries of one set. */
export const mostEntries = 2_000;

/** An entry of a set, whatever else its set says of it. */
export const referenceEntrySchema = z.looseObject({
  id: codeText.min(1),
  label: lineText.min(1),
});
/** An entry of a set. */
export type ReferenceEntry = z.infer<typeof referenceEntrySchema>;

/**
 * A whole set as it is in force from a day on, until a later version of it is. `seq` is the order in which the server took
 * versions in. `set` is text: a set that this version does not know is left alone.
 */
export const referenceVersionSchema = z.looseObject({
  seq: z.int().positive(),
  set: codeText,
  version: z.int().positive(),
  validFrom: localDateSchema,
  entries: z.array(referenceEntrySchema).max(mostEntries),
});
/** A version of a set. */
export type ReferenceVersion = z.infer<typeof referenceVersionSchema>;

/** The versions of a set in the order in which they come into force. */
export function versionsOf(
  versions: readonly ReferenceVersion[],
  set: ReferenceSetId,
): readonly ReferenceVersion[] {
  return versions
    .filter((one) => one.set === set)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom) || a.seq - b.seq);
}

/** The version of a set that is in force on a day: the newest of those that have begun; undefined when none has. */
export function versionOn(
  versions: readonly ReferenceVersion[],
  set: ReferenceSetId,
  day: LocalDate,
): ReferenceVersion | undefined {
  return versionsOf(versions, set).findLast(({ validFrom }) => validFrom <= day);
}
