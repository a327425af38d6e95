import { expect, test } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';

const desk = useFreshDesk({ queue: 'short' });

test('the sign-in page shows, in Bahasa Indonesia, without a fault in the console', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(desk.url);
  await expect(page.getByRole('textbox', { name: 'Kata sandi' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  expect(faults).toEqual([]);
});

test('nothing is cut off at 1366x768', async ({ page }) => {
  await page.goto(desk.url);
  await expect(page.getByRole('textbox', { name: 'Kata sandi' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
