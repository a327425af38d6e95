import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { EvidencePlace, FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import type { FixtureFile, TruthField } from '#tests/bench/evidence/fixtures/read-fixtures.ts';

/**
 * How far beside its true place a value may be marked, as shares of the page's width and height: about a third of a line
 * and two letters. A photograph is distorted besides; there the truth, which is of the flat page, is off by half a line.
 */
export const placeTolerance = { across: 0.02, down: 0.006 } as const;
/** The same for a page that was photographed. */
export const photoTolerance = { across: 0.03, down: 0.01 } as const;

/** What is allowed for a variant. */
export function toleranceOf(variant: string): { readonly across: number; readonly down: number } {
  return variant.startsWith('phone') ? photoTolerance : placeTolerance;
}

/** A place of the flat page on a scan that is turned by so many degrees, as the box around it. */
export function turnedBox(box: PageBox, degrees: number, landscape: boolean): PageBox {
  const [width, height] = landscape ? [Math.SQRT2, 1] : [1, Math.SQRT2];
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [left, top, right, bottom] = box;
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height];
    return [(dx * cos - dy * sin) / width + 0.5, (dx * sin + dy * cos) / height + 0.5] as const;
  });
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether a place on the first page is where the value truly stands: the middle of one of its boxes lies there. */
export function isTruePlace(place: EvidencePlace, truth: TruthField, file: FixtureFile): boolean {
  if (place.page !== 1) return false;
  const { across, down } = toleranceOf(file.variant);
  const boxes = truth.boxes.map((box) => turnedBox(box, file.degrees, file.document.landscape));
  return place.boxes.some(([left, top, right, bottom]) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return boxes.some(
      (box) => x > box[0] - across && x < box[2] + across && y > box[1] - down && y < box[3] + down,
    );
  });
}

/** Whether the place that is shown first, or any that is shown, is the true one. */
export function placesOf(
  evidence: FieldEvidence,
  truth: TruthField,
  file: FixtureFile,
): { readonly first: boolean; readonly any: boolean } {
  if (evidence.status === 'tidak_ditemukan') return { first: false, any: false };
  const first = isTruePlace(evidence.place, truth, file);
  return { first, any: first || evidence.others.some((place) => isTruePlace(place, truth, file)) };
}
