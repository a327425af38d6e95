import type { ShownPlace } from '#renderer/data/schema/rows.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type {
  DocumentReading,
  PageReading,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import type { EvidencePlace } from '#renderer/evidence/matching/field-evidence.ts';

type Fields = Readonly<Record<string, CaseFieldEvidence>>;
type Readings = Readonly<Record<string, DocumentReading>>;

/** Evidence with the places that the person showed in front of what was found. */
export function withShownPlaces(
  fields: Fields,
  places: Readonly<Record<string, ShownPlace>> | undefined,
  readings: Readings,
): Fields {
  if (!places) return fields;
  const corrected = Object.entries(places).map(([field, shown]) => {
    const printed = wordsIn(readings[shown.sha256], shown.page, shown.box);
    const place: EvidencePlace = {
      page: shown.page,
      boxes: [[...shown.box]],
      printed,
      label: null,
    };
    return [field, correct(fields[field], field, shown.sha256, place)] as const;
  });
  return { ...fields, ...Object.fromEntries(corrected) };
}

function correct(
  before: CaseFieldEvidence | undefined,
  field: string,
  sha256: string,
  place: EvidencePlace,
): CaseFieldEvidence {
  // Places of another document would be marked on the wrong pages.
  const elsewhere =
    before && before.status !== 'tidak_ditemukan' && before.sha256 === sha256
      ? [before.place, ...before.others]
      : [];
  const others = elsewhere.slice(0, maxOthers);
  return {
    field,
    status: 'mirip',
    because: 'tidak_yakin',
    equal: false,
    place,
    others,
    sha256,
    correctedByPerson: true,
  };
}

const maxOthers = 9;

/** What was read in a box of a page: the words whose middle lies in it, of the reading that is surest of them. */
export function wordsIn(
  reading: DocumentReading | undefined,
  pageNumber: number,
  box: ShownPlace['box'],
): string {
  const page = reading?.pages.find(({ page: number }) => number === pageNumber);
  const found = (page?.readings ?? []).map((one) => wordsOf(one, box));
  const [surest] = found.toSorted((a, b) => sureness(b) - sureness(a));
  return (surest ?? []).map(({ text }) => text).join(' ');
}

function wordsOf({ words }: PageReading, [left, top, right, bottom]: ShownPlace['box']) {
  return words.filter(({ box: [l, t, r, b] }) => {
    const [x, y] = [(l + r) / 2, (t + b) / 2];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

function sureness(words: readonly ReadWord[]): number {
  if (words.length === 0) return -1;
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

/** A place as it can be kept: on the page, and drawn in whichever direction; null when it has no extent. */
export function keepablePlace(place: {
  readonly sha256: string;
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}): ShownPlace | null {
  const [x1, y1, x2, y2] = place.box;
  const box = [
    onPage(Math.min(x1, x2)),
    onPage(Math.min(y1, y2)),
    onPage(Math.max(x1, x2)),
    onPage(Math.max(y1, y2)),
  ] as const;
  const [left, top, right, bottom] = box;
  const isSound = right > left && bottom > top && Number.isInteger(place.page) && place.page > 0;
  return isSound ? { sha256: place.sha256, page: place.page, box } : null;
}

function onPage(share: number): number {
  return Math.min(1, Math.max(0, share));
}
