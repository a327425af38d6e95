import { test as base, type BrowserContext } from '@playwright/test';

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
 * Playwright's `test` at an office PC. Reading ahead takes a core for minutes, which nobody looks at where reading is not
 * what is tested: there the PC saves its battery. `test.use({ power: 'mains' })` where it is.
 */
export const test = base.extend<{ power: Power }>({
  power: ['low battery', { option: true }],
  context: async ({ context, power }, use) => {
    if (power === 'low battery') await runLowOnBattery(context);
    await use(context);
  },
});
