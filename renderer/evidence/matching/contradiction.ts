import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { EvidencePlace, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { type Candidate, candidatesOn } from '#renderer/evidence/matching/candidates.ts';
import { isCertain } from '#renderer/evidence/matching/certainty.ts';
import { isShown } from '#renderer/evidence/matching/drawn-print.ts';
import {
  type JudgedPlace,
  evidencePlace,
  judgedPlaces,
} from '#renderer/evidence/matching/judged-places.ts';
import { labelsOfQuery, type StandingLabel } from '#renderer/evidence/matching/label-context.ts';
import { isAside, otherAtLabel } from '#renderer/evidence/matching/label-contradiction.ts';
import { otherPaperNumber, withoutCitedLetter } from '#renderer/evidence/matching/paper-number.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';
import { isOtherName } from '#renderer/evidence/matching/values/person-names.ts';

/** Another value that stands where the field's own should, read as surely as a value that is found. */
export interface Contradiction {
  /** In the plain form of the kind, like `FieldQuery.value`. */
  readonly value: string;
  readonly place: EvidencePlace;
  readonly candidate: Candidate;
  /** The page shows it: a text layer alone accuses nobody. */
  readonly shown: boolean;
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
  asked: FieldQuery,
  places: readonly JudgedPlace[],
  pages: readonly PageStreams[],
): Contradiction | null {
  const query = withoutCitedLetter(asked, pages);
  if (places.some(mayBeTheField)) return null;
  return (
    atHead(query, pages) ??
    atTellingLabel(query, pages) ??
    atOwnLabel(query, places) ??
    ofRivals(query, pages)
  );
}

/** Read for the field with whatever doubt, or at a label of its own that tells less than another one. */
function mayBeTheField({ best, elsewhere, context }: JudgedPlace): boolean {
  if (best.agreement === 'beda') return false;
  return elsewhere === null || (elsewhere === 'kolom_lain' && context.own?.telling === true);
}

/** The number that heads the decree whose own number is proposed. */
function atHead(query: FieldQuery, pages: readonly PageStreams[]): Contradiction | null {
  const head = otherPaperNumber(query, pages);
  if (!head) return null;
  const { page, value, boxes, printed } = head;
  const place = { page: page.page.page, boxes: boxes.map(page.shown), printed, label: 'nomor' };
  return surely(query, value, page, boxes, place);
}

function atTellingLabel(query: FieldQuery, pages: readonly PageStreams[]): Contradiction | null {
  const told = otherAtLabel(query, labelsOfQuery(query), pages);
  if (!told?.only || !differs(query, told.value, told.printed)) return null;
  const { page, boxes, printed, value, label } = told;
  // A name is told by its words, everything else by its plain form.
  const wanted = query.kind === 'nama' ? printed : value;
  const place = { page: page.page.page, boxes: boxes.map(page.shown), printed };
  return surely(query, wanted, page, boxes, { ...place, label: label.spelling });
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
      (inOwnRow === true ||
        (context.own !== null &&
          isOwn(context.own, best.distance) &&
          !(query.kind === 'angka' && isAside(context.own, best.boxes, candidate.page)))),
  );
  const telling = rivals.filter(({ context, inOwnRow }) => inOwnRow ?? context.own?.telling);
  // Of several values behind "Nomor" any may be the field's own, misread or not.
  const [first, ...more] = telling.length > 0 ? telling : rivals;
  if (!first || more.some(({ best }) => best.other !== first.best.other)) return null;
  const { candidate, best } = first;
  return surely(query, best.other!, candidate.page, best.boxes, evidencePlace(first));
}

/** Another code of the field's table, right behind its own label. */
function ofRivals(query: FieldQuery, pages: readonly PageStreams[]): Contradiction | null {
  const { rivals = [], ...plain } = query;
  for (const value of rivals) {
    const rival = { ...plain, value, also: [] };
    const place = judgedPlaces(rival, pages).find(
      ({ best, elsewhere, context: { own }, candidate: { page } }) =>
        best.agreement === 'sama' &&
        elsewhere === null &&
        own !== null &&
        own.distance <= rightBehind &&
        page.page.quality.level === 'baik',
    );
    if (!place) continue;
    const { candidate, best } = place;
    return surely(plain, value, candidate.page, best.boxes, evidencePlace(place));
  }
  return null;
}

/** The other value, if it would be found there were it the one proposed. */
function surely(
  query: FieldQuery,
  value: string,
  page: PageStreams,
  boxes: readonly PageBox[],
  place: EvidencePlace,
): Contradiction | null {
  const other = { ...query, value, also: [] };
  const candidate = candidatesOn(other, page).find(
    (one) => samePlace(one.witnesses[0]!.boxes, boxes) && isCertain(other, one),
  );
  return candidate ? { value, place, candidate, shown: isShown(candidate) } : null;
}
