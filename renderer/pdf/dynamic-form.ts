import type { PDFDocumentProxy } from 'pdfjs-dist';

/** What the page of a dynamic form says to programs that cannot show it. */
const placeholder = /please wait/i;

/**
 * Whether a document is a dynamic form (XFA): its pages are made by the program that shows it, from a template that only
 * few programs know; what is drawn here is a placeholder.
 */
export async function isDynamicForm(document: PDFDocumentProxy): Promise<boolean> {
  const { info } = await document.getMetadata();
  if (!('IsXFAPresent' in info) || info.IsXFAPresent !== true) return false;
  // A static form has its fields on its pages, and shows them.
  if (!(await document.getFieldObjects())) return true;
  const first = await document.getPage(1);
  const { items } = await first.getTextContent();
  return placeholder.test(items.map((item) => ('str' in item ? item.str : '')).join(' '));
}
