import type { EvidencePlace, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import {
  type Candidate,
  type Witness,
  candidatesOn,
} from '#renderer/evidence/matching/candidates.ts';
import { isCertain } from '#renderer/evidence/matching/certainty.ts';
import {
  type KnownLabel,
  type PlaceContext,
  type QueryLabels,
  contextOf,
  labelsOfQuery,
} from '#renderer/evidence/matching/label-context.ts';
import { otherAtLabel } from '#renderer/evidence/matching/label-contradiction.ts';
import { labelledPlaces } from '#renderer/evidence/matching/labelled-places.ts';
import { isShown } from '#renderer/evidence/matching/drawn-print.ts';
import { otherPaperNumber, withoutCitedLetter } from '#renderer/evidence/matching/paper-number.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { isOfAnother } from '#renderer/evidence/matching/person-parts.ts';
import {
  isInSignature,
  ownerOf,
  standsLikeSigner,
} from '#renderer/evidence/matching/place-owner.ts';

/** A place with all that is known of it. */
export interface JudgedPlace {
  readonly candidate: Candidate;
  readonly best: Witness;
  readonly context: PlaceContext;
  /** The value stands there, read with certainty, and the page shows it. */
  readonly certain: boolean;
  /** What the text layer says there, the drawn page was seen to show; what was read in a picture is shown anyhow. */
  readonly shown: boolean;
  /** It stands where another field's or another person's values stand. */
  readonly elsewhere: 'kolom_lain' | 'pejabat' | 'orang_lain' | null;
  /** It stands in the row of the person whose value it is. */
  readonly inOwnRow?: boolean;
}

/** Values further apart than this may be two fields' values. */
const resembling = 0.25;

/** Every place where a value or something like it stands, the best first. */
export function judgedPlaces(
  asked: FieldQuery,
  pages: readonly PageStreams[],
): readonly JudgedPlace[] {
  const query = withoutCitedLetter(asked, pages);
  const labels = labelsOfQuery(query);
  const found = pages.flatMap((page) => candidatesOn(query, page));
  const likely = found.some(({ witnesses }) => witnesses[0]!.distance < resembling);
  const labelled = likely ? [] : pages.flatMap((page) => labelledPlaces(query, labels, page));
  const judged = [...found, ...labelled].map((candidate) => judge(query, labels, candidate));
  const told = judged.filter(({ context }) => context.own !== null || !isSmallNumber(query));
  const own = withoutCited(query, withoutSigner(query, told), pages);
  return inOrder(
    withoutOthers(
      query,
      preferLabelled(own),
      () => otherAtLabel(query, labels, pages)?.label ?? null,
    ),
  );
}

/**
 * The best place first: the value itself, where nobody else's values stand; then what stands at its label in its place; then
 * the value where it is another's.
 */
export function inOrder(places: readonly JudgedPlace[]): readonly JudgedPlace[] {
  return places.toSorted(
    (one, other) =>
      standing(one) - standing(other) ||
      Number(other.certain) - Number(one.certain) ||
      score(one) - score(other) ||
      one.candidate.page.page.page - other.candidate.page.page.page,
  );
}

function standing({ best, context, elsewhere: another }: JudgedPlace): number {
  const equal = best.agreement !== 'beda';
  if (another !== null) return equal ? 2 : 4;
  return equal ? 0 : context.own ? 1 : 3;
}

/** The place as it is told. */
export function evidencePlace({ candidate, best, context }: JudgedPlace): EvidencePlace {
  return {
    page: candidate.page.page.page,
    boxes: best.boxes.map(candidate.page.shown),
    printed: best.printed,
    label: (context.own ?? context.foreign)?.spelling ?? null,
  };
}

function judge(query: FieldQuery, labels: QueryLabels, candidate: Candidate): JudgedPlace {
  const best = candidate.witnesses[0]!;
  const context = contextOf(query.kind, labels, best.boxes, candidate.page);
  const shown = isShown(candidate);
  return {
    candidate,
    best,
    context,
    certain: shown && isCertain(query, candidate),
    shown,
    elsewhere: elsewhere(query, labels, candidate, context),
  };
}

const personal: readonly FieldQuery['kind'][] = ['nama', 'gelar', 'nip', 'nik', 'golongan', 'teks'];

function elsewhere(
  query: FieldQuery,
  labels: QueryLabels,
  { page, witnesses }: Candidate,
  { own, foreign }: PlaceContext,
): JudgedPlace['elsewhere'] {
  if (isOfAnother(query, witnesses[0]!.boxes, page)) return 'orang_lain';
  if (!own && foreign) return 'kolom_lain';
  if (!personal.includes(query.kind) || query.of === 'dokumen') return null;
  const named = query.kind === 'nama' || query.kind === 'gelar' || query.kind === 'nip';
  if (named && query.of === 'pegawai' && (!own || query.kind === 'nip')) {
    if (standsLikeSigner(witnesses[0]!.boxes, page.context, labels.own)) return 'pejabat';
  }
  // A post or an office that has its label stands in nobody's signature.
  const signable = query.kind !== 'teks' || !own;
  const owner = ownerOf(witnesses[0]!.boxes, page.context, signable);
  if (owner === 'pejabat' && query.of === 'pegawai') return 'pejabat';
  if (owner === 'pegawai' && query.of === 'pejabat') return 'kolom_lain';
  return null;
}

/** A number that any page has somewhere: without the field's label beside it, it says nothing. */
function isSmallNumber({ kind, value, unit }: FieldQuery): boolean {
  return kind === 'angka' && unit === undefined && value.replaceAll(/\D/g, '').length <= 3;
}

/**
 * A name or NIP that also signs the page is the official's wherever it stands, unless under a heading of the employee:
 * headings and labels may not have been read.
 */
function withoutSigner(query: FieldQuery, places: readonly JudgedPlace[]): readonly JudgedPlace[] {
  if (query.of !== 'pegawai' || (query.kind !== 'nama' && query.kind !== 'nip')) return places;
  const signs = places.some(
    ({ best, candidate: { page } }) =>
      best.agreement !== 'beda' && isInSignature(best.boxes, page.context),
  );
  if (!signs) return places;
  return places.map((place) => {
    const { best, candidate } = place;
    const owner = ownerOf(best.boxes, candidate.page.context, true);
    return best.agreement === 'beda' || owner === 'pegawai' || place.elsewhere === 'orang_lain'
      ? place
      : { ...place, elsewhere: 'pejabat' };
  });
}

/** Where another number heads the decree, the proposed one is that of a paper which it cites. */
function withoutCited(
  query: FieldQuery,
  places: readonly JudgedPlace[],
  pages: readonly PageStreams[],
): readonly JudgedPlace[] {
  const head = otherPaperNumber(query, pages);
  if (!head) return places;
  return places.map((place) =>
    place.best.agreement === 'beda' || place.elsewhere !== null
      ? place
      : { ...place, elsewhere: 'kolom_lain' },
  );
}

/**
 * Where the field's own label ("menjadi", "Integritas") stands before another value, the same value somewhere without
 * that label is another field's.
 */
function preferLabelled(places: readonly JudgedPlace[]): readonly JudgedPlace[] {
  const rank = ({ context }: JudgedPlace): number => context.own?.rank ?? Infinity;
  const rivals = places.filter(
    ({ best, context, elsewhere: other }) =>
      best.agreement === 'beda' &&
      other !== 'orang_lain' &&
      best.confidence >= 60 &&
      context.own?.telling &&
      context.own.distance <= 30,
  );
  const strongest = Math.min(...rivals.map(rank), Infinity);
  return places.map((place) =>
    place.best.agreement !== 'beda' && place.elsewhere === null && rank(place) > strongest
      ? { ...place, elsewhere: 'kolom_lain' }
      : place,
  );
}

/**
 * The same where that label stands before a value that does not even resemble this one. The number of a letter tells whose
 * date it is better than any label does; of other labels a paper may have several ("lahir").
 */
function withoutOthers(
  { letter }: FieldQuery,
  places: readonly JudgedPlace[],
  labelOf: () => KnownLabel | null,
): readonly JudgedPlace[] {
  const doubtful = ({ best, context: { own }, elsewhere: other }: JudgedPlace): boolean =>
    best.agreement !== 'beda' && other === null && (!own?.telling || own.spelling !== letter);
  const label = places.some(doubtful) ? labelOf() : null;
  if (!label) return places;
  return places.map((place) =>
    doubtful(place) && (label.spelling === letter || !place.context.own?.telling)
      ? { ...place, elsewhere: 'kolom_lain' }
      : place,
  );
}

/** Smaller is better: near the value, and beside its own label. */
function score({ best, context }: JudgedPlace): number {
  const none = best.distance < resembling ? 0.08 : 0.3;
  const label = context.own ? Math.min(0.05, context.own.rank * 0.005) : none;
  return best.distance + label + (100 - best.confidence) / 2000;
}
