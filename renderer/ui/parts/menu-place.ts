/** Where a menu opens: under its button, never higher than the room there is; a longer one scrolls. */
export const menuPlace = {
  position: 'below',
  align: 'start',
  autoSize: 'height',
  overflowBoundaryPadding: 8,
} as const;
