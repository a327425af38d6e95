import { expect, type Locator, type Page } from '@playwright/test';
import { hasFocus, tabTo, toList } from '#tests/e2e/support/by-keyboard.ts';

/** Who signs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What a verifikator does at the desk, by keyboard alone once the address is open. */
export interface Verifikator {
  readonly page: Page;
  /** Signs in and waits until every usul and every document is on this PC; ends the first-start guide unless told not to. */
  signIn(
    url: string,
    credentials: Credentials,
    options?: { readonly keepGuide?: boolean },
  ): Promise<void>;
  /** Opens the desk with the password, where the application was started anew or locked. */
  unlock(credentials: Credentials): Promise<void>;
  /** Opens the usul that is active in the inbox. */
  openActive(): Promise<void>;
  /** Presses a key that puts another usul on the desk, and waits until it lies there. */
  turnPage(key: string): Promise<void>;
  /** Looks at every page of every document of the usul on the desk. */
  lookAtDocuments(): Promise<void>;
  /** Judges the usul on the desk as in order and saves; answers its name. */
  forward(): Promise<string>;
  /** States that the open warnings of a complete decision were seen, where there are any. */
  answerWarnings(): Promise<void>;
  /** Returns the usul on the desk: first field differs, first reason; saves; answers its name. */
  sendBack(): Promise<string>;
  /** Saves a complete decision and waits for the next usul; answers the name of the one decided. */
  saveAndGoOn(): Promise<string>;
  /** The line that says what is missing before the decision can be saved. */
  readonly gaps: Locator;
  readonly statusBar: Locator;
}

/**
 * Runs in the page: resolves when the pages in view have been drawn and in view as long as the desk asks for, counted in
 * pictures as the desk counts. What is never drawn is waited for a while only.
 */
async function lookUntilSeen(): Promise<void> {
  const [enoughMs, mostOfOneStepMs, neverMs] = [225, 75, 5_000];
  const begun = performance.now();
  let last = begun;
  let heldMs = 0;
  while (heldMs < enoughMs && last - begun < neverMs) {
    const now = await new Promise<number>((drawn) => requestAnimationFrame(drawn));
    const sheets = [...document.querySelectorAll<HTMLElement>('.pdfViewer .page')];
    const isDrawn = sheets.every((sheet) => {
      const view = sheet.closest('.meja-pdf-container')?.getBoundingClientRect();
      const { top, bottom } = sheet.getBoundingClientRect();
      const isInView = view !== undefined && bottom > view.top && top < view.bottom;
      return !isInView || sheet.dataset['loaded'] === 'true';
    });
    heldMs = isDrawn ? heldMs + Math.min(now - last, mostOfOneStepMs) : 0;
    last = now;
  }
}

/** What the viewer says of a document once all of its pages were seen. */
const allSeen = 'Semua halaman dilihat';

/** Whether what is expected comes true in the time that it has. */
async function comesTrue(expected: Promise<void>): Promise<boolean> {
  return expected.then(
    () => true,
    () => false,
  );
}

/** Whether it is gone, or goes at once. */
async function isGone(what: Locator): Promise<boolean> {
  return comesTrue(expect(what).toHaveCount(0, { timeout: 500 }));
}

