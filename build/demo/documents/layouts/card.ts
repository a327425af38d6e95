import { drawParticulars, type Particular } from '#build/demo/documents/grid.ts';
import { drawPhoto } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';

/** One card on the sheet. */
export interface CardFace {
  readonly lines: readonly string[];
  readonly number: string;
  readonly particulars: readonly Particular[];
  readonly color: string;
  readonly photo: boolean;
  readonly foot: readonly string[];
}

/** Cards laid on a sheet and copied, one under the other: KTP, NPWP, BPJS, Taspen, Karpeg. */
export interface CardData {
  readonly faces: readonly CardFace[];
}

const width = 390;
const height = 246;

/** Draws the cards, enlarged as office copiers do, below one another. */
export function drawCard(pen: Pen, data: CardData): void {
  pen.typeface = 'sans';
  let top = 84;
  for (const face of data.faces) {
    if (top + height > pen.sheet.height - 30) {
      pen.newPage();
      top = 84;
    }
    drawFace(pen, face, (pen.sheet.width - width) / 2, top);
    top += height + 46;
  }
}

function drawFace(pen: Pen, face: CardFace, x: number, y: number): void {
  const { ctx } = pen;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 12);
  ctx.fillStyle = face.color;
  ctx.fill();
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = '#5b6470';
  ctx.stroke();
  pen.y = y + 12;
  for (const line of face.lines) pen.center(line, { x, width, size: 11.5, bold: true });
  pen.y = Math.max(pen.y + 4, y + 42);
  if (face.number) {
    pen.paragraph(face.number, {
      x: x + 14,
      width: width - 28,
      size: 14,
      bold: true,
      letterSpacing: 0.6,
    });
    pen.space(3);
  }
  drawParticulars(pen, face.particulars, {
    x: x + 14,
    width: face.photo ? width - 128 : width - 28,
    labelWidth: 92,
    size: 8.6,
    leading: 1.2,
  });
  if (!face.photo) return;
  drawPhoto(pen, x + width - 100, y + 62, 82, 108);
  for (const [index, line] of face.foot.entries()) {
    pen.textAt(line, x + width - 59, y + 186 + index * 11, { size: 7.6, align: 'center' });
  }
}
