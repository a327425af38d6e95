import { teamsHighContrastTheme, type Theme } from '@fluentui/react-components';

/*
 * Where Fluent's own colours fall short of 4.5 : 1 for text on a surface that we put them on (a hovered or selected row,
 * the bars above and below), these stand in their place. `theme.test.ts` measures all of them.
 */

/** Corrections of the light theme. */
export const lightPalette = {
  colorNeutralForeground4: '#616161',
  colorPaletteRedForeground3: '#b10e1c',
  colorPaletteDarkOrangeForeground1: '#b02f01',
  colorPaletteDarkOrangeForeground3: '#b02f01',
  colorPaletteYellowForeground1: '#6a5f00',
  colorPaletteYellowForeground2: '#6a5f00',
  colorPaletteMarigoldForeground1: '#7a5500',
  colorPaletteMarigoldForeground3: '#7a5500',
  colorPaletteBerryForeground3: '#9c2d8f',
  colorStatusWarningForeground1: '#9c3e07',
  colorStatusWarningForeground3: '#9c3e07',
} as const satisfies Partial<Theme>;

/** Corrections of the dark theme. */
export const darkPalette = {
  colorNeutralForeground4: '#b3b3b3',
  colorBrandForegroundLink: '#77b7f7',
  colorCompoundBrandForeground1: '#77b7f7',
  colorBrandForeground1: '#77b7f7',
  colorBrandForeground2: '#77b7f7',
  colorPaletteRedForeground1: '#eda3a6',
  colorPaletteRedForeground3: '#eda3a6',
  colorPaletteGreenForeground1: '#7cc67c',
  colorPaletteDarkOrangeForeground1: '#f2a68a',
  colorPaletteDarkOrangeForeground3: '#f2a68a',
  colorPaletteBerryForeground1: '#e5a3de',
  colorPaletteBerryForeground3: '#e5a3de',
  colorStatusSuccessForeground1: '#7cc67c',
  colorStatusWarningForeground3: '#fba06b',
  colorStatusDangerForeground1: '#eda3ab',
} as const satisfies Partial<Theme>;

/** The surface under the pointer and of what is chosen, in the contrast theme. */
const contrastSurface = { hover: '#00334a', chosen: '#004a66' } as const;

const surface =
  /^color(Neutral(Card)?Background\d?|(Subtle|Transparent)Background)(Hover|Pressed|Selected)$/;
const ink = /^colorNeutralForeground\d(Brand)?(Hover|Pressed|Selected)$/;

/**
 * Fluent's contrast theme turns a surface under the pointer or chosen to bright cyan and its own text to black; our rows
 * hold text in many colours, so there the surface is a dark blue instead and the text stays as it is.
 */
export const contrastPalette: Partial<Theme> = Object.fromEntries(
  Object.entries(teamsHighContrastTheme).flatMap(([token, value]): [string, string][] => {
    const state = /(Hover|Pressed|Selected)$/.exec(token)?.[1];
    if (state === undefined) return [];
    if (surface.test(token) && value === '#1aebff') {
      return [[token, state === 'Hover' ? contrastSurface.hover : contrastSurface.chosen]];
    }
    return ink.test(token) && value === '#000000' ? [[token, '#ffffff']] : [];
  }),
);
