import { readSheet, type CellContext } from '#server/imports/table/read-xlsx-sheet.ts';
import {
  TableCounter,
  tableLimits,
  TableRefused,
  type Sheet,
} from '#server/imports/table/table.ts';
import { XlsxPackage } from '#server/imports/table/xlsx-package.ts';

/** Formats of a day that have a number and no text (ECMA-376 part 1, 18.8.30). */
const dayFormats = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const mostStrings = 2_000_000;

/** Reads the visible sheets of an XLSX file, piece by piece. Throws `TableRefused`. */
export async function readXlsx(path: string): Promise<readonly Sheet[]> {
  return XlsxPackage.use(path, async (file) => {
    const workbook = (await file.relations('')).find(({ kind }) => kind === 'officeDocument');
    if (!workbook || !file.has(workbook.part)) throw new TableRefused({ kind: 'bukan_tabel' });
    const parts = await file.relations(workbook.part);
    const partOf = (kind: string): string => parts.find((one) => one.kind === kind)?.part ?? '';
    const { sheets: listed, is1904 } = await readWorkbook(file, workbook.part);
    const context: CellContext = {
      strings: await readStrings(file, partOf('sharedStrings')),
      dayStyles: await readDayStyles(file, partOf('styles')),
      is1904,
      counter: new TableCounter(),
    };
    const sheets: Sheet[] = [];
    const unread = parts.filter(({ kind }) => kind === 'worksheet');
    for (const { name, id } of listed) {
      const part = unread.find((one) => one.id === id);
      if (part) sheets.push({ name, rows: await readSheet(file, part.part, context) });
    }
    if (sheets.length === 0) throw new TableRefused({ kind: 'tanpa_lembar' });
    return sheets;
  });
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly is1904: boolean;
}

async function readWorkbook(file: XlsxPackage, part: string): Promise<Workbook> {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  await file.read(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      sheets.push({ name: attributes['name'] ?? '', id: id ?? '' });
    },
  });
  return { sheets, is1904 };
}

/** The texts that cells refer to by number. */
async function readStrings(file: XlsxPackage, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let [current, inText, inReading, length] = ['', false, false, 0];
  await file.read(part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 't') inText = !inReading;
      // How an East Asian text is read stands beside it, and is no part of it.
      if (name === 'rPh') inReading = true;
    },
    text: (text) => {
      if (!inText) return;
      current += text;
      length += text.length;
      if (length > tableLimits.sharedLength) throw new TableRefused({ kind: 'mengembang' });
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      strings.push(current);
      if (strings.length > mostStrings) throw new TableRefused({ kind: 'sel_terlalu_banyak' });
    },
  });
  return strings;
}

/** Which styles show a number as a day. */
async function readDayStyles(file: XlsxPackage, part: string): Promise<readonly boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await file.read(part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = formats.get(id);
      styles.push(code === undefined ? dayFormats.has(id) : isDayFormat(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Whether a format shows a day: it names day or year outside quotes, colours and escaped signs. */
function isDayFormat(code: string): boolean {
  return /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
