import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';

/** A line of a form field or note as the page shows it; places and sizes in the page's own units, y upwards. */
export interface AnnotationText {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
}

/** What pdf.js tells of an annotation that shows text; its own types leave it open. */
const shownTextSchema = z.object({
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  fieldType: z.string().nullish(),
  subtype: z.string(),
  hasAppearance: z.boolean().optional(),
  textContent: z.array(z.string()).optional(),
  /** Where its lowest line begins, from the lower left corner of `rect`. */
  textPosition: z.array(z.number()).nullish(),
  fieldValue: z.union([z.string(), z.array(z.string())]).nullish(),
  defaultAppearanceData: z.object({ fontSize: z.number() }).nullish(),
});
type ShownText = z.infer<typeof shownTextSchema>;

/** Type of a field that does not say its own, and the least that its box leaves: points. */
const [usualSize, leastSize] = [12, 6];
/** Height of a line in heights of its type. */
const lineHeight = 1.15;
/** Kinds of field whose value is text; a signature or a button is a picture. */
const textFields: readonly string[] = ['Tx', 'Ch'];

/** What form fields and notes show on a page, line by line; whether they truly do is seen where the page is drawn. */
export async function annotationTexts(page: PDFPageProxy): Promise<readonly AnnotationText[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations.flatMap((annotation) => {
    const shown = shownTextSchema.safeParse(annotation);
    return shown.success ? linesOf(shown.data) : [];
  });
}

function linesOf(shown: ShownText): readonly AnnotationText[] {
  const lines = textOf(shown).filter((line) => line.trim() !== '');
  const [left, bottom, right, top] = shown.rect;
  const height = Math.abs(top - bottom);
  const given = shown.defaultAppearanceData?.fontSize ?? 0;
  const fitting = Math.min(usualSize, height / Math.max(1, lines.length) / lineHeight);
  const size = Math.max(leastSize, given > 0 ? given : fitting);
  const [x = size / 6, y = null] = shown.textPosition ?? [];
  const middle = Math.max(0, (height - lines.length * size * lineHeight) / 2) + size * 0.3;
  const lowest = Math.min(bottom, top) + (y ?? middle);
  return lines.map((text, at) => ({
    text,
    left: Math.min(left, right) + x,
    baseline: lowest + (lines.length - 1 - at) * size * lineHeight,
    size,
  }));
}

function textOf({
  subtype,
  fieldType,
  textContent,
  fieldValue,
  hasAppearance,
}: ShownText): string[] {
  if (subtype === 'FreeText') return textContent ?? [];
  if (subtype !== 'Widget' || !textFields.includes(fieldType ?? '')) return [];
  if (textContent) return textContent;
  if (hasAppearance !== true || fieldValue === null || fieldValue === undefined) return [];
  return Array.isArray(fieldValue) ? fieldValue : fieldValue.split(/\r\n?|\n/u);
}
