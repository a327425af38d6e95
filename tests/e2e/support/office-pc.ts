import { test as base, type BrowserContext } from '@playwright/test';
import { keepReadings } from '#tests/e2e/support/kept-readings.ts';

/** What feeds the PC of a test. On a battery that runs low the application reads no document before it is opened. */
export type Power = 'mains' | 'low battery';

/** Puts every page that the context opens from now on on a PC whose battery runs low. */
export async function runLowOnBattery(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { charging: false, level: 0.1 });
    Object.defineProperty(Navigator.prototype, 'getBattery', {
      configurable: true,
      value: () => Promise.resolve(battery),
    });
  });
}

/**
 * `kept`: a document that an earlier test of the run read the same way is not read again (see `keepReadings`). `real`:
 * every document is read, which is for tests of reading.
 */
export type Reading = 'kept' | 'real';

/** Puts a PC where reading is not what is tested: it reads nothing ahead, and nothing twice in a run. */
export async function sparePc(context: BrowserContext): Promise<void> {
  await runLowOnBattery(context);
  await keepReadings(context);
}

/**
 * Playwright's `test` at an office PC. Reading takes a core for seconds a document, which nobody looks at where reading is
 * not what is tested: there nothing is read ahead, and nothing twice. `test.use({ power: 'mains' })` and
 * `test.use({ reading: 'real' })` where it is.
 */
export const test = base.extend<{ power: Power; reading: Reading }>({
  power: ['low battery', { option: true }],
  reading: ['kept', { option: true }],
  context: async ({ context, power, reading }, use) => {
    if (power === 'low battery') await runLowOnBattery(context);
    if (reading === 'kept') await keepReadings(context);
    await use(context);
  },
});
