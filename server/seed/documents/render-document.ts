import { PDFDocument, type SKRSContext2D, createCanvas } from '@napi-rs/canvas';
import { drawDocument } from '#server/seed/documents/draw-document.ts';
import { registerFonts } from '#server/seed/documents/fonts.ts';
import type { DocumentRecipe } from '#server/seed/documents/recipe.ts';
import { type ScannedPage, makeScanSurface, wrapScans } from '#server/seed/documents/scan.ts';
import type { Surface } from '#server/seed/documents/surface.ts';

/** Makes the PDF of a recipe. The same recipe gives the same bytes, on every run. */
export async function renderDocument(recipe: DocumentRecipe): Promise<Uint8Array> {
  registerFonts();
  if (recipe.medium.kind === 'digital') return renderDigital(recipe);
  const pages: ScannedPage[] = [];
  drawDocument(
    recipe,
    omitPages(makeScanSurface(recipe.medium.settings, pages), recipe.omittedPages),
  );
  return wrapScans(pages);
}

/** A born-digital file: Skia writes text as text, with the glyphs used of each font; it writes no date and no id. */
function renderDigital(recipe: DocumentRecipe): Uint8Array {
  const document = new PDFDocument({ creator: 'SIMPEG', producer: 'Naskah Dinas Elektronik' });
  const surface: Surface = {
    medium: 'digital',
    // The library types its PDF pages by the DOM's name of the same context.
    begin: (width, height) => document.beginPage(width, height) as SKRSContext2D,
    end: () => document.endPage(),
  };
  drawDocument(recipe, omitPages(surface, recipe.omittedPages));
  return document.close();
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
