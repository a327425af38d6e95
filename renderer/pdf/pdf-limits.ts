/** What one uploaded PDF may cost. The agency accepts at most 1 MB (domain.md 0.9), so these are far above honest files. */
export const pdfLimits = {
  /** Pages; more than this is refused with a message. */
  pages: 200,
  /** Pixels of one embedded image; the page of a larger one is left out, and the person told so. */
  imagePixels: 2 ** 25,
  /** The same in black and white: F4, the longest paper of offices, off a copier at 600 dots per inch is 40 million. */
  bilevelPixels: 45_000_000,
  /** With how many dots such a one is drawn: 300 for each inch of that paper. */
  drawnDots: 11_250_000,
  /** Bytes of one canvas area that the worker may allocate. */
  canvasBytes: 2 ** 27,
  /** Pixels of one page canvas; above it pdf.js draws only the visible part in full detail. */
  canvasPixels: 2 ** 23,
  /** Milliseconds until a document must be open. */
  openMs: 15_000,
  /** Milliseconds until a page in view must be drawn. */
  drawMs: 20_000,
} as const;
