import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { projectRoot } from '#build/project-root.ts';

// Draws the icons of the application; run by hand when the drawing changes, the results are committed.

/** Sizes inside the .ico, in pixels; Windows picks the one it needs. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** A sheet with lines and a green tick, drawn on a square of 256 units. */
function draw(context: SKRSContext2D): void {
  context.fillStyle = '#0f4c81';
  context.beginPath();
  context.roundRect(8, 8, 240, 240, 44);
  context.fill();
  context.fillStyle = '#ffffff';
  context.beginPath();
  context.roundRect(62, 44, 116, 160, 10);
  context.fill();
  context.fillStyle = '#9db8d2';
  for (const top of [74, 102, 130]) context.fillRect(82, top, 76, 12);
  context.fillStyle = '#107c41';
  context.beginPath();
  context.arc(172, 178, 46, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = '#ffffff';
  context.lineWidth = 14;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(150, 180);
  context.lineTo(166, 196);
  context.lineTo(196, 162);
  context.stroke();
}

function png(size: number): Buffer {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  context.scale(size / 256, size / 256);
  draw(context);
  return canvas.toBuffer('image/png');
}

/** An .ico holds PNG images behind a directory of 16 bytes each (a side of 256 is written as 0). */
function ico(images: readonly { readonly size: number; readonly bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, bytes }] of images.entries()) {
    const entry = 6 + index * 16;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

const folder = path.join(projectRoot, 'resources', 'icons');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'icon.png'), png(512));
writeFileSync(
  path.join(folder, 'icon.ico'),
  ico(icoSizes.map((size) => ({ size, bytes: png(size) }))),
);
