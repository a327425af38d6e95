import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { PlaceCrop, type CropPlace } from '#renderer/viewer/overlay/place-crop.tsx';
import type { MarkLook } from '#renderer/viewer/overlay/place-marks.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';

/** How high the picture of a place may become (CSS pixels): three lines of print. */
const cropHeight = 62;

interface FieldCropProps {
  readonly of: Pick<EvidenceWork, 'openViews' | 'openBeside' | 'readings'>;
  readonly place: Omit<CropPlace, 'paper'>;
  /** Of what it stands in (CSS pixels). */
  readonly width: number;
  readonly look: MarkLook;
}

/** A picture of the place that speaks for or against a field. */
export function FieldCrop({ of, place, width, look }: FieldCropProps) {
  const { sha256, page } = place;
  return (
    <PlaceCrop
      views={of.openViews}
      openBeside={of.openBeside}
      place={{ ...place, paper: paperOf(of.readings[sha256], page) }}
      room={{ width: Math.max(120, width - 4), height: cropHeight }}
      look={look}
    />
  );
}

/** A4 in points. */
const usualPaper = { width: 595, height: 842 } as const;

/** The size of a page in points; of one that was not read, that of the usual paper. */
function paperOf(
  reading: DocumentReading | undefined,
  page: number,
): { readonly width: number; readonly height: number } {
  return reading?.pages.find((read) => read.page === page) ?? usualPaper;
}
