import { tokens, type GriffelStyle } from '@fluentui/react-components';
import { textSizes } from '#renderer/ui/sizes.ts';

/** A plain button that looks like a tab; the line below it tells which one is chosen. */
export const tabLook = {
  display: 'flex',
  alignItems: 'center',
  gap: '6px',
  fontFamily: 'inherit',
  fontSize: textSizes.body,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  color: tokens.colorNeutralForeground2,
  background: 'none',
  border: 'none',
  borderBottom: '2px solid transparent',
  // Forced colours show what is transparent.
  '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const satisfies GriffelStyle;

/** What the chosen one has on top of it. */
export const chosenTabLook = {
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  borderBottomColor: tokens.colorCompoundBrandStroke,
  '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
} as const satisfies GriffelStyle;
