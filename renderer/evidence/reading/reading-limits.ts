/** What reading one document may cost. Durations in milliseconds: several times what honest pages take on a slow PC. */
export const readingLimits = {
  /** Pixels of a page's picture: A4 at 300 dots per inch is 8.7 million. */
  pixels: 10_000_000,
  /**
   * Until pdf.js must have said what a page consists of. Honest pages take a tenth of a second; forms within forms never
   * end and fill a hundred megabytes a second.
   */
  contentMs: 6_000,
  /** Until it must have decoded a page's picture, or drawn it. */
  pdfMs: 12_000,
  /** Until a page must be recognised, once. */
  pageMs: 60_000,
  /** Until an enlarged piece must be recognised. */
  pieceMs: 10_000,
  /** Until Tesseract must have started. */
  startMs: 30_000,
  /** Pieces that are read in all rounds over one document together, for one order. */
  pieces: 90,
  /** What they may take together before no further one is begun. */
  piecesMs: 30_000,
  /** Until no further page is begun, and so much more for each page. */
  documentMs: 60_000,
  documentPageMs: 30_000,
  /** Pages of one order that take too long, in pdf.js or in Tesseract, before no further page is begun. */
  hungPages: 2,
  /** Pages after which Tesseract's worker is replaced: its memory never shrinks. */
  pagesPerRecogniser: 40,
  /** Until the worker must have said anything at all (to the client): it tells every few seconds that it lives. */
  silenceMs: 150_000,
} as const;
