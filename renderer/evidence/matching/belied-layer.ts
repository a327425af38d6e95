import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import {
  evidencePlace,
  judgedPlaces,
  type JudgedPlace,
} from '#renderer/evidence/matching/judged-places.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';
import { covers, samePlace } from '#renderer/evidence/matching/place-overlap.ts';

/**
 * Whether a page that was read as the picture that it is has a text layer that says something else where this value was
 * found: however surely the picture shows it, one of the two was put there afterwards. Text that nobody sees (of a copier
 * that recognises what it scans) is no layer here, and may be as wrong as it likes.
 */
export function layerSaysOther(
  query: FieldQuery,
  found: JudgedPlace,
  reading: DocumentReading,
): boolean {
  const { page, boxes } = evidencePlace(found);
  const layer = reading.pages.find((one) => one.page === page)?.layer;
  if (!layer?.some((word) => boxes.some((box) => covers(word.box, box)))) return false;
  return !judgedPlaces(query, streamsOf(layersOf(reading))).some(
    (place) => place.best.agreement !== 'beda' && samePlace(evidencePlace(place).boxes, boxes),
  );
}

const known = new WeakMap<DocumentReading, DocumentReading>();

/** The belied text layers by themselves; made once for a reading. */
function layersOf(reading: DocumentReading): DocumentReading {
  const made = known.get(reading);
  if (made) return made;
  const pages = reading.pages.flatMap(({ layer, belied: _belied, ...page }) =>
    layer ? [{ ...page, readings: [{ pass: 'lapisan_teks' as const, words: layer }] }] : [],
  );
  const layers = { ...reading, pages };
  known.set(reading, layers);
  return layers;
}
