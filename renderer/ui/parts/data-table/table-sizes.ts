import { lineHeights, rowSizes, textSizes } from '#renderer/ui/sizes.ts';

/** Lengths that the head, the rows and the rulers of a table share; CSS lengths. */
export const tableSizes = {
  /** Two lines, the second one small. */
  row: `calc(${lineHeights.body} + ${lineHeights.small} + 2 * ${rowSizes.padding} + 6px)`,
  group: `calc(${lineHeights.body} + 2 * ${rowSizes.padding} + 6px)`,
  head: `calc(${lineHeights.small} + 12px)`,
  gap: '12px',
  inset: '0 16px',
} as const;

/** A width that grows with the text size, in heights of the body text (14 px at 100 %), the same for head and rows. */
export function emWidth(ems: number): string {
  return `calc(${ems} * ${textSizes.body})`;
}
