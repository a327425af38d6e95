import { rename, rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { MadeSlips, OfficeSlips, Slip } from '#server/imports/slips/slip-list.ts';
import { slipTexts as texts } from '#server/imports/slips/slip-texts.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';

const page = { size: 'A4', margin: 36 } as const;
const [columns, gap] = [2, 8];
const slipHeight = 115;
const headHeight = 34;

/** Slips that are drawn before others get their turn. */
const slipsAtOnce = 100;

/** Writes slips for printing and cutting, each office from a page of its own on; readable by whoever writes them alone. */
export async function writeSlips(path: string, made: MadeSlips): Promise<void> {
  const unfinished = `${path}.belum-selesai`;
  try {
    await writeFile(unfinished, await drawSlips(made), { mode: 0o600 });
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Slips as the bytes of a PDF, which lie nowhere else. */
export async function drawSlips(made: MadeSlips): Promise<Buffer> {
  // It takes as long to load as a command takes to start.
  const { default: PdfDocument } = await import('pdfkit');
  const document = new PdfDocument({ ...page, autoFirstPage: false, info: { Title: texts.title } });
  const validUntil = longDate(localDateOf(made.expiresAt));
  const drawn = buffer(document);
  for (const office of made.offices) await drawOffice(document, office, validUntil);
  document.end();
  return drawn;
}

type Document = PDFKit.PDFDocument;

async function drawOffice(
  document: Document,
  { office, slips }: OfficeSlips,
  validUntil: string,
): Promise<void> {
  let place = 0;
  let perPage = 0;
  for (const [at, slip] of slips.entries()) {
    if (at % slipsAtOnce === slipsAtOnce - 1) await setImmediate();
    if (place === perPage) {
      perPage = beginPage(document, office);
      place = 0;
    }
    const width = (document.page.width - 2 * page.margin - gap) / columns;
    const x = page.margin + (place % columns) * (width + gap);
    const y = page.margin + headHeight + Math.floor(place / columns) * (slipHeight + gap);
    drawSlip(document, slip, { x, y, width, validUntil });
    place += 1;
  }
}

/** How many slips the page has room for. */
function beginPage(document: Document, office: string): number {
  document.addPage(page);
  document
    .font('Helvetica-Bold')
    .fontSize(12)
    .text(latin(office), page.margin, page.margin, { lineBreak: false, ellipsis: true });
  document
    .font('Helvetica')
    .fontSize(9)
    .text(texts.handOut, page.margin, page.margin + 16, { lineBreak: false });
  const room = document.page.height - 2 * page.margin - headHeight;
  return columns * Math.floor((room + gap) / (slipHeight + gap));
}

function drawSlip(
  document: Document,
  slip: Slip,
  {
    x,
    y,
    width,
    validUntil,
  }: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly validUntil: string;
  },
): void {
  document.rect(x, y, width, slipHeight).dash(3, { space: 3 }).stroke().undash();
  const line = (text: string, below: number, size: number, font = 'Helvetica'): void => {
    document
      .font(font)
      .fontSize(size)
      .text(latin(text), x + 10, y + below, {
        width: width - 20,
        height: size * 1.2,
        ellipsis: true,
      });
  };
  line(slip.name, 10, 11, 'Helvetica-Bold');
  line(texts.nip(slip.nip), 26, 9);
  line(texts.username(slip.username), 38, 9);
  line(texts.code, 54, 9);
  line(slip.code, 66, 11, 'Courier-Bold');
  line(texts.once(validUntil), 84, 8);
  line(texts.nobodyAsks, 95, 8);
}

/** The fonts that every reader has know no other script; what is not in them is shown as a question mark. */
function latin(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\u0020-\u007e\u00a1-\u00ff]/gu, '?');
}
