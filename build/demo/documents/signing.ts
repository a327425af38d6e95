import type { Pen } from '#build/demo/documents/pen.ts';

/** Who signs, as printed; `stamp` is the text around the office's round stamp. */
export interface Signer {
  readonly title: string;
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
  readonly stamp: string;
}

/** Where a signature block stands and what precedes it. */
interface SigningBlock {
  readonly x: number;
  readonly width: number;
  /** Lines above the title, such as "Ditetapkan di Kencana". */
  readonly lines: readonly string[];
  readonly signer: Signer;
  /** A certified excerpt carries "ttd." where the original was signed. */
  readonly asCopy?: boolean;
  readonly align?: 'left' | 'center';
}

/** Height that a block needs, in points. */
export const signingHeight = 150;

/** Draws a signature block from the pen's place down and leaves the pen below it. */
export function drawSigning(pen: Pen, block: SigningBlock): void {
  const options = { x: block.x, width: block.width, align: block.align ?? 'left' } as const;
  for (const line of block.lines) pen.paragraph(line, options);
  pen.paragraph(`${block.signer.title},`, { ...options, bold: true });
  const top = pen.y;
  if (block.asCopy) {
    pen.y = top + 18;
    pen.paragraph('ttd.', {
      ...options,
      x: block.x + (block.align === 'center' ? 0 : 30),
      italic: true,
    });
    pen.y = top + 46;
  } else if (pen.surface.medium === 'digital') drawElectronicSeal(pen, block, top);
  else {
    drawScribble(pen, block.x + (block.align === 'center' ? block.width / 2 - 40 : 20), top + 6);
    drawStamp(
      pen,
      block.x + (block.align === 'center' ? block.width / 2 - 46 : -8),
      top + 22,
      block.signer.stamp,
    );
    pen.y = top + 56;
  }
  pen.paragraph(block.signer.name, { ...options, bold: true, underline: block.signer.nip !== '' });
  if (block.signer.rank !== '') pen.paragraph(block.signer.rank, options);
  if (block.signer.nip !== '') pen.paragraph(`NIP ${block.signer.nip}`, options);
}

/** The square of an electronic signature, with its sentence; the squares mean nothing. */
function drawElectronicSeal(pen: Pen, block: SigningBlock, top: number): void {
  const cells = 21;
  const cell = 2;
  const x = block.x + (block.align === 'center' ? block.width / 2 - 70 : 0);
  pen.ctx.fillStyle = pen.ink;
  pen.ctx.beginPath();
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const dark = isFinder(row, column, cells) ?? pen.random.chance(0.48);
      if (dark) pen.ctx.rect(x + column * cell, top + 6 + row * cell, cell, cell);
    }
  }
  pen.ctx.fill();
  for (const [index, line] of [
    'Ditandatangani secara',
    'elektronik oleh pejabat',
    'yang berwenang',
  ].entries()) {
    pen.textAt(line, x + cells * cell + 8, top + 20 + index * 9, { size: 7.5, italic: true });
  }
  pen.y = top + 54;
}

/** Whether a cell of a two-dimensional code is dark because of its three corner marks; undefined elsewhere. */
function isFinder(row: number, column: number, cells: number): boolean | undefined {
  return (
    mark(row, column) ?? mark(row, cells - 1 - column) ?? mark(cells - 1 - row, column) ?? undefined
  );
}

/** A signature in blue or black ink. */
function drawScribble(pen: Pen, x: number, y: number): void {
  const { ctx, random } = pen;
  ctx.save();
  ctx.strokeStyle = random.pick(['#1f2f7a', '#20263a', '#16161a']);
  ctx.lineWidth = 1.3;
  ctx.lineCap = 'round';
  ctx.beginPath();
  let at = x;
  ctx.moveTo(at, y + 26 + random.whole(-4, 4));
  for (let stroke = random.whole(5, 8); stroke > 0; stroke -= 1) {
    const step = random.whole(8, 16);
    ctx.bezierCurveTo(
      at + random.whole(-4, 10),
      y + random.whole(-6, 14),
      at + step + random.whole(-8, 6),
      y + random.whole(24, 44),
      at + step,
      y + 22 + random.whole(-8, 8),
    );
    at += step;
  }
  ctx.quadraticCurveTo(at - 60, y + 46, at + random.whole(6, 26), y + random.whole(26, 36));
  ctx.stroke();
  ctx.restore();
}

/** A round rubber stamp, `x`, `y` its centre's left and the centre's height; purple, half transparent, a little turned. */
function drawStamp(pen: Pen, x: number, y: number, text: string): void {
  const { ctx, random } = pen;
  const radius = 34;
  ctx.save();
  ctx.translate(x + random.whole(-6, 10), y + random.whole(-4, 8));
  ctx.rotate((random.fraction() - 0.5) * 0.7);
  ctx.globalAlpha = 0.45 + random.fraction() * 0.25;
  ctx.strokeStyle = '#5a3c96';
  for (const [ring, thickness] of [
    [radius, 1.8],
    [radius - 3, 0.7],
    [radius - 13, 0.8],
  ] as const) {
    ctx.lineWidth = thickness;
    ctx.beginPath();
    ctx.arc(0, 0, ring, 0, Math.PI * 2);
    ctx.stroke();
  }
  const letters = Array.from(`${text} ★ `);
  for (const [index, letter] of letters.entries()) {
    ctx.save();
    ctx.rotate((index / letters.length) * Math.PI * 2);
    pen.textAt(letter, 0, -(radius - 10.5), {
      size: 6.4,
      typeface: 'sans',
      bold: true,
      align: 'center',
      color: '#5a3c96',
    });
    ctx.restore();
  }
  ctx.fillStyle = '#5a3c96';
  ctx.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const reach = point % 2 === 0 ? 14 : 6;
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    ctx.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  ctx.fill();
  ctx.restore();
}

/** One corner mark, seen from its corner: dark ring, light ring, dark core, light border. */
function mark(row: number, column: number): boolean | undefined {
  if (row < 0 || column < 0 || row > 7 || column > 7) return undefined;
  if (row === 7 || column === 7) return false;
  return Math.min(row, column, 6 - row, 6 - column) !== 1;
}
