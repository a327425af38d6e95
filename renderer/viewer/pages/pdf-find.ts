import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { EventBus } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** Searching the text of a document. */
export interface PdfFind {
  find(text: string, direction: 'first' | 'next' | 'previous'): void;
  endFind(): void;
  /** Whether there is any text to search: a scan is pictures only. */
  hasText(): Promise<boolean>;
}

/** Searches through pdf.js's find controller. */
export function makePdfFind(eventBus: EventBus, document: PDFDocumentProxy): PdfFind {
  return {
    hasText: () => hasText(document),
    find(text, direction) {
      eventBus.dispatch('find', {
        source: null,
        type: direction === 'first' ? '' : 'again',
        query: text,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: direction === 'previous',
        matchDiacritics: false,
      });
    },
    endFind: () => eventBus.dispatch('findbarclose', { source: null }),
  };
}

// The first pages tell: what is scanned is scanned from the first page on.
async function hasText(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(document.numPages, 3); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true;
  }
  return false;
}
