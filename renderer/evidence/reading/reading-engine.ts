/**
 * Version of everything that decides what is read: recogniser, model, and how pictures are made and judged. Raise the
 * last number when any of that changes: documents read by another engine are read again.
 */
export const engine = 'tesseract.js 7.0.0, ind best_int 4.0.0, 6';
