import { setImmediate } from 'node:timers/promises';
import { findHeader, type Header, type HeaderFault } from '#server/imports/columns/find-header.ts';
import type {
  ImportKind,
  ImportPlace,
  JudgedRow,
  ReadRow,
  RowKey,
} from '#server/imports/kinds/import-kind.ts';
import { refused, type FatedRow } from '#server/imports/rows/fate.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import { RowReader } from '#server/imports/rows/row-reader.ts';
import {
  cellText,
  type Sheet,
  type Table,
  type TableForm,
  type TableRow,
} from '#server/imports/table/table.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A file whose rows were read, before anything is asked of the database. */
export interface OpenedImport {
  readonly form: TableForm;
  readonly sha256: string;
  readonly header: Header;
  /** The sheet that is read, and the others, which are not. */
  readonly sheet: Sheet;
  readonly otherSheets: readonly string[];
  /** How many rows of data the file has. */
  readonly total: number;
  /** Rows that are refused for what they hold themselves. */
  readonly refused: readonly FatedRow[];
  /** The other rows, in pieces of one transaction each. */
  readonly chunks: readonly ImportChunk[];
}

/** Some rows of a file. */
export interface ImportChunk {
  readonly rows: number;
  /** What would become of them now. */
  judge(db: Db | Tx, place: ImportPlace): Promise<readonly FatedRow[]>;
  /** Judges them anew in the transaction, and writes what is good. */
  apply(tx: Tx, place: ImportPlace): Promise<readonly FatedRow[]>;
}

/** Rows that are read before others get their turn. */
const rowsAtOnce = 500;

/** Reads the rows of a table as one kind of import. */
export async function openImport<Field extends string, Draft, Known>(
  table: Table,
  kind: ImportKind<Field, Draft, Known>,
): Promise<Result<OpenedImport, HeaderFault>> {
  const found = chooseSheet(table.sheets, kind);
  if (!found.ok) return found;
  const { sheet, header } = found.value;
  const rows = sheet.rows.slice(header.above);
  const read: RowAsRead<Draft>[] = [];
  for (const row of rows) {
    read.push(readRow(row, header, kind, table.form));
    // A server has others to answer meanwhile.
    if (read.length % rowsAtOnce === 0) await setImmediate();
  }
  const repeated = repeatedKeys(read, kind);
  const good: ReadRow<Draft>[] = [];
  const bad: FatedRow[] = [];
  for (const { number, title, draft, problems } of read) {
    const keys = draft === undefined ? [] : kind.keysOf(draft);
    const all = [...problems, ...keys.flatMap((key) => repetition(key, number, repeated))];
    if (draft !== undefined && all.length === 0) good.push({ number, draft });
    else bad.push({ number, title: title ?? kind.titleOf(draft!), fate: refused(...all) });
  }
  return succeed({
    form: table.form,
    sha256: table.sha256,
    header,
    sheet,
    otherSheets: table.sheets
      .filter((one) => one !== sheet && one.rows.length > 0)
      .map(({ name }) => name),
    total: rows.length,
    refused: bad,
    chunks: chunksOf(good, kind),
  });
}

/** The first sheet that has the columns; none: what the first one with any content lacks. */
function chooseSheet(
  sheets: readonly Sheet[],
  known: Parameters<typeof findHeader>[1],
): Result<{ readonly sheet: Sheet; readonly header: Header }, HeaderFault> {
  let fault: HeaderFault | undefined;
  for (const sheet of sheets) {
    const found = findHeader(sheet, known);
    if (found.ok) return succeed({ sheet, header: found.value });
    if (!fault || fault.kind === 'tanpa_kepala') fault = found.error;
  }
  return fail(fault ?? { kind: 'tanpa_kepala', required: [] });
}

interface RowAsRead<Draft> {
  readonly number: number;
  /** Where there is no draft that has one. */
  readonly title: string | undefined;
  readonly draft: Draft | undefined;
  readonly problems: readonly RowProblem[];
}

function readRow<Field extends string, Draft, Known>(
  { number, cells }: TableRow,
  { places }: Header,
  kind: ImportKind<Field, Draft, Known>,
  form: TableForm,
): RowAsRead<Draft> {
  const reader = new RowReader(kind.columns, (field: Field) => {
    const at = places.get(field);
    return at === undefined ? undefined : cells[at];
  });
  if (form.kind === 'csv' && cells.some((cell) => swallowed(cellText(cell), form.separator))) {
    reader.refuse({ kind: 'kutip' });
  }
  const draft = kind.read(reader);
  const first = [...places.values()].slice(0, 2).map((at) => cellText(cells[at]));
  const title = draft === undefined ? first.join(' ').trim().slice(0, 100) : undefined;
  return { number, title, draft, problems: reader.problems };
}

/** A quote that nobody closed makes one cell of the rows up to the next one. */
function swallowed(text: string, separator: string): boolean {
  return /[\r\n]/.test(text) && text.includes(separator);
}

/** By key: the rows that have it, where there is more than one. */
type Repeated = ReadonlyMap<
  string,
  readonly { readonly number: number; readonly owner: string | undefined }[]
>;

function repeatedKeys<Field extends string, Draft, Known>(
  rows: readonly RowAsRead<Draft>[],
  kind: ImportKind<Field, Draft, Known>,
): Repeated {
  const numbers = new Map<string, { number: number; owner: string | undefined }[]>();
  for (const { draft, number } of rows) {
    for (const key of draft === undefined ? [] : kind.keysOf(draft)) {
      const name = nameOf(key);
      const known = numbers.get(name);
      const one = { number, owner: key.owner };
      if (known) known.push(one);
      else numbers.set(name, [one]);
    }
  }
  return new Map([...numbers].filter(([, list]) => list.length > 1));
}

function repetition(key: RowKey, number: number, repeated: Repeated): readonly RowProblem[] {
  const { label, text, owner } = key;
  const rows = (repeated.get(nameOf(key)) ?? [])
    .filter((other) => other.number !== number)
    .filter((other) => owner === undefined || other.owner !== owner)
    .map((other) => other.number);
  return rows.length === 0 ? [] : [{ kind: 'ganda', label, text, rows: rows.slice(0, 5) }];
}

function nameOf({ label, text }: RowKey): string {
  return `${label}\n${text}`;
}

function chunksOf<Field extends string, Draft, Known>(
  rows: readonly ReadRow<Draft>[],
  kind: ImportKind<Field, Draft, Known>,
): readonly ImportChunk[] {
  const chunks: ImportChunk[] = [];
  for (let from = 0; from < rows.length; from += kind.chunkRows) {
    const part = rows.slice(from, from + kind.chunkRows);
    const judge = async (db: Db | Tx, place: ImportPlace) => {
      const known = await kind.load(
        db,
        place,
        part.map(({ draft }) => draft),
      );
      return { known, judged: kind.judge(part, known) };
    };
    const told = (judged: readonly JudgedRow<Draft>[]): readonly FatedRow[] =>
      judged.map(({ number, draft, fate }) => ({ number, title: kind.titleOf(draft), fate }));
    chunks.push({
      rows: part.length,
      judge: async (db, place) => told((await judge(db, place)).judged),
      apply: async (tx, place) => {
        const { judged, known } = await judge(tx, place);
        await kind.write(tx, place, judged, known);
        return told(judged);
      },
    });
  }
  return chunks;
}
