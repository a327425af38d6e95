import type { Pen, TextOptions } from '#build/demo/documents/pen.ts';

/** One line of a list of particulars: label, colon, value; a number before it where decrees count. */
export interface Particular {
  readonly label: string;
  readonly value: string;
  readonly bold?: boolean;
}

/** How particulars stand: where labels begin and how wide they are, in points. */
interface ParticularsLayout extends TextOptions {
  readonly labelWidth: number;
  readonly numbered?: boolean;
  /** Distance between two particulars. */
  readonly gap?: number;
}

/** Writes particulars under one another, long values wrapped behind the colon. */
export function drawParticulars(
  pen: Pen,
  items: readonly Particular[],
  layout: ParticularsLayout,
): void {
  const x = layout.x ?? pen.left;
  const right = x + (layout.width ?? pen.right - x);
  const labelX = layout.numbered ? x + 18 : x;
  const valueX = labelX + layout.labelWidth + 8;
  const size = layout.size ?? pen.size;
  for (const [index, item] of items.entries()) {
    const labels = pen.wrap(item.label, layout.labelWidth - 4, layout);
    const step = size * (layout.leading ?? pen.leading);
    pen.ensure(step * labels.length);
    const top = pen.y;
    const baseline = top + size * 0.92;
    if (layout.numbered) pen.textAt(`${index + 1}.`, x, baseline, layout);
    for (const [line, text] of labels.entries()) {
      pen.textAt(text, labelX, baseline + line * step, layout);
    }
    pen.textAt(':', valueX - 7, baseline, layout);
    pen.paragraph(item.value, {
      ...layout,
      x: valueX,
      width: right - valueX,
      align: 'left',
      bold: item.bold ?? layout.bold ?? false,
    });
    if (pen.y > top) pen.y = Math.max(pen.y, top + step * labels.length);
    pen.space(layout.gap ?? 0);
  }
}

/** A column of a table: its width in points. */
interface Column {
  readonly header: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** How a table looks beside the pen's own. */
interface TableLayout extends TextOptions {
  readonly padding?: number;
  readonly boldHeader?: boolean;
  /** Leaves the header row out. */
  readonly headless?: boolean;
}

/** Draws a ruled table; rows grow with their text, a full page is continued with the header again. */
export function drawTable(
  pen: Pen,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  layout: TableLayout = {},
): void {
  const header = columns.map((column) => column.header);
  if (!layout.headless) {
    drawRow(pen, columns, header, { ...layout, bold: layout.boldHeader ?? true, align: 'center' });
  }
  for (const row of rows) drawRow(pen, columns, row, layout);
}

function drawRow(
  pen: Pen,
  columns: readonly Column[],
  cells: readonly string[],
  layout: TableLayout,
): void {
  const padding = layout.padding ?? 3;
  const size = layout.size ?? pen.size;
  const step = size * (layout.leading ?? 1.15);
  const wrapped = columns.map((column, index) =>
    pen.wrap(cells[index] ?? '', column.width - 2 * padding, layout),
  );
  const height = Math.max(...wrapped.map((lines) => lines.length)) * step + 2 * padding;
  pen.ensure(height);
  const top = pen.y;
  let x = layout.x ?? pen.left;
  for (const [index, column] of columns.entries()) {
    pen.ctx.lineWidth = 0.6;
    pen.ctx.strokeStyle = pen.ink;
    pen.ctx.strokeRect(x, top, column.width, height);
    const align = layout.align ?? column.align ?? 'left';
    for (const [line, text] of wrapped[index]!.entries()) {
      const baseline = top + padding + line * step + size * 0.92;
      const at =
        align === 'center'
          ? x + column.width / 2
          : align === 'right'
            ? x + column.width - padding
            : x + padding;
      pen.textAt(text, at, baseline, { ...layout, align });
    }
    x += column.width;
  }
  pen.y = top + height;
}
