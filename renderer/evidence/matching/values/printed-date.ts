/** A day as printed somewhere in `raw`; `certain` when every digit was read as a digit and the month can be no other. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly certain: boolean;
}
