/**
 * Whether drawing or parsing a page failed because a picture in it is larger than this program takes (`pdfLimits`). pdf.js
 * says so by its message alone.
 */
export function isLeftOut(cause: unknown): boolean {
  return cause instanceof Error && cause.message.includes('exceeded maximum allowed size');
}
