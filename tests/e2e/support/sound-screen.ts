import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';

import { expect, test, type Page } from '@playwright/test';
import { layoutFaults } from '#tests/e2e/support/layout.ts';

/** A window in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** The PCs of the offices, and the same at Windows scaling 150 %. */
export const windowSizes = {
  usual: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
  usualScaled: { width: 911, height: 512 },
  largeScaled: { width: 1280, height: 720 },
} as const satisfies Record<string, WindowSize>;

/** Waits until what moves has come to rest: half-transparent text has no contrast, half-way boxes overlap. */
export async function restOf(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Two pictures: what the last change moves is drawn with the second.
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    });
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** Set when pictures of every screen looked at are kept: drawing them takes longer than the judgement. */
export const picturesVariable = 'MEJA_TEST_PICTURES';

/** Expects that nothing is cut off, overlaps or lies out of reach at each size; pictures are kept in `folder`, if at all. */
export async function expectSoundLayout(
  page: Page,
  screen: string,
  sizes: readonly WindowSize[],
  folder: string,
): Promise<void> {
  for (const size of sizes) {
    const name = `${screen}, ${size.width}x${size.height}`;
    await page.setViewportSize(size);
    await restOf(page);
    expect.soft(await layoutFaults(page), `${folder}: ${name}`).toEqual([]);
    if (process.env[picturesVariable] !== undefined)
      await page.screenshot({ path: pictureOf(folder, name) });
  }
}

/** The rules of axe that look at colours, of those that it applies unasked. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Expects not one violation that axe knows of, of all its rules or of those about colours. */
export async function expectNoViolations(
  page: Page,
  screen: string,
  rules: 'all rules' | 'colours' = 'all rules',
): Promise<void> {
  await restOf(page);
  // Fluent's focus sentinels: they pass the focus on the moment they get it, so nobody ever rests there. Legacy: in the page
  // itself, which has no frames, instead of with the help of a second page for each look.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude('[data-tabster-dummy]')
    .setLegacyMode();
  const { violations } = await (rules === 'colours' ? axe.withRules(colourRules) : axe).analyze();
  const told = violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? 'unrated'}): ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
  expect.soft(told, screen).toEqual([]);
}

/** Where a picture is kept: beside the other results of the run. */
function pictureOf(folder: string, name: string): string {
  return path.join(test.info().project.outputDir, 'layar', folder, `${name}.png`);
}
