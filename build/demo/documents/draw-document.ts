import { assertNever } from '#shared/kernel/assert-never.ts';
import { drawCard } from '#build/demo/documents/layouts/card.ts';
import { drawCertificate } from '#build/demo/documents/layouts/certificate.ts';
import { drawDecree } from '#build/demo/documents/layouts/decree.ts';
import { drawDiploma } from '#build/demo/documents/layouts/diploma.ts';
import { drawEvaluation } from '#build/demo/documents/layouts/evaluation.ts';
import { drawFamilyCard } from '#build/demo/documents/layouts/family-card.ts';
import { drawLetter } from '#build/demo/documents/layouts/letter.ts';
import { drawScoreSheet } from '#build/demo/documents/layouts/score-sheet.ts';
import { drawTranscript } from '#build/demo/documents/layouts/transcript.ts';
import { drawVital } from '#build/demo/documents/layouts/vital-record.ts';
import { Pen } from '#build/demo/documents/pen.ts';
import type { DocumentContent, DocumentRecipe } from '#build/demo/documents/recipe.ts';
import type { Surface } from '#build/demo/documents/surface.ts';
import { makeRandom } from '#build/demo/random.ts';

const margins = { left: 57, right: 50, top: 40, bottom: 40 } as const;

/** Draws a whole document on a surface: the same drawing serves the digital file and the scanned page. */
export function drawDocument(recipe: DocumentRecipe, surface: Surface): void {
  const pen = new Pen(surface, recipe.sheet, margins, makeRandom(recipe.seed, 'gambar'));
  pen.typeface = recipe.typeface;
  pen.size = recipe.size;
  drawContent(pen, recipe.content);
  pen.finish();
}

function drawContent(pen: Pen, content: DocumentContent): void {
  switch (content.layout) {
    case 'decree':
      return drawDecree(pen, content.data);
    case 'letter':
      return drawLetter(pen, content.data);
    case 'diploma':
      return drawDiploma(pen, content.data);
    case 'transcript':
      return drawTranscript(pen, content.data);
    case 'certificate':
      return drawCertificate(pen, content.data);
    case 'evaluation':
      return drawEvaluation(pen, content.data);
    case 'scoreSheet':
      return drawScoreSheet(pen, content.data);
    case 'familyCard':
      return drawFamilyCard(pen, content.data);
    case 'vital':
      return drawVital(pen, content.data);
    case 'card':
      return drawCard(pen, content.data);
    default:
      return assertNever(content);
  }
}
