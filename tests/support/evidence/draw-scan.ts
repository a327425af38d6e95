import { createCanvas, loadImage } from '@napi-rs/canvas';
import PdfKit from 'pdfkit';
import { registerFonts } from '#build/demo/documents/fonts.ts';
import type { ScanSettings } from '#build/demo/documents/recipe.ts';
import { makeScanSurface, wrapScans, type ScannedPage } from '#build/demo/documents/scan.ts';

/** A line of print: where it begins, in points from the upper left corner of the sheet. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
}

/** Size of the sheet in points (A4), and of the print. */
export const sheet = { width: 595, height: 842 } as const;
const size = 12;

/** Lines of an invented decree, as far as tests look for them. */
export const decree: readonly PrintedLine[] = [
  'KEPUTUSAN BUPATI CONTOH RAYA',
  'NOMOR : 821.2/457/BKPSDM/2021',
  'TENTANG KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
  'Menimbang bahwa pegawai yang namanya tersebut dalam keputusan ini',
  'memenuhi syarat dan dipandang cakap untuk dinaikkan pangkatnya',
  'Nama : SITI RAHMAWATI',
  'NIP : 19850412 201001 2 012',
  'Pangkat lama : Penata Muda',
  'Terhitung mulai tanggal 1 April 2021 dinaikkan menjadi Penata Muda Tingkat I',
  'Ditetapkan di Contoh Raya pada tanggal 15 Maret 2021',
].map((text, at) => ({ text, left: 90, baseline: 120 + at * 34 }));

const clean: ScanSettings = { dpi: 150, quality: 80, degrees: 0.4, paper: 1, shaded: false };

/** Pages off a scanner: paper, a little turned, with these lines each. */
export function scannedPages(
  pages: readonly (readonly PrintedLine[])[],
  settings: Partial<ScanSettings> = {},
): readonly ScannedPage[] {
  registerFonts();
  const scanned: ScannedPage[] = [];
  const surface = makeScanSurface({ ...clean, ...settings }, scanned);
  for (const lines of pages) {
    const page = surface.begin(sheet.width, sheet.height);
    page.fillStyle = '#1a1a1a';
    page.font = `${size}px Tinos`;
    for (const { text, left, baseline } of lines) page.fillText(text, left, baseline);
    surface.end();
  }
  return scanned;
}

/** The pages as a PDF of pictures, as the office's scanner makes it. */
export async function scannedPdf(
  pages: readonly (readonly PrintedLine[])[],
  settings: Partial<ScanSettings> = {},
): Promise<Uint8Array> {
  return wrapScans(scannedPages(pages, settings));
}

/** The page as it comes when the sheet lay on the glass the wrong way: turned by so many degrees clockwise. */
export async function turnedScan(
  lines: readonly PrintedLine[],
  degrees: 90 | 180 | 270,
): Promise<Uint8Array> {
  const [page] = scannedPages([lines]);
  if (!page) throw new Error('No page.');
  const picture = await loadImage(page.jpeg);
  const across = degrees === 180;
  const canvas = createCanvas(
    across ? picture.width : picture.height,
    across ? picture.height : picture.width,
  );
  const ctx = canvas.getContext('2d');
  ctx.translate(canvas.width / 2, canvas.height / 2);
  ctx.rotate((degrees * Math.PI) / 180);
  ctx.drawImage(picture, -picture.width / 2, -picture.height / 2);
  const jpeg = canvas.encodeSync('jpeg', 80);
  const [width, height] = across ? [page.width, page.height] : [page.height, page.width];
  return wrapScans([{ jpeg, width, height }]);
}

/** A scan under a text layer that nobody sees and that says something else. */
export async function lyingScan(lines: readonly PrintedLine[], lie: string): Promise<Uint8Array> {
  const [page] = scannedPages([lines]);
  if (!page) throw new Error('No page.');
  return drawnPdf((pdf) => {
    pdf.fontSize(size).fillOpacity(0).text(lie, 90, 100, { lineBreak: false });
    pdf.fillOpacity(1).image(page.jpeg, 0, 0, { width: page.width, height: page.height });
  });
}

/** A PDF of one page, drawn by hand. */
export function drawnPdf(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pdf = new PdfKit({ size: [sheet.width, sheet.height], margin: 0 });
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}
