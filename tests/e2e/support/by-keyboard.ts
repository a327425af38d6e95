import { expect, type Locator, type Page } from '@playwright/test';

/** Whether the focus is on this element or inside it. */
export async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.contains(document.activeElement));
}

/** Goes to a control as a person without a mouse does, by Tab (or Shift+Tab); at most 60 times. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 60 && !(await hasFocus(target)); press += 1) {
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Goes to the list of the inbox: by the search, which gives the focus to the list. */
export async function toList(page: Page): Promise<Locator> {
  const list = page.getByRole('grid', { name: 'Daftar usul' });
  await expect(list).toBeVisible();
  if (await hasFocus(list)) return list;
  if (!(await hasFocus(page.getByRole('searchbox')))) await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(list)).toBe(true);
  return list;
}
