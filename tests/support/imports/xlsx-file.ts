import { columnLetters } from '#server/imports/columns/column.ts';
import { makeZip, type ZipPart } from '#tests/support/imports/make-zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet of a workbook as Excel writes it: `rows` is what stands in `sheetData`. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly state?: 'hidden' | 'visible';
}

/** Parts of a workbook as Excel writes it: shared strings, a style that shows days (1) and one of its own (2). */
export function workbookParts(
  sheets: readonly SheetXml[],
  {
    strings = [],
    is1904 = false,
  }: { readonly strings?: readonly string[]; readonly is1904?: boolean } = {},
): readonly ZipPart[] {
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${related}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const relationsHead = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`;
  return [
    { name: '[Content_Types].xml', content: `${head}<Types/>` },
    {
      name: '_rels/.rels',
      content: `${relationsHead}<Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${related}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${relationsHead}${relations.join('')}<Relationship Id="s1" Type="${related}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="s2" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${head}<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${head}<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="3"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A workbook of one sheet whose cells are texts. */
export function textWorkbook(rows: readonly (readonly string[])[], name = 'Data'): Buffer {
  const xml = rows.map(
    (cells) =>
      `<row>${cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join('')}</row>`,
  );
  return makeZip(workbookParts([{ name, rows: xml.join('') }]));
}

/** The same as Excel writes it: every text once, in a table of their own. */
export function sharedStringsWorkbook(rows: readonly (readonly string[])[]): Buffer {
  const places = new Map<string, number>();
  const xml = rows.map((cells, row) => {
    const filled = cells.map((text, column) => {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return text === ''
        ? ''
        : `<c r="${columnLetters(column)}${row + 1}" t="s"><v>${place}</v></c>`;
    });
    return `<row r="${row + 1}">${filled.join('')}</row>`;
  });
  const strings = [...places.keys()].map((text) => `<t xml:space="preserve">${escaped(text)}</t>`);
  return makeZip(workbookParts([{ name: 'Data', rows: xml.join('') }], { strings }));
}
