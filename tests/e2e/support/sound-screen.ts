import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { layoutFaults } from '#tests/e2e/support/layout.ts';
import { picturesVariable } from '#tests/e2e/support/long-run.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

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
  // Half a megabyte of script: once for each document, not for each look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const told = await page.evaluate(findViolations, {
    resultTypes: ['violations'],
    // The way to each element that was looked at takes longer to write down than the look.
    selectors: false,
    ...(rules === 'colours' && { runOnly: { type: 'rule', values: colourRules } }),
  } satisfies RunOptions);
  expect.soft(told, screen).toEqual([]);
}

/** Runs inside the page, where axe is. */
async function findViolations(options: RunOptions): Promise<string[]> {
  // Fluent's focus sentinels: they pass the focus on the moment they get it, so nobody ever rests there.
  const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] }, options);
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? 'unrated'}): ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
}

/** Where a picture is kept: beside the other results of the run. */
function pictureOf(folder: string, name: string): string {
  return path.join(test.info().project.outputDir, 'layar', folder, `${name}.png`);
}
