import { drawEagle, drawShield } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';

/** The head of a letter (kop): lines from the state down to the office, then its address. */
export interface Letterhead {
  readonly emblem: 'garuda' | 'daerah' | 'none';
  readonly lines: readonly string[];
  /** Address; empty for the heads with the state emblem, which carry none. */
  readonly address: string;
}

/** Draws the head from the top margin and leaves the pen below its double rule. */
export function drawLetterhead(pen: Pen, head: Letterhead): void {
  if (head.emblem === 'garuda') {
    drawEagle(pen.ctx, pen.sheet.width / 2, pen.y, 62, pen.ink);
    pen.space(70);
    for (const line of head.lines) pen.center(line, { bold: true, size: 13 });
    pen.space(10);
    return;
  }
  const top = pen.y;
  if (head.emblem === 'daerah') drawShield(pen.ctx, pen.left + 4, top, 62, pen.ink);
  const inner = { x: pen.left + 62, width: pen.width - 74 };
  for (const [index, line] of head.lines.entries()) {
    const last = index === head.lines.length - 1;
    pen.center(line, { ...inner, bold: last, size: last ? 14 : 12.5, leading: 1.12 });
  }
  pen.center(head.address, { ...inner, size: 9 });
  pen.y = Math.max(pen.y, top + 64) + 3;
  pen.rule(pen.left, pen.y, pen.right, pen.y, 2);
  pen.rule(pen.left, pen.y + 3, pen.right, pen.y + 3, 0.6);
  pen.space(14);
}
