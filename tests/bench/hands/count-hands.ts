import type { Page } from '@playwright/test';

/** What two hands did: keys pressed down (modifiers too), buttons of the pointer, notches of its wheel, its way in px. */
export interface HandCount {
  readonly keys: number;
  readonly clicks: number;
  readonly wheel: number;
  readonly travel: number;
}

/** Sum of two counts. */
export function addHands(a: HandCount, b: HandCount): HandCount {
  return {
    keys: a.keys + b.keys,
    clicks: a.clicks + b.clicks,
    wheel: a.wheel + b.wheel,
    travel: a.travel + b.travel,
  };
}

/** Every single act: what a budget of "key presses" is held against. */
export function actsOf({ keys, clicks, wheel }: HandCount): number {
  return keys + clicks + wheel;
}

declare global {
  interface Window {
    hands: { keys: number; clicks: number; wheel: number; travel: number; at: [number, number] };
  }
}

/** Has every page of this tab count what the browser itself reports to it; call before the page is opened. */
export async function countHands(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hands: Window['hands'] = { keys: 0, clicks: 0, wheel: 0, travel: 0, at: [0, 0] };
    window.hands = hands;
    const first = { capture: true, passive: true };
    addEventListener('keydown', (event) => void (hands.keys += event.repeat ? 0 : 1), first);
    addEventListener('pointerdown', () => void (hands.clicks += 1), first);
    addEventListener('wheel', () => void (hands.wheel += 1), first);
    addEventListener(
      'pointermove',
      (event) => {
        hands.travel += Math.hypot(event.clientX - hands.at[0], event.clientY - hands.at[1]);
        hands.at = [event.clientX, event.clientY];
      },
      first,
    );
  });
}

/** What was done during `work`. The page must stay loaded meanwhile. */
export async function handsDuring(page: Page, work: () => Promise<void>): Promise<HandCount> {
  const before = await readHands(page);
  await work();
  const after = await readHands(page);
  return {
    keys: after.keys - before.keys,
    clicks: after.clicks - before.clicks,
    wheel: after.wheel - before.wheel,
    travel: Math.round(after.travel - before.travel),
  };
}

async function readHands(page: Page): Promise<HandCount> {
  return page.evaluate(() => ({ ...window.hands }));
}
