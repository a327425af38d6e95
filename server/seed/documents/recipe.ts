import type { CardData } from '#server/seed/documents/layouts/card.ts';
import type { CertificateData } from '#server/seed/documents/layouts/certificate.ts';
import type { DecreeData } from '#server/seed/documents/layouts/decree.ts';
import type { DiplomaData } from '#server/seed/documents/layouts/diploma.ts';
import type { EvaluationData } from '#server/seed/documents/layouts/evaluation.ts';
import type { FamilyCardData } from '#server/seed/documents/layouts/family-card.ts';
import type { LetterData } from '#server/seed/documents/layouts/letter.ts';
import type { ScoreSheetData } from '#server/seed/documents/layouts/score-sheet.ts';
import type { TranscriptData } from '#server/seed/documents/layouts/transcript.ts';
import type { VitalData } from '#server/seed/documents/layouts/vital-record.ts';
import type { Typeface } from '#server/seed/documents/fonts.ts';
import type { Sheet } from '#server/seed/documents/surface.ts';

/** What is drawn: a layout with the data of one document. */
export type DocumentContent =
  | { readonly layout: 'decree'; readonly data: DecreeData }
  | { readonly layout: 'letter'; readonly data: LetterData }
  | { readonly layout: 'diploma'; readonly data: DiplomaData }
  | { readonly layout: 'transcript'; readonly data: TranscriptData }
  | { readonly layout: 'certificate'; readonly data: CertificateData }
  | { readonly layout: 'evaluation'; readonly data: EvaluationData }
  | { readonly layout: 'scoreSheet'; readonly data: ScoreSheetData }
  | { readonly layout: 'familyCard'; readonly data: FamilyCardData }
  | { readonly layout: 'vital'; readonly data: VitalData }
  | { readonly layout: 'card'; readonly data: CardData };

/** How a page came off the scanner. */
export interface ScanSettings {
  readonly dpi: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** Turn of the page in degrees. */
  readonly degrees: number;
  /** Which of the prepared papers, from 0. */
  readonly paper: number;
  /** Uneven light from one side. */
  readonly shaded: boolean;
  /** `blurred`: beyond reading; `blank`: the wrong side of the sheet. */
  readonly damage?: 'blurred' | 'blank';
}

/** How the document reached the file: made on a computer, or scanned from paper. */
export type Medium =
  | { readonly kind: 'digital' }
  | { readonly kind: 'scan'; readonly settings: ScanSettings };

/** Everything that makes one PDF; plain data, and the same recipe always gives the same bytes. */
export interface DocumentRecipe {
  readonly content: DocumentContent;
  readonly medium: Medium;
  readonly sheet: Sheet;
  readonly typeface: Typeface;
  /** Size of the text in points. */
  readonly size: number;
  /** Pages that were left out, counted from 1: planted faults. */
  readonly omittedPages: readonly number[];
  /** Names the choices that the drawing itself makes (stamp, signature). */
  readonly seed: string;
}
