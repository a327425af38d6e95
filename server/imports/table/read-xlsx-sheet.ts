import {
  RowCollector,
  tableLimits,
  TableRefused,
  type TableCounter,
  type Cell,
  type TableRow,
} from '#server/imports/table/table.ts';
import type { XlsxPackage } from '#server/imports/table/xlsx-package.ts';
import { dayOfSerial } from '#server/imports/rows/excel-day.ts';
import { shortDate } from '#shared/kernel/date-text.ts';

/** What a cell refers to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By the number of a style: whether it shows a number as a day. */
  readonly dayStyles: readonly boolean[];
  /** Whether days are counted from 1904, as early Macs did. */
  readonly is1904: boolean;
  readonly counter: TableCounter;
}

/** Excel's own limits. */
const [lastRow, lastColumn] = [1_048_576, 16_384];

/** Reads the rows of a worksheet. Formulas count as what they came to when the file was saved. */
export async function readSheet(
  file: XlsxPackage,
  part: string,
  context: CellContext,
): Promise<readonly TableRow[]> {
  const reader = new SheetReader(context);
  await file.read(part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.rows;
}

class SheetReader {
  private readonly collector: RowCollector;
  private row = 0;
  private cells: Cell[] = [];
  private column = 0;
  private kind = 'n';
  private style = 0;
  private content = '';
  private isContent = false;
  private isData = false;

  private readonly context: CellContext;

  constructor(context: CellContext) {
    this.context = context;
    this.collector = new RowCollector(context.counter);
  }

  get rows(): readonly TableRow[] {
    return this.collector.rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.isData = true;
    if (!this.isData) return;
    if (name === 'row') this.beginRow(attributes['r']);
    if (name === 'c') this.beginCell(attributes);
    if (name === 'v' || name === 't') this.isContent = true;
    if (name === 'rPh') this.isContent = false;
  }

  text(text: string): void {
    if (!this.isContent) return;
    this.content += text;
    if (this.content.length > tableLimits.cellLength) {
      throw new TableRefused({ kind: 'sel_terlalu_panjang', row: this.row });
    }
  }

  close(name: string): void {
    if (name === 'sheetData') this.isData = false;
    if (!this.isData) return;
    if (name === 'v' || name === 't') this.isContent = false;
    if (name === 'c' && this.content !== '') this.cells[this.column - 1] = this.cell();
    if (name === 'row')
      this.collector.add(
        this.row,
        Array.from(this.cells, (cell) => cell ?? ''),
      );
  }

  private beginRow(stated: string | undefined): void {
    const row = stated === undefined ? this.row + 1 : Number(stated);
    if (!Number.isInteger(row) || row <= this.row || row > lastRow) {
      throw new TableRefused({ kind: 'rusak' });
    }
    this.row = row;
    this.cells = [];
    this.column = 0;
  }

  private beginCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnNumber(reference);
    if (this.column < 1 || this.column > lastColumn) throw new TableRefused({ kind: 'rusak' });
    this.kind = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.content = '';
  }

  private cell(): Cell {
    const text = this.content;
    switch (this.kind) {
      case 's':
        return unescaped(this.context.strings[Number(text)] ?? '');
      case 'n':
        return this.number(Number(text));
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      default:
        // inlineStr, str (what a formula came to), e (#N/A), d (ISO 8601)
        return unescaped(text);
    }
  }

  private number(value: number): Cell {
    if (Number.isNaN(value)) throw new TableRefused({ kind: 'rusak' });
    if (!this.context.dayStyles[this.style]) return value;
    const day = dayOfSerial(value, this.context.is1904);
    return day === undefined ? value : shortDate(day);
  }
}

/** Number of the column in a reference such as `AB12`, from 1. */
function columnNumber(reference: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Signs that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