/** A verifikator in front of this page. */
export function makeVerifikator(page: Page): Verifikator {
  const gaps = page.getByTestId('kekurangan');
  const seenMark = page.getByTestId('halaman-dilihat');
  const statusBar = page.getByRole('contentinfo');
  const name = page.getByRole('main').getByRole('heading', { level: 1 });

  /**
   * Looks at the usul as long as anybody does: the desk takes an Enter within 300 ms of its appearing for the second of a
   * double press, meant for the usul before.
   */
  const glance = (): Promise<void> => page.waitForTimeout(300);

  /** The address names another usul first, then that takes the place of the one before. */
  async function leaves(key: string): Promise<void> {
    const usul = page.url();
    const shown = await gaps.elementHandle();
    await page.keyboard.press(key);
    await expect.poll(() => page.url()).not.toBe(usul);
    await shown?.waitForElementState('hidden');
  }

  async function saveAndGoOn(): Promise<string> {
    await expect(gaps).toContainText('Lengkap');
    const decided = (await name.textContent()) ?? '';
    await glance();
    // The next usul opens by itself.
    await leaves('Control+Enter');
    await expect(
      gaps.or(page.getByRole('heading', { name: 'Kotak Masuk', level: 1 })),
    ).toBeVisible();
    return decided;
  }

  /** The guide of a person who was here before does not show. */
  async function endGuide(): Promise<void> {
    const guide = page.getByTestId('panduan');
    if (!(await guide.isVisible())) return;
    await tabTo(page, guide.getByRole('button', { name: 'Lewati panduan' }));
    await page.keyboard.press('Enter');
    await expect(guide).toBeHidden();
  }

  /** The focus stands in the first input that is still to be filled. */
  async function typeCredentials({ username, password }: Credentials): Promise<void> {
    const focused = page.locator(':focus');
    const nameInput = page.getByLabel('NIP atau nama pengguna');
    const passwordInput = page.getByLabel('Kata sandi', { exact: true });
    await expect(nameInput.and(focused).or(passwordInput.and(focused))).toBeVisible();
    if (await hasFocus(passwordInput)) await tabTo(page, nameInput, 'Shift+Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(username);
    await tabTo(page, passwordInput);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
  }

  /** Each document has its time: an usul of three takes a busy machine three times as long. */
  async function lookAtDocuments(): Promise<void> {
    await expect(page.locator('.page[data-loaded="true"]').first()).toBeVisible();
    for (;;) {
      await page.evaluate(lookUntilSeen);
      await lookAtDocument();
      if (await comesTrue(expect(gaps).not.toContainText('belum dilihat', { timeout: 150 })))
        return;
      await page.keyboard.press('d');
      // Or the mark of the document before were taken for its own.
      await comesTrue(expect(seenMark).not.toHaveText(allSeen, { timeout: 2_000 }));
    }
  }

  async function lookAtDocument(): Promise<void> {
    let steps = 0;
    await expect(async () => {
      if ((await seenMark.textContent({ timeout: 1_000 })) === allSeen) return;
      // Down through the document; then back up, for what a busy machine did not count.
      await page.keyboard.press(steps % 16 < 10 ? 'PageDown' : 'PageUp');
      steps += 1;
      await page.evaluate(lookUntilSeen);
      await expect(seenMark).toHaveText(allSeen, { timeout: 150 });
    }).toPass({ timeout: 30_000, intervals: [0] });
  }

  /** Once a verdict is shown: what follows from it is shown with it. */
  async function isComplete(): Promise<boolean> {
    return (await gaps.textContent())?.includes('Lengkap') ?? false;
  }

  /** One stroke over all fields; a golongan takes a second, and what something speaks against is judged by itself. */
  async function judgeAll(): Promise<void> {
    const unjudged = page.getByRole('group', { name: /, belum dinilai$/ });
    await page.keyboard.press('a');
    if (await isGone(unjudged)) return;
    await page.keyboard.press('a');
    await expect(async () => {
      if (await isGone(unjudged)) return;
      await page.keyboard.press('s');
      expect(await unjudged.count()).toBe(0);
    }).toPass({ timeout: 10_000, intervals: [0] });
  }

  /** Waits for what is still being read, as a person does who wants no usul to come back. */
  async function answerWarnings(): Promise<void> {
    await expect(gaps).not.toContainText('masih dibaca', { timeout: 30_000 });
    await expect(async () => {
      if ((await gaps.textContent())?.includes('peringatan')) await page.keyboard.press('w');
      expect(await isComplete()).toBe(true);
    }).toPass({ timeout: 10_000, intervals: [100] });
  }

  return {
    page,
    gaps,
    statusBar,
    lookAtDocuments,
    saveAndGoOn,
    answerWarnings,
    async turnPage(key) {
      await leaves(key);
      await expect(gaps).toBeVisible();
    },
    async signIn(url, credentials, { keepGuide = false } = {}) {
      await page.goto(url);
      await typeCredentials(credentials);
      // What ends the sign-in: on a busy machine the first exchange takes as long as it takes. The list is there then.
      await expect(statusBar).toContainText('Semua dokumen ada di PC ini', { timeout: 60_000 });
      await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
      if (!keepGuide) await endGuide();
    },
    async unlock({ password }) {
      const title = page.getByRole('heading', { name: 'Meja terkunci' });
      await expect(title).toBeVisible();
      await expect(page.getByLabel('Kata sandi', { exact: true })).toBeFocused();
      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await expect(title).toBeHidden();
    },
    async openActive() {
      await toList(page);
      await page.keyboard.press('Enter');
      await expect(gaps).toBeVisible();
    },
    async forward() {
      await lookAtDocuments();
      await judgeAll();
      // The outcome follows from the verdicts, unless the person has set that it should not.
      if (!(await isComplete())) await page.keyboard.press('m');
      await answerWarnings();
      return saveAndGoOn();
    },
    async sendBack() {
      await page.keyboard.press('t');
      await page.keyboard.type('12345');
      await page.keyboard.press('Enter');
      // Of a deletion it is the reason that is not right.
      const differs = page.getByRole('group', { name: /, (?:alasan tidak benar|tidak sesuai)$/i });
      await expect(differs.first()).toBeVisible();
      if (!(await isComplete())) {
        await page.keyboard.press('p');
        await page.keyboard.press('1');
      }
      return saveAndGoOn();
    },
  };
}
