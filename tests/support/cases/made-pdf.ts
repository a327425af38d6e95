/** An object of a PDF: what stands between `<<` and `>>`, and its stream if it has one. */
export interface MadeObject {
  readonly head: string;
  readonly data?: string | Uint8Array;
}

/** A PDF of one page, made by hand so that it may say what no honest program writes. */
export interface MadePage {
  readonly content: string;
  /** Of the page: CropBox, Rotate, Annots … */
  readonly page?: string;
  /** Of the catalogue: OCProperties, AcroForm … */
  readonly catalog?: string;
  /** Besides `/Font`. */
  readonly resources?: string;
  /** Further fonts by name. */
  readonly fonts?: string;
  readonly size?: readonly [number, number];
  /** Numbered from `firstObject` on. */
  readonly objects?: readonly MadeObject[];
}

/** Number of the first object that a page brings along. */
export const firstObject = 6;

/** Writes it out. */
export function madePdf(made: MadePage): Uint8Array {
  const [width, height] = made.size ?? [595, 842];
  const { content, page = '', catalog = '', resources = '', fonts = '', objects = [] } = made;
  const own = `/Font<</F1 5 0 R${fonts}>>${resources}`;
  const all: readonly MadeObject[] = [
    { head: `/Type/Catalog/Pages 2 0 R${catalog}` },
    { head: '/Type/Pages/Kids[3 0 R]/Count 1' },
    {
      head: `/Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<<${own}>>${page}`,
    },
    { head: '', data: content },
    { head: '/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding' },
    ...objects,
  ];
  return joined(all);
}

function joined(objects: readonly MadeObject[]): Uint8Array {
  const parts: Uint8Array[] = [bytesOf('%PDF-1.7\n')];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const places = objects.map(({ head, data }, at) => {
    const place = length();
    const body = data === undefined ? null : typeof data === 'string' ? bytesOf(data) : data;
    const extent = body ? `/Length ${body.length}` : '';
    parts.push(bytesOf(`${at + 1} 0 obj\n<<${head}${extent}>>\n`));
    if (body) parts.push(bytesOf('stream\n'), body, bytesOf('\nendstream\n'));
    parts.push(bytesOf('endobj\n'));
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = length();
  const size = objects.length + 1;
  parts.push(
    bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`),
    bytesOf(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
