import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { EvidencePlace, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { candidatesOn } from '#renderer/evidence/matching/candidates.ts';
import { isCertain } from '#renderer/evidence/matching/certainty.ts';
import {
  type JudgedPlace,
  evidencePlace,
  judgedPlaces,
} from '#renderer/evidence/matching/judged-places.ts';
import { labelsOfQuery, type StandingLabel } from '#renderer/evidence/matching/label-context.ts';
import { otherAtLabel } from '#renderer/evidence/matching/label-contradiction.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';
import { isOtherName } from '#renderer/evidence/matching/values/person-names.ts';

/** Another value that surely stands where the field's own should. */
export interface Contradiction {
  /** In the plain form of the kind, like `FieldQuery.value`. */
  readonly value: string;
  readonly place: EvidencePlace;
}

/** A label that says only the kind of value ("Nomor") is the field's where the value stands right behind it … */
const rightBehind = 6;
/** … and resembles what is proposed (of a day, two of its parts): another letter's number would not. */
const resembling = 0.34;
/** Almost the value itself may stand a few words behind it. */
const [nearby, nearlySame] = [30, 0.15];

/**
 * What stands at the field's own label instead of the value, where it was read as surely as a value that is found, in a form
 * that is understood, and the value itself may stand nowhere. Anything less is no accusation.
 */
export function contradictionOf(
  query: FieldQuery,
  places: readonly JudgedPlace[],
  pages: readonly PageStreams[],
): Contradiction | null {
  if (places.some(mayBeTheField)) return null;
  return atTellingLabel(query, pages) ?? atOwnLabel(query, places) ?? ofRivals(query, pages);
}

/** Read for the field with whatever doubt, or at a label of its own that tells less than another one. */
function mayBeTheField({ best, elsewhere, context }: JudgedPlace): boolean {
  if (best.agreement === 'beda') return false;
  return elsewhere === null || (elsewhere === 'kolom_lain' && context.own?.telling === true);
}

function atTellingLabel(query: FieldQuery, pages: readonly PageStreams[]): Contradiction | null {
  const told = otherAtLabel(query, labelsOfQuery(query), pages);
  if (!told?.only || !differs(query, told.value, told.printed)) return null;
  const { page, boxes, printed, value, label } = told;
  if (!isSurelyRead({ ...query, value: valueOf(query, told) }, page, boxes)) return null;
  const place = { page: page.page.page, boxes: [...boxes], printed, label: label.spelling };
  return { value, place };
}

/** A name is told by its words, everything else by its plain form. */
function valueOf(
  { kind }: FieldQuery,
  { value, printed }: { readonly value: string; readonly printed: string },
): string {
  return kind === 'nama' ? printed : value;
}

function differs({ kind, value }: FieldQuery, other: string, printed: string): boolean {
  return kind === 'nama' ? isOtherName(value, printed) : other !== value;
}

function isOwn({ telling, distance }: StandingLabel, unlike: number): boolean {
  return (
    telling ||
    (distance <= rightBehind && unlike <= resembling) ||
    (distance <= nearby && unlike <= nearlySame)
  );
}

function atOwnLabel(query: FieldQuery, places: readonly JudgedPlace[]): Contradiction | null {
  const rivals = places.filter(
    ({ best, elsewhere, context, candidate, inOwnRow }) =>
      best.other !== null &&
      elsewhere === null &&
      candidate.page.page.quality.level === 'baik' &&
      (inOwnRow === true || (context.own !== null && isOwn(context.own, best.distance))),
  );
  const telling = rivals.filter(({ context, inOwnRow }) => inOwnRow ?? context.own?.telling);
  // Of several values behind "Nomor" any may be the field's own, misread or not.
  const [first, ...more] = telling.length > 0 ? telling : rivals;
  if (!first || more.some(({ best }) => best.other !== first.best.other)) return null;
  const value = first.best.other!;
  const { page } = first.candidate;
  if (!isSurelyRead({ ...query, value }, page, first.best.boxes)) return null;
  return { value, place: evidencePlace(first) };
}

/** Another code of the field's table, right behind its own label. */
function ofRivals(query: FieldQuery, pages: readonly PageStreams[]): Contradiction | null {
  const { rivals = [], ...plain } = query;
  for (const value of rivals) {
    const rival = { ...plain, value, also: [] };
    const place = judgedPlaces(rival, pages).find(
      ({ certain, elsewhere, context: { own }, candidate }) =>
        certain &&
        elsewhere === null &&
        own !== null &&
        own.distance <= rightBehind &&
        candidate.page.page.quality.level === 'baik',
    );
    if (place) return { value, place: evidencePlace(place) };
  }
  return null;
}

/** Whether the other value would be found there if it were the one proposed. */
function isSurelyRead(query: FieldQuery, page: PageStreams, boxes: readonly PageBox[]): boolean {
  return candidatesOn({ ...query, also: [] }, page).some(
    (candidate) => samePlace(candidate.witnesses[0]!.boxes, boxes) && isCertain(query, candidate),
  );
}
