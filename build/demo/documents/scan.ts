import { type Canvas, type SKRSContext2D, createCanvas } from '@napi-rs/canvas';
import PdfKit from 'pdfkit';
import { paperOf } from '#build/demo/documents/paper.ts';
import type { ScanSettings } from '#build/demo/documents/recipe.ts';
import type { Surface } from '#build/demo/documents/surface.ts';

/** A page off the scanner: JPEG bytes and the size of the sheet in points. */
export interface ScannedPage {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

interface OpenPage {
  readonly canvas: Canvas;
  readonly ctx: SKRSContext2D;
  readonly width: number;
  readonly height: number;
}

/** A surface that draws each page on paper, a little turned, and collects it as a JPEG. */
export function makeScanSurface(settings: ScanSettings, pages: ScannedPage[]): Surface {
  let open: OpenPage | undefined;
  return {
    medium: 'scan',
    begin(width, height) {
      const scale = settings.dpi / 72;
      const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
      const ctx = canvas.getContext('2d');
      layPaper(canvas, ctx, settings);
      ctx.save();
      ctx.scale(scale, scale);
      ctx.translate(width / 2, height / 2);
      ctx.rotate((settings.degrees * Math.PI) / 180);
      ctx.translate(-width / 2, -height / 2);
      open = { canvas, ctx, width, height };
      return ctx;
    },
    end() {
      if (!open) return;
      const { canvas, ctx, width, height } = open;
      ctx.restore();
      const jpeg = finishPage(canvas, ctx, settings).encodeSync('jpeg', settings.quality);
      pages.push({ jpeg, width, height });
      open = undefined;
    },
  };
}

/** Puts the pages into a PDF: the JPEG bytes go in as they are (DCT), with a fixed date, so the file is repeatable. */
export function wrapScans(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pdf = new PdfKit({
      autoFirstPage: false,
      info: { Producer: 'Pemindai Kantor', Creator: 'Pemindai Kantor', CreationDate: new Date(0) },
    });
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    for (const { jpeg, width, height } of pages) {
      pdf.addPage({ size: [width, height], margin: 0 });
      pdf.image(jpeg, 0, 0, { width, height });
    }
    pdf.end();
  });
}

function layPaper({ width, height }: Canvas, ctx: SKRSContext2D, settings: ScanSettings): void {
  ctx.drawImage(paperOf(settings.paper), 0, 0, width, height, 0, 0, width, height);
  const lid = ctx.createLinearGradient(0, 0, 14, 0);
  lid.addColorStop(0, 'rgba(70, 70, 74, 0.4)');
  lid.addColorStop(1, 'rgba(70, 70, 74, 0)');
  ctx.fillStyle = lid;
  ctx.fillRect(0, 0, 14, height);
}

function finishPage(canvas: Canvas, ctx: SKRSContext2D, settings: ScanSettings): Canvas {
  const { width, height } = canvas;
  if (settings.damage === 'blank') layPaper(canvas, ctx, settings);
  if (settings.shaded) {
    const light = ctx.createLinearGradient(0, 0, width, height);
    light.addColorStop(0, '#ffffff');
    light.addColorStop(0.55, '#ececea');
    light.addColorStop(1, '#b4b2ae');
    ctx.globalCompositeOperation = 'multiply';
    ctx.fillStyle = light;
    ctx.fillRect(0, 0, width, height);
    ctx.globalCompositeOperation = 'source-over';
  }
  return settings.damage === 'blurred' ? blur(canvas) : canvas;
}

/** Makes a page unreadable as a badly held camera does: shrunk to a few dots and drawn large again. */
function blur(canvas: Canvas): Canvas {
  const { width, height } = canvas;
  const few = createCanvas(Math.round(width / 9), Math.round(height / 9));
  const small = few.getContext('2d');
  small.imageSmoothingQuality = 'high';
  small.drawImage(canvas, 0, 0, few.width, few.height);
  const result = createCanvas(width, height);
  const ctx = result.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(few, 0, 0, width, height);
  return result;
}
