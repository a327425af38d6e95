import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { projectRoot } from '#build/project-root.ts';
import { buildPart } from '#build/quality/build-outputs.ts';
import { isStale } from '#build/quality/built-parts.ts';
import { chromiumArguments } from '#tests/e2e/support/chromium-arguments.ts';
import { appVariable } from '#tests/e2e/support/start-desk.ts';

/**
 * A Chromium of this machine, with these switches besides those of the tests. Ctrl-C ends it, unless whoever asks for it
 * still has something to do then.
 */
export async function openBrowser(
  switches: readonly string[] = [],
  { endsAtInterrupt = true }: { readonly endsAtInterrupt?: boolean } = {},
): Promise<Browser> {
  const found = await findChromium(thisMachine(console.log), { install: true });
  if (!found.ok) throw new Error(found.error);
  return chromium.launch({
    executablePath: found.value,
    args: [...chromiumArguments(), ...switches],
    handleSIGINT: endsAtInterrupt,
  });
}

/** Builds the application anew when its sources are newer than what is built. */
export async function freshBuild(): Promise<void> {
  if (process.env[appVariable] !== undefined || !isStale(projectRoot, 'renderer')) return;
  console.log('Building the application …');
  if (!(await buildPart(projectRoot, 'renderer')))
    throw new Error('The application does not build.');
}
