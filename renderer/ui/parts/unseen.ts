import type { GriffelStyle } from '@fluentui/react-components';

/** Out of sight, not out of the accessibility tree: for what the eye finds beside it anyhow. */
export const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const satisfies GriffelStyle;
