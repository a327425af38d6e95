import { z } from 'zod';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { sha256Schema, type Usul } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';

/** No field of the catalogue holds more; characters. */
export const maxCorrected = 2_000;

/** No document of 1 MB that a person can judge has more; keeps a made-up count from costing the server. */
export const maxPages = 10_000;

const share = z.number().min(0).max(1);

/** Where in a document something stands: page from 1, and a box in shares of the page (left, top, right, bottom). */
export const paperPlaceSchema = z.object({
  sha256: sha256Schema,
  page: z.int().positive().max(maxPages),
  box: z
    .array(share)
    .length(4)
    .refine(([left = 0, top = 0, right = 0, bottom = 0]) => left < right && top < bottom),
});
/** Where in a document something stands. */
export type PaperPlace = z.infer<typeof paperPlaceSchema>;

/**
 * What a verifikator puts in the place of a value that the document proves wrong: the ASN's value as it was judged, the
 * corrected one in the plain-text form of the field, and where the document says so; without a place it was only typed
 * (`seen` of the verdict). All of them are kept for ever, beside one another (domain.md 0.7).
 */
export const correctionSchema = z.object({
  proposed: z.string().max(maxCorrected),
  corrected: z.string().max(maxCorrected),
  place: paperPlaceSchema.exactOptional(),
});
/** What a verifikator puts in the place of a value that the document proves wrong. */
export type Correction = z.infer<typeof correctionSchema>;

/** A correction as a person reads it: the ASN's value, then what stands in its place. */
export function showCorrection(
  spec: Pick<FieldSpec, 'name' | 'format'>,
  { proposed, corrected }: Pick<Correction, 'proposed' | 'corrected'>,
): string {
  return [proposed, corrected].map((value) => showField(spec, value)).join(' → ');
}

/**
 * Whether a document can prove another value of a field at all, and the value is not what tells persons or records apart:
 * whoever sends in another number for a person has to do so as an ASN.
 */
export function isCorrectable({ format, provenBy, identity }: FieldSpec): boolean {
  const isNumberOfPerson = format.kind === 'nip' || format.kind === 'nik';
  return provenBy.length > 0 && !isNumberOfPerson && identity !== true;
}

type AskedUsul = Pick<
  Usul,
  'recordType' | 'kind' | 'values' | 'oldValues' | 'documents' | 'correctionForbidden'
>;

/** Why a field of an usul may not be corrected (a sentence); null where it may. */
export function whyNotCorrectable(usul: AskedUsul, field: string): string | null {
  const { recordType, kind, documents, correctionForbidden } = usul;
  if (kind === 'hapus') return 'Usul hapus tidak dapat dikoreksi.';
  if (correctionForbidden === true) {
    return `Kebijakan instansi tidak mengizinkan koreksi ${recordTypes[recordType].label}.`;
  }
  if (documents.length === 0) return 'Usul tanpa dokumen tidak dapat dikoreksi.';
  const spec = fieldsToJudge(usul).find(({ name }) => name === field);
  if (!spec) return 'Isian itu tidak ada dalam usul ini.';
  const isLong = (usul.values[field] ?? '').length > maxCorrected;
  return isCorrectable(spec) && !isLong
    ? null
    : `${spec.label} tidak dapat dikoreksi; kembalikan usul agar ASN memperbaikinya.`;
}
