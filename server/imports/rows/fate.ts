import type { RowProblem } from '#server/imports/rows/row-problem.ts';

/** A value that changes, as people read it. */
export interface FieldChange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What becomes of a row, or would. */
export type Fate =
  | { readonly kind: 'baru' }
  | { readonly kind: 'berubah'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'sama' }
  | { readonly kind: 'ditolak'; readonly problems: readonly RowProblem[] };

/** A row of the file with its fate. */
export interface FatedRow {
  readonly number: number;
  /** What it is about, for people: a number and a name. */
  readonly title: string;
  readonly fate: Fate;
}

/** How many rows came to what; together they are the rows of the file. */
export type FateCounts = Readonly<Record<Fate['kind'], number>>;

export const noFates: FateCounts = { baru: 0, berubah: 0, sama: 0, ditolak: 0 };

export function refused(...problems: readonly RowProblem[]): Fate {
  return { kind: 'ditolak', problems };
}

/** Compares what is there with what the file says: by label, both as people read them. */
export function compared(
  pairs: readonly (readonly [label: string, from: string, to: string])[],
): Fate {
  const changes = pairs.flatMap(([label, from, to]) => (from === to ? [] : [{ label, from, to }]));
  return changes.length === 0 ? { kind: 'sama' } : { kind: 'berubah', changes };
}

/** Adds fates to counts. */
export function countFates(counts: FateCounts, rows: readonly FatedRow[]): FateCounts {
  const sum = { ...counts };
  for (const { fate } of rows) sum[fate.kind] += 1;
  return sum;
}
