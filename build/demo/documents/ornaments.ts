import type { PageContext } from '#build/demo/documents/surface.ts';
import type { Pen } from '#build/demo/documents/pen.ts';

/**
 * A simple bird with a shield in the manner of the state emblem, centred at `x`, from `y` down, `height` points high.
 * Only a drawn ornament of our own: five feathers a wing stand for the many of the real one.
 */
export function drawEagle(ctx: PageContext, x: number, y: number, height: number, color: string) {
  const unit = height / 100;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(unit, unit);
  ctx.fillStyle = color;
  ctx.strokeStyle = color;
  for (const side of [-1, 1]) {
    for (let feather = 0; feather < 7; feather += 1) {
      const angle = -0.95 + feather * 0.27;
      const reach = 47 - feather * 3.2;
      ctx.beginPath();
      ctx.moveTo(side * 8, 30 + feather * 2);
      ctx.quadraticCurveTo(
        side * (8 + reach * 0.55),
        30 + Math.sin(angle) * reach * 0.4,
        side * (8 + Math.cos(angle) * reach),
        34 + Math.sin(angle) * reach + feather * 3,
      );
      ctx.quadraticCurveTo(
        side * (8 + reach * 0.5),
        40 + Math.sin(angle) * reach * 0.5 + feather * 3,
        side * 8,
        38 + feather * 3,
      );
      ctx.fill();
    }
  }
  drawBody(ctx, color);
  ctx.restore();
}

function drawBody(ctx: PageContext, color: string): void {
  ctx.beginPath();
  ctx.ellipse(0, 12, 6, 9, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(4, 8);
  ctx.lineTo(13, 12);
  ctx.lineTo(5, 15);
  ctx.fill();
  for (let feather = -3; feather <= 3; feather += 1) {
    ctx.beginPath();
    ctx.moveTo(feather * 1.6, 62);
    ctx.lineTo(feather * 5 - 2.4, 84);
    ctx.lineTo(feather * 5 + 2.4, 84);
    ctx.fill();
  }
  ctx.beginPath();
  ctx.moveTo(-13, 24);
  ctx.lineTo(13, 24);
  ctx.lineTo(13, 46);
  ctx.quadraticCurveTo(11, 60, 0, 66);
  ctx.quadraticCurveTo(-11, 60, -13, 46);
  ctx.closePath();
  ctx.fillStyle = '#ffffff';
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = color;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(-13, 43);
  ctx.lineTo(13, 43);
  ctx.moveTo(0, 24);
  ctx.lineTo(0, 66);
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.arc(0, 43, 5, 0, Math.PI * 2);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(-34, 86);
  ctx.quadraticCurveTo(0, 98, 34, 86);
  ctx.lineTo(32, 93);
  ctx.quadraticCurveTo(0, 104, -32, 93);
  ctx.closePath();
  ctx.fill();
}

/** The invented regency's shield: hill, water, star. `x`, `y` is the top left corner. */
export function drawShield(ctx: PageContext, x: number, y: number, height: number, color: string) {
  const unit = height / 100;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(unit, unit);
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = 4;
  ctx.beginPath();
  ctx.moveTo(4, 8);
  ctx.lineTo(76, 8);
  ctx.lineTo(76, 56);
  ctx.quadraticCurveTo(72, 84, 40, 97);
  ctx.quadraticCurveTo(8, 84, 4, 56);
  ctx.closePath();
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(10, 60);
  ctx.lineTo(32, 30);
  ctx.lineTo(44, 46);
  ctx.lineTo(54, 34);
  ctx.lineTo(71, 60);
  ctx.fill();
  ctx.lineWidth = 2.6;
  for (const level of [66, 73, 80]) {
    ctx.beginPath();
    ctx.moveTo(16 + (level - 66), level);
    for (let wave = 0; wave < 4; wave += 1) {
      ctx.quadraticCurveTo(21 + wave * 12, level - 5, 27 + wave * 12, level);
    }
    ctx.stroke();
  }
  ctx.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const radius = point % 2 === 0 ? 8 : 3.4;
    const angle = -Math.PI / 2 + (point * Math.PI) / 5;
    ctx.lineTo(40 + Math.cos(angle) * radius, 20 + Math.sin(angle) * radius);
  }
  ctx.fill();
  ctx.restore();
}

/** A frame of two lines with corners, as on diplomas and certificates. */
export function drawFrame(pen: Pen, inset: number, color: string): void {
  const { ctx, sheet } = pen;
  ctx.strokeStyle = color;
  for (const [offset, thickness] of [
    [0, 3],
    [6, 0.8],
    [10, 0.8],
  ] as const) {
    ctx.lineWidth = thickness;
    const edge = inset + offset;
    ctx.strokeRect(edge, edge, sheet.width - 2 * edge, sheet.height - 2 * edge);
  }
  ctx.fillStyle = color;
  const size = 16;
  for (const x of [inset - 3, sheet.width - inset - size + 3]) {
    for (const y of [inset - 3, sheet.height - inset - size + 3]) ctx.fillRect(x, y, size, size);
  }
  ctx.fillStyle = pen.ink;
  ctx.strokeStyle = pen.ink;
}

/** A portrait photograph of nobody: a head and shoulders in grey. */
export function drawPhoto(pen: Pen, x: number, y: number, width: number, height: number): void {
  const { ctx } = pen;
  ctx.save();
  ctx.fillStyle = pen.random.pick(['#a33b35', '#3f62a0', '#9a9a9a']);
  ctx.fillRect(x, y, width, height);
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.fillStyle = '#30343c';
  ctx.beginPath();
  ctx.ellipse(x + width / 2, y + height * 1.02, width * 0.44, height * 0.36, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = '#b89478';
  ctx.beginPath();
  ctx.ellipse(x + width / 2, y + height * 0.42, width * 0.2, height * 0.2, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = '#24211f';
  ctx.beginPath();
  ctx.ellipse(x + width / 2, y + height * 0.3, width * 0.21, height * 0.12, 0, Math.PI, 0);
  ctx.fill();
  ctx.restore();
}
