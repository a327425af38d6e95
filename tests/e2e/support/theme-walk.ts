import type { Page } from '@playwright/test';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
  type WindowSize,
} from '#tests/e2e/support/sound-screen.ts';

const { usual } = windowSizes;

/** What Windows asks for, and with it the theme, one after the other. */
const looks = [
  { name: 'Terang', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'Gelap', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'Kontras tinggi', colorScheme: 'dark', contrast: 'more' },
] as const;

const calm = { forcedColors: 'none', reducedMotion: 'no-preference' } as const;

/** Looks at the screen that stands now in every theme, at these sizes beside the usual one, and in forced colours without motion. */
export async function lookInEveryTheme(
  page: Page,
  screen: string,
  otherSizes: readonly WindowSize[] = [],
): Promise<void> {
  for (const { name, ...media } of looks) {
    await page.emulateMedia({ ...media, ...calm });
    const first = name === 'Terang';
    await expectSoundLayout(page, screen, [...otherSizes, usual], name);
    // Nor do they change what a screen reader hears.
    await expectNoViolations(page, `${name}: ${screen}`, first ? 'all rules' : 'colours');
  }
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await expectSoundLayout(page, screen, [usual], 'warna paksa');
  await page.emulateMedia({ ...calm, colorScheme: 'light', contrast: 'no-preference' });
}
