import { OPS } from 'pdfjs-dist';
import type { Affine } from '#renderer/pdf/affine.ts';

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/**
 * Operations that leave no mark by themselves, or draw a picture; what of these still depends on what is given with them
 * is asked by whoever walks through them. Whatever is not listed may change how a picture is shown.
 */
const markless: ReadonlySet<number> = new Set([
  OPS.dependency,
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.setLineWidth,
  OPS.setLineCap,
  OPS.setLineJoin,
  OPS.setMiterLimit,
  OPS.setDash,
  OPS.setRenderingIntent,
  OPS.setFlatness,
  OPS.setGState,
  OPS.clip,
  OPS.eoClip,
  OPS.constructPath,
  OPS.beginText,
  OPS.endText,
  OPS.setCharSpacing,
  OPS.setWordSpacing,
  OPS.setHScale,
  OPS.setLeading,
  OPS.setFont,
  OPS.setTextRenderingMode,
  OPS.setTextRise,
  OPS.moveText,
  OPS.setLeadingMoveText,
  OPS.setTextMatrix,
  OPS.nextLine,
  OPS.showText,
  OPS.setStrokeColorSpace,
  OPS.setFillColorSpace,
  OPS.setStrokeColor,
  OPS.setFillColor,
  OPS.setStrokeGray,
  OPS.setFillGray,
  OPS.setStrokeRGBColor,
  OPS.setFillRGBColor,
  OPS.setStrokeCMYKColor,
  OPS.setFillCMYKColor,
  OPS.markPoint,
  OPS.markPointProps,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  OPS.beginCompat,
  OPS.endCompat,
  OPS.paintFormXObjectBegin,
  OPS.paintFormXObjectEnd,
  OPS.paintImageXObject,
]);

/** Whether an operation leaves no mark but that of a whole picture. */
export function isMarkless(operation: number): boolean {
  return markless.has(operation);
}

const ofLines: ReadonlySet<unknown> = new Set(['LW', 'LC', 'LJ', 'ML', 'D', 'RI', 'FL', 'Font']);

/** Whether a setting of the graphics state says how opaque what follows is: fillings, or lines. */
export function isOpacity(key: unknown): boolean {
  return key === 'ca' || key === 'CA';
}

/** Whether a setting of the graphics state leaves pictures as they are: opaque, unblended, unmasked. */
export function isPlainState(key: unknown, value: unknown): boolean {
  if (ofLines.has(key)) return true;
  if (isOpacity(key)) return value === 1;
  if (key === 'BM') return value === 'source-over';
  return key === 'SMask' && value === false;
}

/** pdf.js's codes within a path, as far as a rectangle has them, and where in its thirteen numbers they stand. */
const rectangleCodes: ReadonlyMap<number, number> = new Map([
  [0, 0],
  [3, 1],
  [6, 1],
  [9, 1],
  [12, 4],
]);

/** The rectangle that a path is; null where it is anything else. */
export function rectangleOf(path: unknown, bounds: unknown): readonly number[] | null {
  if (!(path instanceof Float32Array) || !(bounds instanceof Float32Array)) return null;
  const hasForm =
    path.length === 13 && [...rectangleCodes].every(([at, code]) => path[at] === code);
  const [left, top, right, bottom] = bounds;
  const corners = [1, 4, 7, 10].map((at) => [path[at], path[at + 1]]);
  const isStraight = corners.every(
    ([x, y]) => (x === left || x === right) && (y === top || y === bottom),
  );
  return hasForm && isStraight ? [...bounds] : null;
}

/** Whether a map turns by quarters only. */
export function isUpright([a, b, c, d]: Affine): boolean {
  const small = 1e-4 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  return (
    (Math.abs(b) <= small && Math.abs(c) <= small) || (Math.abs(a) <= small && Math.abs(d) <= small)
  );
}

/** Whether a box lies within another one. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}
