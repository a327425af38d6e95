import type { CardData } from '#build/demo/documents/layouts/card.ts';
import type { CertificateData } from '#build/demo/documents/layouts/certificate.ts';
import type { DecreeData } from '#build/demo/documents/layouts/decree.ts';
import type { DiplomaData } from '#build/demo/documents/layouts/diploma.ts';
import type { EvaluationData } from '#build/demo/documents/layouts/evaluation.ts';
import type { FamilyCardData } from '#build/demo/documents/layouts/family-card.ts';
import type { LetterData } from '#build/demo/documents/layouts/letter.ts';
import type { ScoreSheetData } from '#build/demo/documents/layouts/score-sheet.ts';
import type { TranscriptData } from '#build/demo/documents/layouts/transcript.ts';
import type { VitalData } from '#build/demo/documents/layouts/vital-record.ts';
import type { Typeface } from '#build/demo/documents/fonts.ts';
import type { Sheet } from '#build/demo/documents/surface.ts';

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
