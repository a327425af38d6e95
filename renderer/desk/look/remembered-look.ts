import {
  densities,
  textSizeChoices,
  themeChoices,
  type Preferences,
} from '#renderer/core/preferences/preferences.ts';

/** The preferences that concern how everything looks. */
export type ChosenLook = Pick<Preferences, 'theme' | 'density' | 'textSize'>;

const key = 'meja.tampilan';

/**
 * The look shown last on this PC, for the moment before the database is open: somebody who works in the dark is not shown
 * a white page first. Kept apart because a database answers too late for the first picture. It names nobody.
 */
export function rememberedLook(): ChosenLook | null {
  try {
    return parseLook(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    // Not readable or not ours: the look that the system asks for does as well.
    return null;
  }
}

/** Keeps the look for the next start. */
export function rememberLook({ theme, density, textSize }: ChosenLook): void {
  try {
    localStorage.setItem(key, JSON.stringify({ theme, density, textSize }));
  } catch {
    // A full or forbidden store costs one start in the look of the system, nothing more.
  }
}

/** Narrows what was stored, perhaps by another version; null when any part is not known here. */
export function parseLook(stored: unknown): ChosenLook | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const parts = new Map<string, unknown>(Object.entries(stored));
  const theme = themeChoices.find((choice) => choice === parts.get('theme'));
  const density = densities.find((choice) => choice === parts.get('density'));
  const textSize = textSizeChoices.find((choice) => choice === parts.get('textSize'));
  if (theme === undefined || density === undefined || textSize === undefined) return null;
  return { theme, density, textSize };
}
