/**
 * Sizes that follow the person's text size and density (see `theme.ts`, which gives these variables their values). Use
 * them instead of pixels wherever text stands; CSS lengths.
 */
export const textSizes = {
  /** 12 px at 100 %: marginal facts. */
  small: 'var(--textSmall)',
  /** 13 px: labels, dense rows. */
  dense: 'var(--textDense)',
  /** 14 px: what is read. */
  body: 'var(--textBody)',
  /** 17 px: the name of the person, titles of panels. */
  title: 'var(--textTitle)',
} as const;

/** Line heights that belong to `textSizes`. */
export const lineHeights = {
  small: 'var(--lineSmall)',
  dense: 'var(--lineDense)',
  body: 'var(--lineBody)',
  title: 'var(--lineTitle)',
} as const;

/** Heights of rows and padding within them; smaller when the density is "rapat". */
export const rowSizes = {
  /** A line of a list or of fields. */
  height: 'var(--rowHeight)',
  /** Above and below the content of a row. */
  padding: 'var(--rowPadding)',
} as const;
