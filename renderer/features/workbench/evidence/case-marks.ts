import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { MarkLook } from '#renderer/viewer/overlay/place-marks.ts';
import type { DocumentMark } from '#renderer/viewer/overlay/viewer-evidence.ts';

/** How the place of a field is marked, in the document and in the picture beside the field. */
export function markLookOf({ status }: CaseFieldEvidence): Required<MarkLook> {
  return { pasti: status === 'ditemukan', differs: status === 'berbeda' };
}

/** What is marked in the documents: faintly every place that was found, over them that of the active field. */
export function evidenceMarksOf(
  fields: Readonly<Record<string, CaseFieldEvidence>>,
  active: string | null,
): readonly DocumentMark[] {
  const marks: DocumentMark[] = [];
  let shown: DocumentMark | null = null;
  for (const [name, evidence] of Object.entries(fields)) {
    if (evidence.status === 'tidak_ditemukan' || evidence.sha256 === null) continue;
    const { sha256, place, others } = evidence;
    const look = markLookOf(evidence);
    const mark = { sha256, page: place.page, boxes: place.boxes, ...look };
    if (name !== active) marks.push({ ...mark, weight: 'lain' });
    else {
      shown = { ...mark, weight: 'aktif' };
      for (const { page, boxes } of others)
        marks.push({ sha256, page, boxes, pasti: look.pasti, weight: 'lain' });
    }
  }
  return shown ? [...marks, shown] : marks;
}
