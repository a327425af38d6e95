import { expect, type Page } from '@playwright/test';
import { address, open } from '#tests/e2e/support/at-the-desk.ts';
import type { Verifikator } from '#tests/e2e/support/verifikator.ts';

/** Looks closely at a screen. */
export type Look = (page: Page, screen: string) => Promise<void>;

const deeds = (page: Page) => page.getByTestId('keputusan-pengajuan');

/** The verifikator forwards what is in order. */
export async function forward(officer: Verifikator, id: string): Promise<void> {
  await open(officer, id);
  await officer.forward();
}

/** The verifikator puts the value on the desk right, and forwards. */
export async function correctAndForward(
  officer: Verifikator,
  id: string,
  corrected: string,
): Promise<void> {
  const { page } = officer;
  await open(officer, id);
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('koreksi')).toBeFocused();
  await page.keyboard.type(corrected);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: `dikoreksi menjadi ${corrected}` })).toBeVisible();
  await officer.forward();
}

/** The verifikator asks BKPSDM. */
export async function ask(officer: Verifikator, id: string, question: string): Promise<void> {
  await open(officer, id);
  await officer.page.keyboard.press('k');
  await officer.page.keyboard.type(question);
  await officer.saveAndGoOn();
}

/** The approver answers. */
export async function answer(officer: Verifikator, id: string, said: string): Promise<void> {
  const { page } = officer;
  await open(officer, id);
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Jawaban' })).toBeFocused();
  await page.keyboard.type(said);
  await expect(officer.gaps).toContainText('Jawaban siap disimpan');
  await page.keyboard.press('Control+Enter');
  await expect(page).not.toHaveURL(new RegExp(id));
}

/** BKN passes on what it has looked at. */
export async function validate(officer: Verifikator, id: string): Promise<void> {
  await open(officer, id);
  await expect(deeds(officer.page)).toContainText('Memenuhi syarat, diteruskan');
  await expect(deeds(officer.page)).toContainText(/\d+ sesuai/);
  await officer.lookAtDocuments();
  await officer.page.keyboard.press('m');
  await officer.answerWarnings();
  await officer.saveAndGoOn();
}

/** Refuses an usul with a reason that needs no more words. */
export async function refuse(officer: Verifikator, id: string): Promise<void> {
  await open(officer, id);
  await officer.page.keyboard.press('x');
  await officer.page.keyboard.press('1');
  await officer.answerWarnings();
  await officer.saveAndGoOn();
}

/**
 * Approves with two keys what so many before found in order, once their warnings are answered. `read`: what is said once its
 * document has been read, where that finds something: a decision that is faster comes back.
 */
export async function approve(
  officer: Verifikator,
  id: string,
  judgedBy: number,
  { look, read }: { readonly look?: Look; readonly read?: RegExp } = {},
): Promise<void> {
  const { page } = officer;
  await open(officer, id);
  await expect(deeds(page).getByRole('listitem')).toHaveCount(judgedBy);
  await look?.(page, 'meja periksa approver');
  if (read !== undefined)
    await expect(page.getByText(read).first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('m');
  await officer.answerWarnings();
  await officer.saveAndGoOn();
}

/** Takes an usul over from the colleague who has it, and forwards it. */
export async function takeOver(
  officer: Verifikator,
  id: string,
  why: string,
  look: Look,
): Promise<void> {
  const { page } = officer;
  await address(officer, id);
  const panel = page.getByRole('region', { name: 'Penugasan' });
  await expect(panel).toContainText('Ditugaskan kepada');
  await look(page, 'meja periksa, milik rekan');
  await page.keyboard.press('n');
  await page.keyboard.type(why);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  await expect(officer.gaps).toBeVisible();
  await officer.forward();
}

/** Whoever decided it meanwhile is told of the takeover, sees what became of the usul, and lets the decision go. */
export async function letGoOfTaken(officer: Verifikator, why: string, look: Look): Promise<void> {
  const { page, statusBar } = officer;
  await expect(statusBar).toContainText('1 keputusan perlu diperiksa lagi', { timeout: 60_000 });
  const notices = page.getByRole('region', { name: 'Pemberitahuan' });
  await expect(notices).toContainText(`“${why}”`);
  await page.keyboard.press('u');
  const now = page.getByRole('main').getByRole('region', { name: 'Keadaan sekarang' });
  await expect(now).toContainText('Memenuhi syarat, diteruskan');
  await look(page, 'perlu diperiksa, diambil alih');
  await notices.getByRole('button', { name: 'Mengerti' }).click();
  await expect(notices).toBeHidden();
  await page.keyboard.press('l');
}

/** Looks as long as anybody does: a press within 300 ms is taken for the second of a double one, meant for what was there before. */
async function confirm(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+Enter');
}

/** Selects all that may be approved in bulk, finds a fault in the one that is drawn, and answers which it was. */
export async function findFaultInSample(officer: Verifikator): Promise<string> {
  const { page } = officer;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Kotak Masuk', level: 1 })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText(/usul dipilih dari/)).toBeVisible();
  await expect(page.getByRole('row').getByText('Dipilih').first()).toBeVisible();
  await confirm(page);
  await expect(page.getByTestId('sampel')).toContainText('Sampel 0 dari 1', { timeout: 30_000 });
  await confirm(page);
  await expect(page.getByTestId('sampel-ke')).toContainText('Sampel 1 dari 1');
  const drawn = new URL(page.url()).hash.replace('#/periksa/', '');
  await page.keyboard.press('t');
  await page.keyboard.type('Lain');
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await officer.answerWarnings();
  await confirm(page);
  // The decision can be taken back for a while before it is sent.
  await expect(page.getByTestId('hasil-massal')).toContainText('Berhenti: kesalahan ditemukan', {
    timeout: 60_000,
  });
  return drawn;
}
