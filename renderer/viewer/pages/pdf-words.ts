import type { L10n } from 'pdfjs-dist/types/web/l10n.js';

/**
 * Takes the place of pdf.js's own translations: its English catalogue is not wanted, and filling it in writes
 * `innerHTML`, which the trusted-types policy forbids. The names of pages are set by `makePdfView`.
 */
// A class with private members on their side: only the methods that the viewer calls are needed.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const noPdfWords = {
  getLanguage: () => 'id',
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => undefined,
  translateOnce: async () => undefined,
  destroy: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
} as unknown as L10n;
