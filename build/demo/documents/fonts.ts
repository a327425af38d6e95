import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/** A typeface of the documents: Tinos is metrically Times New Roman, Liberation Sans is Arial. */
export type Typeface = 'serif' | 'sans';

const families: Record<Typeface, string> = { serif: 'Dokumen Serif', sans: 'Dokumen Sans' };
let registered = false;

/** Makes both typefaces known to the canvas, once a process. They come with npm packages, never from the machine. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  const require = createRequire(import.meta.url);
  const tinos = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  const liberation = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  for (const name of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    register(join(tinos, name, `Tinos_${name}.ttf`), families.serif);
  }
  for (const name of ['Regular', 'Italic', 'Bold', 'BoldItalic']) {
    register(join(liberation, `LiberationSans-${name}.ttf`), families.sans);
  }
}

/** How a piece of text looks; size in points. */
export interface TextLook {
  readonly typeface: Typeface;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** The look as a CSS font, as the canvas wants it. */
export function cssFont({ typeface, size, bold, italic }: TextLook): string {
  return `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size}px "${families[typeface]}"`;
}

function register(path: string, family: string): void {
  if (!GlobalFonts.registerFromPath(path, family)) {
    throw new Error(`Huruf dokumen contoh tidak dapat dibaca: ${path}. Jalankan npm ci lagi.`);
  }
}
