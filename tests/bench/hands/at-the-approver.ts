import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { usulOnDesk } from '#tests/bench/hands/at-the-desk.ts';
import { actsOf, handsDuring } from '#tests/bench/hands/count-hands.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

/** Approves so many of what waits for BKPSDM, one after the other; the acts of the hands for each. */
export async function approveAll(page: Page, desk: Desk, most: number): Promise<readonly number[]> {
  const approver = makeVerifikator(page);
  await approver.signIn(desk.url, { username: 'approver', password: demoPassword });
  await approver.openActive();
  const acts: number[] = [];
  while (acts.length < most && page.url().includes('#/periksa/')) {
    await expect(approver.gaps).toBeVisible();
    const before = usulOnDesk(page);
    // Whoever looks at an usul at all does so for longer than a double press takes.
    await page.waitForTimeout(400);
    const hands = await handsDuring(page, async () => {
      await page.keyboard.press('m');
      const complete = await isComplete(page);
      if (!complete) await page.keyboard.press('w');
      await expect(approver.gaps).toContainText('Lengkap');
      await page.keyboard.press('Enter');
      await expect.poll(() => usulOnDesk(page)).not.toBe(before);
    });
    acts.push(actsOf(hands));
  }
  return acts;
}

async function isComplete(page: Page): Promise<boolean> {
  const text = await page.getByTestId('kekurangan').textContent();
  return text?.includes('Lengkap') === true;
}
