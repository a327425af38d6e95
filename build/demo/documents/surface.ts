import type { PDFDocument, SKRSContext2D } from '@napi-rs/canvas';

/** What both kinds of page can do; the library types a PDF's pages a little narrower than a raster's. */
export type PageContext = Pick<
  SKRSContext2D,
  keyof ReturnType<PDFDocument['beginPage']> & keyof SKRSContext2D
>;

/** What a layout draws on: a page at a time, in points (1/72 inch), origin at the top left. */
export interface Surface {
  /** `digital` pages carry an electronic signature; `scan` pages ink, a stamp and paper. */
  readonly medium: 'digital' | 'scan';
  /** Opens a page of this size (points) and gives what to draw on. */
  begin(width: number, height: number): PageContext;
  /** Closes the page. */
  end(): void;
}

/** Size of a sheet in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Paper of Indonesian offices: F4 (21.59 x 33.02 cm), Legal, A4. */
export const sheets = {
  f4: { width: 612, height: 936 },
  legal: { width: 612, height: 1008 },
  a4: { width: 595, height: 842 },
} as const satisfies Record<string, Sheet>;

/** The sheet turned on its side. */
export function landscape({ width, height }: Sheet): Sheet {
  return { width: height, height: width };
}
