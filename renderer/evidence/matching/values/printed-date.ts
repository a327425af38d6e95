/** A day as printed somewhere in `raw`; `certain` when every digit was read as a digit and the month can be no other. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly certain: boolean;
}

/** The day as `yyyy-mm-dd`. */
export function isoOf({ year, month, day }: Pick<PrintedDate, 'year' | 'month' | 'day'>): string {
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
