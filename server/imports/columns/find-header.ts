import {
  columnLetters,
  plainName,
  reasonColumn,
  type Columns,
} from '#server/imports/columns/column.ts';
import { cellText, type Sheet, type TableRow } from '#server/imports/table/table.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Where a sheet's columns lie. */
export interface Header {
  /** By field: place of its column, from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** Names of columns that nobody knows; they are not read. */
  readonly unknown: readonly string[];
  /** Where refused rows of an earlier time say why; undefined: the file has no such column. */
  readonly reasonAt: number | undefined;
  /** Which of the sheet's rows the header is, or the lower of two. */
  readonly headAt: number;
  /** How many rows of the sheet stand above the first of its data, the header among them. */
  readonly above: number;
}

/** Why no header is found. */
export type HeaderFault =
  | { readonly kind: 'tanpa_kepala'; readonly required: readonly string[] }
  | {
      readonly kind: 'kolom_kurang';
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'kolom_ganda'; readonly label: string; readonly letters: readonly string[] };

/** What a kind of import knows of columns. */
export interface KnownColumns {
  readonly columns: Columns;
  /** Columns that files of others have and that are not asked for. */
  readonly ignored: readonly string[];
}

/** Titles and explanations may stand above. */
const deepest = 30;
const shortestHeader = 2;
const names = { reason: plainName(reasonColumn), number: ['no', 'nomor', 'nourut'] };

/**
 * Finds the header among the first rows: the row, or two of them one over the other, in which most columns are known by
 * name. Of merged heads the upper text counts for all columns below it.
 */
export function findHeader(sheet: Sheet, known: KnownColumns): Result<Header, HeaderFault> {
  const fields = fieldsByName(known);
  let best: Candidate | undefined;
  for (let at = 0; at < Math.min(deepest, sheet.rows.length); at += 1) {
    for (const one of candidatesAt(sheet.rows, at, fields)) {
      if (one.found.length > (best?.found.length ?? 0)) best = one;
    }
  }
  const required = Object.values(known.columns).filter((column) => column.required);
  if (!best || best.found.length < Math.min(shortestHeader, required.length)) {
    return fail({ kind: 'tanpa_kepala', required: required.map(({ label }) => label) });
  }
  return judge(best, known, sheet.rows);
}

interface Candidate {
  readonly above: number;
  /** By column: what it may be called, the fullest name first. */
  readonly titles: readonly (readonly string[])[];
  readonly found: readonly { readonly field: string; readonly at: number }[];
}

function fieldsByName({ columns }: KnownColumns): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([field, { label, names: others }]) =>
      [label, field, ...others].map((name) => [plainName(name), field] as const),
    ),
  );
}

function candidatesAt(
  rows: readonly TableRow[],
  at: number,
  fields: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const [upper = [], lower] = [rows[at], rows[at + 1]].map((row) => row?.cells.map(cellText));
  const single = candidate(
    at + 1,
    upper.map((title) => [title]),
    fields,
  );
  if (!lower) return [single];
  let over = '';
  const pairs = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const above = (upper[column] ?? '').trim();
    const below = (lower[column] ?? '').trim();
    // A merged head holds its text in the first of its columns alone.
    if (above !== '') over = above;
    return below === '' ? [above] : [`${over} ${below}`, below, above];
  });
  return [single, candidate(at + 2, pairs, fields)];
}

function candidate(
  above: number,
  titles: readonly (readonly string[])[],
  fields: ReadonlyMap<string, string>,
): Candidate {
  const found = titles.flatMap((spellings, at) => {
    const name = spellings.find((title) => fields.has(plainName(title)));
    return name === undefined ? [] : [{ field: fields.get(plainName(name))!, at }];
  });
  return { above, titles, found };
}

function judge(
  { above, titles, found }: Candidate,
  known: KnownColumns,
  rows: readonly TableRow[],
): Result<Header, HeaderFault> {
  const places = new Map<string, number>();
  for (const { field, at } of found) {
    const earlier = places.get(field);
    if (earlier !== undefined) {
      const letters = [earlier, at].map(columnLetters);
      return fail({ kind: 'kolom_ganda', label: known.columns[field]!.label, letters });
    }
    places.set(field, at);
  }
  const reasonAt = titles.findIndex((all) =>
    all.some((title) => plainName(title) === names.reason),
  );
  const ignored = new Set([...known.ignored, ...names.number].map(plainName));
  const read = new Set([...places.values(), reasonAt]);
  const unknown = titles.flatMap((all, at) => {
    const title = all[0]?.trim() ?? '';
    const isOurs = read.has(at) || all.some((one) => ignored.has(plainName(one)));
    return title === '' || isOurs ? [] : [title];
  });
  const missing = Object.entries(known.columns).flatMap(([field, { label, required }]) =>
    required && !places.has(field) ? [label] : [],
  );
  if (missing.length > 0) return fail({ kind: 'kolom_kurang', missing, unknown });
  return succeed({
    places,
    unknown,
    reasonAt: reasonAt === -1 ? undefined : reasonAt,
    headAt: above - 1,
    above: isNumbering(rows[above]) ? above + 1 : above,
  });
}

/** Below a header columns may be numbered: (1) (2) (3). */
function isNumbering(row: TableRow | undefined): boolean {
  const texts = row?.cells.map((cell) => cellText(cell).replaceAll(/[()\s]/g, '')) ?? [];
  return texts.length > 1 && texts.every((text, at) => text === '' || text === String(at + 1));
}
