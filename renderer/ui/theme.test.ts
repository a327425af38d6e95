import { describe, expect, it } from 'vitest';
import {
  resolveAppearance,
  makeTheme,
  type Appearance,
  type AppTheme,
  type Look,
} from '#renderer/ui/theme.ts';

const appearances: readonly Appearance[] = ['terang', 'gelap', 'kontras'];

function themeOf(part: Partial<Look>): AppTheme {
  return makeTheme({ appearance: 'terang', density: 'lapang', textSize: 100, ...part });
}

function textOf(theme: AppTheme): readonly number[] {
  return Object.entries(theme)
    .filter(([token]) => /^(fontSize|text(Small|Dense|Body|Title))/.test(token))
    .map(([, size]) => Number.parseFloat(String(size)));
}

describe('text size', () => {
  it.each([90, 100, 115, 130])('shows nothing under 12 px at %i %%', (textSize) => {
    expect(Math.min(...textOf(themeOf({ textSize })))).toBeGreaterThanOrEqual(12);
  });

  it('scales text, its lines and the rows together', () => {
    const large = themeOf({ textSize: 130 });
    expect([large.fontSizeBase300, large.lineHeightBase300]).toEqual(['18.2px', '26px']);
    expect([large.textBody, large.lineBody]).toEqual(['18.2px', '26px']);
    expect(large.rowHeight).toBe('34px');
  });

  it('keeps the lines of text that may not get smaller', () => {
    const small = themeOf({ textSize: 90 });
    expect([small.textSmall, small.lineSmall]).toEqual(['12px', '16px']);
  });
});

describe('density', () => {
  it('puts rows closer together and leaves the text as it is', () => {
    const [airy, dense] = [themeOf({}), themeOf({ density: 'rapat' })];
    expect(Number.parseInt(dense.rowHeight, 10)).toBeLessThan(Number.parseInt(airy.rowHeight, 10));
    expect(dense.textBody).toBe(airy.textBody);
  });
});

describe('appearance', () => {
  it('follows the system, contrast before darkness', () => {
    expect(resolveAppearance('sistem', { dark: false, moreContrast: false })).toBe('terang');
    expect(resolveAppearance('sistem', { dark: true, moreContrast: false })).toBe('gelap');
    expect(resolveAppearance('sistem', { dark: true, moreContrast: true })).toBe('kontras');
  });

  it('keeps to what was chosen', () => {
    expect(resolveAppearance('terang', { dark: true, moreContrast: true })).toBe('terang');
  });

  it.each(appearances)(
    'has text of at least 4.5 : 1 on every surface of ours in "%s"',
    (appearance) => {
      expect(weakPairs(themeOf({ appearance }))).toEqual([]);
    },
  );
});

const surfaces = [
  'colorNeutralBackground1',
  'colorNeutralBackground2',
  'colorNeutralBackground3',
  'colorNeutralBackground4',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Selected',
  'colorSubtleBackgroundHover',
  'colorSubtleBackgroundSelected',
  'colorBrandBackground2',
] as const;
const inks = [
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorNeutralForeground4',
  'colorNeutralForeground1Hover',
  'colorNeutralForeground1Selected',
  'colorBrandForeground1',
  'colorBrandForeground2',
  'colorBrandForegroundLink',
  'colorCompoundBrandForeground1',
  'colorPaletteRedForeground1',
  'colorPaletteRedForeground3',
  'colorPaletteGreenForeground1',
  'colorPaletteDarkOrangeForeground1',
  'colorPaletteDarkOrangeForeground3',
  'colorPaletteYellowForeground1',
  'colorPaletteYellowForeground2',
  'colorPaletteMarigoldForeground1',
  'colorPaletteBerryForeground1',
  'colorPaletteBerryForeground3',
  'colorStatusSuccessForeground1',
  'colorStatusWarningForeground1',
  'colorStatusWarningForeground3',
  'colorStatusDangerForeground1',
] as const;

function weakPairs(theme: AppTheme): readonly string[] {
  return surfaces.flatMap((surface) =>
    inks
      .filter((ink) => contrast(theme[ink], theme[surface]) < 4.5)
      .map((ink) => `${ink} ${theme[ink]} on ${surface} ${theme[surface]}`),
  );
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
