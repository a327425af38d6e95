import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { MadeCorrection } from '#renderer/core/case/case-contract.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { boundsOf } from '#renderer/viewer/overlay/place-geometry.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import { formatProblem } from '#shared/records/rules/format-rules.ts';
import { readTyped } from '#shared/records/typed-value.ts';
import { showValue } from '#shared/records/value-text.ts';
import { listCodes } from '#shared/reference/reference-tables.ts';
import { maxCorrected } from '#shared/workflow/correction.ts';

/** What is known of a field when its correction is typed. */
interface KnownOfField {
  /** What the person has typed that the document says. */
  readonly seen: string;
  readonly found: CaseFieldEvidence | undefined;
}

/**
 * What the input of a correction begins with: what the person or the program has read in the document, where it can be a value
 * of the field, else the ASN's value; of a code its id.
 */
export function firstText(
  spec: FieldSpec,
  { seen, found, value }: KnownOfField & { readonly value: string },
): string {
  const read = [seen, printedIn(found)].map((text) => valueIn(spec, text));
  const first = read.find((one) => one !== '' && formatProblem(spec, one) === undefined) ?? value;
  return spec.format.kind === 'code' ? first : showValue(spec.format, first);
}

/** What is wrong with what was typed (a sentence); null when it can stand in the place of the ASN's value. */
export function problemOf(spec: FieldSpec, typed: string, value: string): string | null {
  const corrected = readTyped(spec.format, typed);
  if (corrected === '') return workbenchText.correction.empty;
  if (corrected.length > maxCorrected) return workbenchText.correction.tooLong;
  if (corrected === value.trim()) return workbenchText.correction.same;
  return formatProblem(spec, corrected) ?? null;
}

/** The correction that was typed: as the document has it, and where, as far as that is known. */
export function correctionOf(
  spec: FieldSpec,
  typed: string,
  { seen, found }: KnownOfField,
): MadeCorrection {
  const corrected = readTyped(spec.format, typed);
  const read = [seen, printedIn(found)].find((text) => valueIn(spec, text) === corrected);
  const asTyped = spec.format.kind === 'code' ? showValue(spec.format, corrected) : typed.trim();
  const words = read === undefined || read === '' ? asTyped : read;
  return { corrected, seen: words.slice(0, maxSeen), place: placeOf(found) };
}

/** How much is kept of what the document says (characters). */
const maxSeen = 500;

/** What is surely printed at the field's label, and is another value. */
function printedIn(found: CaseFieldEvidence | undefined): string {
  return found?.status === 'berbeda' ? found.place.printed : '';
}

function placeOf(found: CaseFieldEvidence | undefined): MadeCorrection['place'] {
  if (found?.status !== 'berbeda' || found.sha256 === null) return null;
  const { page, boxes } = found.place;
  const box = boundsOf(boxes);
  if (!box) return null;
  const [left, top, right, bottom] = box;
  const isOnPage =
    left >= 0 && top >= 0 && right <= 1 && bottom <= 1 && left < right && top < bottom;
  return isOnPage ? { sha256: found.sha256, page, box: [...box] } : null;
}

/** A value as the field holds it; of a code the one that is called so. */
function valueIn({ format }: FieldSpec, text: string): string {
  if (format.kind !== 'code') return readTyped(format, text);
  const plain = text.trim().toLowerCase();
  return listCodes(format.table).find(({ label }) => label.toLowerCase() === plain)?.id ?? '';
}
