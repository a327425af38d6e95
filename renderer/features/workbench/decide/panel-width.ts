/** From which width of the record's column the panel has room for one line of outcomes (Griffel key). */
export const panelWide = '@container (min-width: 520px)';

/** Where the panel is one line and, for its size of text, has no room for one button more in its last (Griffel key). */
export const panelTight = '@container (min-width: 520px) and (max-width: 37em)';

/** Where the column is narrow and its text large: buttons beside each other would be cut off (Griffel key). */
export const panelSlim = '@container (max-width: 26em)';
