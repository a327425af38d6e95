import { makeStyles, tokens } from '@fluentui/react-components';

/** How the buttons over the list look: as wide as their word, heavier when they narrow the list. */
export const useFilterButtonStyles = makeStyles({
  button: {
    minWidth: 'auto',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
  },
  chosen: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});
