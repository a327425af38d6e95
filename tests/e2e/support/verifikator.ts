import { expect, type Locator, type Page } from '@playwright/test';

/** Who signs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What a verifikator does at the desk, by keyboard wherever a person could. */
export interface Verifikator {
  readonly page: Page;
  /** Signs in and waits until every usul and every document is on this PC. */
  signIn(url: string, credentials: Credentials): Promise<void>;
  /** Opens the usul that is active in the inbox. */
  openActive(): Promise<void>;
  /** Looks at every page of every document of the usul on the desk. */
  lookAtDocuments(): Promise<void>;
  /** Judges the usul on the desk as in order and saves; answers its name. */
  forward(): Promise<string>;
  /** Returns the usul on the desk: first field differs, first reason; saves; answers its name. */
  sendBack(): Promise<string>;
  /** Saves a complete decision and waits for the next usul; answers the name of the one decided. */
  saveAndGoOn(): Promise<string>;
  /** The line that says what is missing before the decision can be saved. */
  readonly gaps: Locator;
  readonly statusBar: Locator;
}

/** A verifikator in front of this page. */
export function makeVerifikator(page: Page): Verifikator {
  const gaps = page.getByTestId('kekurangan');
  const seenMark = page.getByTestId('halaman-dilihat');
  const statusBar = page.getByRole('contentinfo');
  const name = page.getByRole('main').getByRole('heading', { level: 1 });

  async function saveAndGoOn(): Promise<string> {
    await expect(gaps).toContainText('Lengkap');
    const decided = (await name.textContent()) ?? '';
    const usul = page.url();
    await page.keyboard.press('Control+Enter');
    // The next usul opens by itself: the address names the usul on the desk.
    await expect.poll(() => page.url()).not.toBe(usul);
    return decided;
  }

  async function lookAtDocuments(): Promise<void> {
    // As a person does: the first page is looked at before the next one.
    await expect(seenMark).not.toHaveText(/^0\//);
    await expect(async () => {
      const missing = (await gaps.textContent()) ?? '';
      if (!missing.includes('belum dilihat')) return;
      const seen = (await seenMark.textContent({ timeout: 1000 })) ?? '';
      await page.keyboard.press(seen === 'Semua halaman dilihat' ? 'd' : 'PageDown');
      await expect(gaps).not.toContainText('belum dilihat', { timeout: 500 });
    }).toPass({ timeout: 30_000, intervals: [0] });
  }

  return {
    page,
    gaps,
    statusBar,
    lookAtDocuments,
    saveAndGoOn,
    async signIn(url, { username, password }) {
      await page.goto(url);
      await page.getByLabel('NIP atau nama pengguna').fill(username);
      await page.getByLabel('Kata sandi', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
      await expect(statusBar).toContainText('Semua dokumen ada di PC ini', { timeout: 60_000 });
    },
    async openActive() {
      await page.getByRole('grid', { name: 'Daftar usul' }).press('Enter');
      await expect(gaps).toBeVisible();
    },
    async forward() {
      await lookAtDocuments();
      await page.keyboard.press('a');
      await page.keyboard.press('m');
      return saveAndGoOn();
    },
    async sendBack() {
      await page.keyboard.press('t');
      await page.keyboard.type('12345');
      await page.keyboard.press('Enter');
      await page.keyboard.press('p');
      await page.keyboard.press('1');
      return saveAndGoOn();
    },
  };
}
