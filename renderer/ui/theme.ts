import { webLightTheme, type Theme } from '@fluentui/react-components';

/** The Windows look: Fluent's light theme with its Segoe UI font stack, and no text under 12 px. */
export const theme: Theme = {
  ...webLightTheme,
  fontSizeBase100: '12px',
  lineHeightBase100: '16px',
};
