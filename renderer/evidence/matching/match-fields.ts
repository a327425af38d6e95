import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type {
  EvidencePlace,
  FieldEvidence,
  FieldQuery,
} from '#renderer/evidence/matching/field-evidence.ts';
import { layerSaysOther } from '#renderer/evidence/matching/belied-layer.ts';
import { type Contradiction, contradictionOf } from '#renderer/evidence/matching/contradiction.ts';
import {
  type JudgedPlace,
  evidencePlace,
  judgedPlaces,
} from '#renderer/evidence/matching/judged-places.ts';
import { isLookedAt } from '#renderer/evidence/matching/drawn-print.ts';
import { type JudgedField, tiedToRows } from '#renderer/evidence/matching/person-rows.ts';
import { type PageStreams, streamsOf } from '#renderer/evidence/matching/page-streams.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';

const mostOthers = 9;

/** What a document says of each proposed value, in the order of the queries. Pure; ten to forty milliseconds for a page read four times. */
export function matchFields(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): FieldEvidence[] {
  const pages = streamsOf(reading);
  const judged = queries.map((query) => ({ query, places: judgedPlaces(query, pages) }));
  const told = tiedToRows(judged, pages).map((field) => toldOf(field, pages, reading));
  return told.map((one) => evidenceOf(one, told));
}

/** A proposed value, where it may stand, and what stands in its place. */
interface ToldField extends JudgedField {
  readonly found: boolean;
  readonly contradiction: Contradiction | null;
  /** The text layer says another value in its place, and the drawn page, which was read there, does not show that. */
  readonly doubted: boolean;
}

function toldOf(
  { query, places }: JudgedField,
  pages: readonly PageStreams[],
  reading: DocumentReading,
): ToldField {
  const first = places[0];
  const isThere = first !== undefined && isFound(first);
  const found = isThere && !layerSaysOther(query, first, reading);
  const other = isThere ? null : contradictionOf(query, places, pages);
  const contradiction = other?.shown === true ? other : null;
  const doubted = isThere ? !found : other !== null && !other.shown && isLookedAt(other.candidate);
  return { query, places, found, contradiction, doubted };
}

function isFound({ certain, elsewhere, candidate }: JudgedPlace): boolean {
  return certain && elsewhere === null && candidate.page.page.quality.level === 'baik';
}

function evidenceOf(told: ToldField, all: readonly ToldField[]): FieldEvidence {
  const { query, places, found, contradiction } = told;
  const { field } = query;
  const alike = all.filter((one) => one !== told && one.query.kind === query.kind);
  // A label that two fields share: what stands there is the other one's, which was found at it.
  if (contradiction && !alike.some((one) => isFoundAt(one, contradiction.place))) {
    const swappedWith = swappedField(told, all);
    const others = othersOf(null, places);
    return { field, status: 'berbeda', swappedWith, place: contradiction.place, others };
  }
  const first = places[0];
  if (!first) return { field, status: 'tidak_ditemukan' };
  const place = evidencePlace(first);
  const others = othersOf(first, places);
  if (found) return { field, status: 'ditemukan', place, others };
  const equal = first.best.agreement !== 'beda';
  const because = told.doubted ? 'lapisan_lain' : becauseOf(first);
  return { field, status: 'mirip', because, equal, place, others };
}

function isFoundAt({ found, places }: ToldField, place: EvidencePlace): boolean {
  const first = places[0];
  return (
    found &&
    first !== undefined &&
    first.context.own !== null &&
    first.candidate.page.page.page === place.page &&
    samePlace(evidencePlace(first).boxes, place.boxes)
  );
}

/** The field for which was proposed what stands here, and which itself was not found: the two were exchanged. */
function swappedField(
  { query, contradiction }: ToldField,
  all: readonly ToldField[],
): string | null {
  const other = all.find(
    (one) =>
      one.query.field !== query.field &&
      one.query.kind === query.kind &&
      plainValue(one.query.value) === plainValue(contradiction?.value ?? '') &&
      !one.found,
  );
  return other?.query.field ?? null;
}

function plainValue(value: string): string {
  return value.replaceAll(/\s+/g, '').toUpperCase();
}

function becauseOf(place: JudgedPlace): Extract<FieldEvidence, { status: 'mirip' }>['because'] {
  const { candidate, best, context, certain, elsewhere, shown } = place;
  const { belied, quality } = candidate.page.page;
  // Somebody made it say two things: a doubt of its reading is none of the reading alone.
  if (belied && elsewhere === null && !certain) return 'lapisan_lain';
  const sharp = quality.level === 'baik';
  if (best.agreement === 'beda') {
    if (!sharp) return 'kurang_tajam';
    // A text layer that is shown is read without fault: what it says is only not understood, or not the field's.
    const layered = candidate.witnesses.some(({ pass }) => pass === 'lapisan_teks');
    if (!layered || !shown) return 'tidak_yakin';
    return context.own ? 'tak_dikenali' : 'serupa';
  }
  if (elsewhere) return elsewhere;
  return certain || !sharp ? 'kurang_tajam' : 'tidak_yakin';
}

/** Further places of the value itself. */
function othersOf(first: JudgedPlace | null, places: readonly JudgedPlace[]): EvidencePlace[] {
  return places
    .filter((place) => place !== first && place.best.agreement !== 'beda')
    .slice(0, mostOthers)
    .map(evidencePlace);
}
