/** A page of a PDF written by hand: a line of text; one that is never drawn to its end; or one that is not in the file. */
export type WrittenPage =
  | { readonly kind: 'teks'; readonly text: string }
  | { readonly kind: 'tanpa_akhir' }
  | { readonly kind: 'hilang' };

/** How many forms lie in one another, and how often each draws the next: ten billion strokes in some two kilobytes. */
const [depth, times] = [9, 10];
const draws = '/F Do '.repeat(times);

/** Numbers of the objects that all pages share, and of the first that belongs to a page. */
const [font, firstForm, firstOwn] = [3, 4, 4 + depth];

/** A PDF that never ends: forms within forms, each drawn many times. No parser's guard against loops sees it. */
export function nestedForms(): Uint8Array {
  return writtenPdf([{ kind: 'tanpa_akhir' }]);
}

/** A PDF with these pages. */
export function writtenPdf(pages: readonly WrittenPage[]): Uint8Array {
  const kids = pages.map((_, at) => `${firstOwn + 2 * at} 0 R`);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...forms(),
    ...pages.flatMap((page, at) => [pageObject(page, firstOwn + 2 * at), contentOf(page)]),
  ]);
}

function forms(): readonly string[] {
  return Array.from({ length: depth }, (_, at) => {
    const isLast = at === depth - 1;
    const next = isLast ? '' : `/Resources<</XObject<</F ${firstForm + at + 1} 0 R>>>>`;
    const head = `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${next}`;
    return stream(head, isLast ? '0 0 1 1 re f ' : draws);
  });
}

function pageObject({ kind }: WrittenPage, number: number): string {
  if (kind === 'hilang') return 'null';
  const resources = `<</Font<</T ${font} 0 R>>/XObject<</F ${firstForm} 0 R>>>>`;
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${number + 1} 0 R/Resources${resources}>>`;
}

function contentOf(page: WrittenPage): string {
  if (page.kind === 'tanpa_akhir') return stream('', draws);
  return stream('', page.kind === 'teks' ? `BT /T 12 Tf 90 740 Td (${page.text}) Tj ET` : '');
}

function stream(head: string, content: string): string {
  return `<<${head}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
