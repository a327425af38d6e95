import { PDFDocument, createCanvas } from '@napi-rs/canvas';
import { drawDocument } from '#build/demo/documents/draw-document.ts';
import { registerFonts } from '#build/demo/documents/fonts.ts';
import type { DocumentRecipe } from '#build/demo/documents/recipe.ts';
import { type ScannedPage, makeScanSurface, wrapScans } from '#build/demo/documents/scan.ts';
import type { Surface } from '#build/demo/documents/surface.ts';

/** A finished file with the number of its pages. */
interface RenderedDocument {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

/** Makes the PDF of a recipe. The same recipe gives the same bytes, on every run. */
export async function renderDocument(recipe: DocumentRecipe): Promise<Uint8Array> {
  return (await renderPages(recipe)).bytes;
}

/** Makes the PDF of a recipe and counts its pages. */
export async function renderPages(recipe: DocumentRecipe): Promise<RenderedDocument> {
  registerFonts();
  if (recipe.medium.kind === 'digital') return renderDigital(recipe);
  const pages: ScannedPage[] = [];
  const surface = makeScanSurface(recipe.medium.settings, pages);
  drawDocument(recipe, omitPages(surface, recipe.omittedPages));
  return { bytes: await wrapScans(pages), pageCount: pages.length };
}

/** A born-digital file: Skia writes text as text, with the glyphs used of each font; it writes no date and no id. */
function renderDigital(recipe: DocumentRecipe): RenderedDocument {
  const document = new PDFDocument({ creator: 'SIMPEG', producer: 'Naskah Dinas Elektronik' });
  let pageCount = 0;
  const surface: Surface = {
    medium: 'digital',
    begin(width, height) {
      pageCount += 1;
      return document.beginPage(width, height);
    },
    end: () => document.endPage(),
  };
  drawDocument(recipe, omitPages(surface, recipe.omittedPages));
  return { bytes: document.close(), pageCount };
}

/** Draws the pages to be left out on a scrap, so that the layout need not know. */
function omitPages(surface: Surface, omitted: readonly number[]): Surface {
  if (omitted.length === 0) return surface;
  let page = 0;
  return {
    medium: surface.medium,
    begin(width, height) {
      page += 1;
      return omitted.includes(page)
        ? createCanvas(8, 8).getContext('2d')
        : surface.begin(width, height);
    },
    end() {
      if (!omitted.includes(page)) surface.end();
    },
  };
}
