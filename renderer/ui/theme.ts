import {
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { contrastPalette, darkPalette, lightPalette } from '#renderer/ui/palette.ts';

/** The values of `sizes.ts`. */
export interface AppTheme extends Theme {
  readonly textSmall: string;
  readonly textDense: string;
  readonly textBody: string;
  readonly textTitle: string;
  readonly lineSmall: string;
  readonly lineDense: string;
  readonly lineBody: string;
  readonly lineTitle: string;
  readonly rowHeight: string;
  readonly rowPadding: string;
}

/** How the application is drawn: light, dark, or with the strongest contrast. */
export type Appearance = 'terang' | 'gelap' | 'kontras';

/** What a theme is made of. */
export interface Look {
  readonly appearance: Appearance;
  readonly density: 'lapang' | 'rapat';
  /** Percent of the usual size. */
  readonly textSize: number;
}

/** What the operating system asks for. */
export interface SystemLook {
  readonly dark: boolean;
  /** More contrast, or colours of its own ("forced colors"). */
  readonly moreContrast: boolean;
}

/** The appearance for a choice; `sistem` follows the operating system, contrast before darkness. */
export function resolveAppearance(choice: Appearance | 'sistem', system: SystemLook): Appearance {
  if (choice !== 'sistem') return choice;
  if (system.moreContrast) return 'kontras';
  return system.dark ? 'gelap' : 'terang';
}

/** Whether native controls and scroll bars are dark beside it. */
export function colorSchemeOf(appearance: Appearance): 'light' | 'dark' {
  return appearance === 'terang' ? 'light' : 'dark';
}

const bases = {
  terang: { ...webLightTheme, ...lightPalette },
  gelap: { ...webDarkTheme, ...darkPalette },
  kontras: { ...teamsHighContrastTheme, ...contrastPalette },
} as const satisfies Record<Appearance, Theme>;

const { fontFamilyBase, fontFamilyMonospace, fontFamilyNumeric } = webLightTheme;
const fontFamilies = { fontFamilyBase, fontFamilyMonospace, fontFamilyNumeric };

/** Nothing that is read is smaller than this (CSS pixels). */
const smallestText = 12;

/** Fluent's type ramp and ours at 100 %: font size and line height in CSS pixels. */
const ramp = {
  Base100: [12, 16],
  Base200: [12, 16],
  Base300: [14, 20],
  Base400: [16, 22],
  Base500: [20, 28],
  Base600: [24, 32],
  Hero700: [28, 36],
  Hero800: [32, 40],
  Hero900: [40, 52],
  Hero1000: [68, 92],
  Small: [12, 16],
  Dense: [13, 17],
  Body: [14, 20],
  Title: [17, 22],
} as const;

/** Row height and the padding above and below it, at 100 % (CSS pixels). */
const rows = { lapang: [26, 2], rapat: [22, 0] } as const;

/** The Windows look with Fluent's Segoe UI stack in this appearance, text size and density. */
export function makeTheme({ appearance, density, textSize }: Look): AppTheme {
  const scale = textSize / 100;
  const font = (step: keyof typeof ramp): string => text(ramp[step][0] * scale);
  const line = (step: keyof typeof ramp): string => px(lineHeight(ramp[step], scale));
  const [rowHeight, rowPadding] = rows[density];
  return {
    ...bases[appearance],
    // The contrast theme brings a font stack of its own; changing colours must not change the shape of every line.
    ...fontFamilies,
    fontSizeBase100: font('Base100'),
    fontSizeBase200: font('Base200'),
    fontSizeBase300: font('Base300'),
    fontSizeBase400: font('Base400'),
    fontSizeBase500: font('Base500'),
    fontSizeBase600: font('Base600'),
    fontSizeHero700: font('Hero700'),
    fontSizeHero800: font('Hero800'),
    fontSizeHero900: font('Hero900'),
    fontSizeHero1000: font('Hero1000'),
    lineHeightBase100: line('Base100'),
    lineHeightBase200: line('Base200'),
    lineHeightBase300: line('Base300'),
    lineHeightBase400: line('Base400'),
    lineHeightBase500: line('Base500'),
    lineHeightBase600: line('Base600'),
    lineHeightHero700: line('Hero700'),
    lineHeightHero800: line('Hero800'),
    lineHeightHero900: line('Hero900'),
    lineHeightHero1000: line('Hero1000'),
    textSmall: font('Small'),
    textDense: font('Dense'),
    textBody: font('Body'),
    textTitle: font('Title'),
    lineSmall: line('Small'),
    lineDense: line('Dense'),
    lineBody: line('Body'),
    lineTitle: line('Title'),
    rowHeight: px(Math.round(rowHeight * scale)),
    rowPadding: px(rowPadding),
  };
}

/** Whole pixels, so that lines of text keep to the grid of the screen; never tighter than text that was held at 12 px. */
function lineHeight([size, line]: readonly [number, number], scale: number): number {
  const shown = Math.max(smallestText, size * scale);
  return Math.round((line * shown) / size);
}

function text(size: number): string {
  return px(Math.max(smallestText, Math.round(size * 10) / 10));
}

function px(length: number): string {
  return `${length}px`;
}
