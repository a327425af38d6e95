import { drawParticulars, type Particular } from '#build/demo/documents/grid.ts';
import { drawEagle, drawFrame, drawPhoto } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning } from '#build/demo/documents/signing.ts';

/** An extract of a civil record: birth, death, divorce, or the marriage book with its two photographs. */
export interface VitalData {
  readonly kind: 'extract' | 'marriageBook';
  readonly office: readonly string[];
  readonly title: string;
  /** "Nomor: …" as it stands under the title. */
  readonly number: string;
  readonly text: readonly string[];
  readonly particulars: readonly Particular[];
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
}

/** Draws a civil record on security paper: a frame, faint waves, the emblem, text or particulars. */
export function drawVital(pen: Pen, data: VitalData): void {
  drawBackground(pen, data.kind === 'marriageBook' ? '#c9dcc4' : '#cfd9ea');
  drawFrame(pen, 20, data.kind === 'marriageBook' ? '#3f6d43' : '#4a5f8a');
  pen.margins = { left: 60, right: 60, top: 46, bottom: 46 };
  pen.y = pen.margins.top;
  drawEagle(pen.ctx, pen.sheet.width / 2, pen.y, 56, pen.ink);
  pen.space(62);
  for (const line of data.office) pen.center(line, { bold: true, size: 11 });
  pen.space(12);
  pen.center(data.title, { bold: true, size: 16 });
  pen.center(`Nomor: ${data.number}`, { size: 11.5 });
  pen.space(16);
  for (const line of data.text) {
    pen.paragraph(line, { size: 12, align: 'justify', leading: 1.75 });
    pen.space(6);
  }
  if (data.particulars.length > 0) {
    drawParticulars(pen, data.particulars, { labelWidth: 160, size: 11.5, gap: 4 });
  }
  drawFoot(pen, data);
}

function drawFoot(pen: Pen, data: VitalData): void {
  pen.size = 11;
  pen.space(26);
  const top = Math.min(pen.y, pen.bottom - 150);
  if (data.kind === 'marriageBook') {
    drawPhoto(pen, pen.left + 10, top + 10, 58, 78);
    drawPhoto(pen, pen.left + 84, top + 10, 58, 78);
  }
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - 250,
    width: 250,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
  });
}

function drawBackground(pen: Pen, color: string): void {
  const { ctx, sheet } = pen;
  ctx.strokeStyle = color;
  ctx.lineWidth = 0.5;
  for (let y = 40; y < sheet.height - 30; y += 13) {
    ctx.beginPath();
    ctx.moveTo(30, y);
    for (let x = 30; x < sheet.width - 40; x += 60) {
      ctx.quadraticCurveTo(x + 15, y - 7, x + 30, y);
      ctx.quadraticCurveTo(x + 45, y + 7, x + 60, y);
    }
    ctx.stroke();
  }
  ctx.strokeStyle = pen.ink;
}
