/** From which width of the record's column the panel has room for one line of outcomes (Griffel key). */
export const panelWide = '@container (min-width: 520px)';

/** From which width, for its size of text, the panel has room for one button more in its last line (Griffel key). */
export const panelRoomy = '@container (min-width: 37em)';

/** Where the column is narrow and its text large: buttons beside each other would be cut off (Griffel key). */
export const panelSlim = '@container (max-width: 26em)';
