/** A share of all as a percentage with two decimals; NaN of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : Math.round((10_000 * part) / whole) / 100;
}

/** A percentage for people, in a column of seven. */
export function percentText(part: number, whole: number): string {
  return (whole === 0 ? '–' : `${percent(part, whole).toFixed(1)} %`).padStart(8);
}
