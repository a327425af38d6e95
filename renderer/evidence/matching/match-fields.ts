import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type {
  EvidencePlace,
  FieldEvidence,
  FieldQuery,
} from '#renderer/evidence/matching/field-evidence.ts';
import {
  type JudgedPlace,
  evidencePlace,
  judgedPlaces,
} from '#renderer/evidence/matching/judged-places.ts';
import { tiedToRows } from '#renderer/evidence/matching/person-rows.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';

const mostOthers = 9;

/** What a document says of each proposed value, in the order of the queries. Pure; ten to forty milliseconds for a page read four times. */
export function matchFields(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): FieldEvidence[] {
  const pages = streamsOf(reading);
  const judged = queries.map((query) => ({ query, places: judgedPlaces(query, pages) }));
  return tiedToRows(judged, pages).map(({ query, places }) => evidenceOf(query, places));
}

function evidenceOf({ field }: FieldQuery, places: readonly JudgedPlace[]): FieldEvidence {
  const first = places[0];
  if (!first) return { field, status: 'tidak_ditemukan' };
  const place = evidencePlace(first);
  const others = othersOf(first, places);
  const sharp = first.candidate.page.page.quality.level === 'baik';
  if (first.certain && first.elsewhere === null && sharp) {
    return { field, status: 'ditemukan', place, others };
  }
  return { field, status: 'mirip', because: becauseOf(first), place, others };
}

function becauseOf({
  candidate,
  best,
  certain,
  elsewhere,
  shown,
}: JudgedPlace): Extract<FieldEvidence, { status: 'mirip' }>['because'] {
  if (best.agreement === 'beda') return best.confidence >= 60 && shown ? 'berbeda' : 'tidak_yakin';
  if (elsewhere) return elsewhere;
  const sharp = candidate.page.page.quality.level === 'baik';
  return certain || !sharp ? 'kurang_tajam' : 'tidak_yakin';
}

/** Further places of the value itself. */
function othersOf(first: JudgedPlace, places: readonly JudgedPlace[]): EvidencePlace[] {
  return places
    .filter((place) => place !== first && place.best.agreement !== 'beda')
    .slice(0, mostOthers)
    .map(evidencePlace);
}
