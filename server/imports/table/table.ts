/** A cell as its file holds it: text, or a number that nobody wrote as text; a day of a spreadsheet is text (`dd-mm-yyyy`). */
export type Cell = string | number;

/** A row that is not empty. `number` is the one that a spreadsheet shows beside it, from 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** The rows of one sheet; a CSV file is one sheet without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** In which form a file was written, so that another one of the same form can be. */
export type TableForm =
  | { readonly kind: 'csv'; readonly separator: Separator }
  | { readonly kind: 'xlsx' };

/** What stands between the cells of a CSV file. */
export type Separator = ',' | ';' | '\t';

/** A file that was read: its visible sheets in their order, and its SHA-256. */
export interface Table {
  readonly form: TableForm;
  readonly sheets: readonly Sheet[];
  readonly sha256: string;
}

/** The most that is read; honest files of a whole instansi stay far below. */
export const tableLimits = {
  fileBytes: 50 * 1_048_576,
  /** Of all parts of an XLSX file that are read, inflated and counted while they are. */
  inflatedBytes: 200 * 1_048_576,
  zipEntries: 2_000,
  rows: 100_000,
  columns: 256,
  cells: 3_000_000,
  /** Excel's own limit. */
  cellLength: 32_767,
  /** Of an XLSX: all texts that its cells refer to, and how deep its elements lie. */
  sharedLength: 64 * 1_048_576,
  xmlDepth: 64,
} as const;

/** Why a file is not read as a table. */
export type TableFault =
  | { readonly kind: 'tidak_ada' | 'kosong' | 'terlalu_besar' }
  | { readonly kind: 'terkunci' | 'xls_lama' | 'xlsb' | 'ods' | 'html' | 'pdf' | 'bukan_tabel' }
  | { readonly kind: 'rusak' | 'mengembang' | 'sel_terlalu_banyak' }
  | { readonly kind: 'baris_terlalu_banyak' | 'tanpa_lembar' }
  | { readonly kind: 'kolom_terlalu_banyak' | 'sel_terlalu_panjang'; readonly row: number };

/** Ends the reading of a file; `readTable` answers it as a value. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused';
  readonly fault: TableFault;

  constructor(fault: TableFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** A cell as text. */
export function cellText(cell: Cell | undefined): string {
  return cell === undefined ? '' : String(cell);
}

/** Counts what is read of a file, over all of its sheets, and ends it where that is too much. */
export class TableCounter {
  private rows = 0;
  private cells = 0;

  add(row: number, cells: readonly Cell[]): void {
    if (cells.length > tableLimits.columns) {
      throw new TableRefused({ kind: 'kolom_terlalu_banyak', row });
    }
    if (cells.some((cell) => typeof cell === 'string' && cell.length > tableLimits.cellLength)) {
      throw new TableRefused({ kind: 'sel_terlalu_panjang', row });
    }
    this.rows += 1;
    this.cells += cells.length;
    if (this.rows > tableLimits.rows) throw new TableRefused({ kind: 'baris_terlalu_banyak' });
    if (this.cells > tableLimits.cells) throw new TableRefused({ kind: 'sel_terlalu_banyak' });
  }
}

/** Collects the rows of a sheet; empty ones are left out, and empty cells at the end of a row. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  private readonly counter: TableCounter;

  constructor(counter: TableCounter) {
    this.counter = counter;
  }

  add(number: number, cells: Cell[]): void {
    while (cells.length > 0 && cellText(cells.at(-1)).trim() === '') cells.pop();
    if (cells.length === 0) return;
    this.counter.add(number, cells);
    this.rows.push({ number, cells });
  }
}
