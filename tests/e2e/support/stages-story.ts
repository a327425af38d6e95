import { expect, test, type Browser, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { Usul } from '#shared/records/usul.ts';
import { withCorrections } from '#shared/workflow/told-decisions.ts';
import { catchUp, delivered, open, sitDown } from '#tests/e2e/support/at-the-desk.ts';
import { submitOfType, submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Verifikator } from '#tests/e2e/support/verifikator.ts';

const study = {
  recordType: 'cltn',
  documentId: '884',
  values: {
    cltnId: '2',
    skNomor: '12/TK/Tahun 2025',
    skTanggal: '2025-08-12',
    tanggalAwal: '2025-09-01',
    tanggalAkhir: '2026-09-01',
  },
} as const;

/** Where the story is told, and how closely each screen of the approver is looked at. */
export interface Stages {
  readonly browser: Browser;
  readonly desk: Desk;
  readonly look: (page: Page, screen: string) => Promise<void>;
}

async function usulNow({ desk }: Stages, id: string): Promise<Usul> {
  const [usul] = await readUsulByIds(desk.db, [id]);
  if (!usul) throw new Error(`No usul ${id}`);
  return usul;
}

const conversation = (page: Page) => page.getByTestId('percakapan');
/** Puts the number of the usul on the desk right, takes that back, and does it again; the draft keeps it. */
async function correctNumber(officer: Verifikator): Promise<void> {
  const { page } = officer;
  const editor = page.getByTestId('koreksi');
  const done = page.getByRole('group', { name: /dikoreksi menjadi 12\/TK\/Tahun 2026/ });
  for (const again of [false, true]) {
    await page.keyboard.press('Control+k');
    await expect(editor).toBeFocused();
    await page.keyboard.type(again ? '12/TK/Tahun 2026' : '12/TK/Tahun 2025');
    await page.keyboard.press('Enter');
    if (again) break;
    // The same as the ASN says is none.
    await expect(page.getByRole('alert')).toContainText('Sama dengan nilai usul');
    await page.keyboard.press('Escape');
    await expect(editor).toHaveCount(0);
  }
  await expect(done).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+k');
  await expect(done).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(done).toBeVisible();
  await page.keyboard.press('F9');
  await officer.unlock({ username: busyVerifikator.username, password: demoPassword });
  await expect(done).toBeVisible();
  await officer.forward();
}

const deeds = (page: Page) => page.getByTestId('keputusan-pengajuan');
const choice = (page: Page, name: string) => page.getByRole('button', { name });

/**
 * From desk to desk by keyboard: forwarded, one with a number put right; validated; approved. The pages of three people in one
 * story: what one does is what the next one finds.
 */
export async function tellApproval(stages: Stages): Promise<void> {
  const { desk, look } = stages;
  const validated = await submitOfType(desk, busyVerifikator.username, study);
  const corrected = await submitWithFixture(desk, busyVerifikator.username, [
    'bad/js-openaction.pdf',
  ]);

  const first = await sitDown(stages, busyVerifikator.username);
  await test.step('the verifikator forwards two, one with a number put right', async () => {
    await open(first, validated);
    await first.forward();
    await open(first, corrected);
    await correctNumber(first);
    await delivered(first);
  });

  const second = await sitDown(stages, 'validator');
  await test.step('BKN validates what is its own, and sees what was judged before', async () => {
    await expect(second.page.getByRole('button', { name: /^Menunggu validasi/ })).toBeVisible();
    await open(second, validated);
    await expect(deeds(second.page)).toContainText('Memenuhi syarat, diteruskan');
    await expect(deeds(second.page)).toContainText('5 sesuai');
    await second.lookAtDocuments();
    await second.page.keyboard.press('m');
    await second.answerWarnings();
    await second.saveAndGoOn();
    await delivered(second);
  });

  const third = await sitDown(stages, 'approver');
  const { page } = third;
  await test.step('BKPSDM approves with two keys what both found in order', async () => {
    await open(third, validated);
    await expect(deeds(page).getByRole('listitem')).toHaveCount(2);
    await look(page, 'meja periksa approver');
    // What the blank pages of the fixture ask, at this desk as at the first.
    await page.keyboard.press('m');
    await third.answerWarnings();
    await expect(third.gaps).toContainText('Lengkap');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(validated));
    await delivered(third);
    expect((await usulNow(stages, validated)).position).toEqual({
      kind: 'selesai',
      result: 'disetujui',
    });
  });

  await test.step('and one with a value that was put right, once it was looked at', async () => {
    await open(third, corrected);
    await expect(deeds(page)).toContainText('12/TK/Tahun 2025 → 12/TK/Tahun 2026');
    await expect(page.getByRole('group', { name: /dikoreksi menjadi/ })).toBeVisible();
    await look(page, 'meja periksa approver, koreksi');
    await page.keyboard.press('Control+k');
    await expect(page.getByText('Isian hanya dapat dikoreksi oleh verifikator')).toBeVisible();
    await page.keyboard.press('m');
    await expect(third.gaps).toContainText('Periksa peringatan, lalu tekan W.');
    await expect(page.getByText(/Nomor SK\/Keppres: dikoreksi verifikator/)).toBeVisible();
    await third.answerWarnings();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(corrected));
    await delivered(third);
    const settled = await usulNow(stages, corrected);
    expect(settled.position).toEqual({ kind: 'selesai', result: 'disetujui' });
    expect(settled.values['skNomor']).toBe('12/TK/Tahun 2025');
    expect(withCorrections(settled).values['skNomor']).toBe('12/TK/Tahun 2026');
  });
  for (const officer of [first, second, third]) await officer.page.context().close();
}

/** From desk to desk by keyboard: one sent back, one question asked back and answered; the verifikator finds both again. */
export async function tellReturn(stages: Stages): Promise<void> {
  const { desk, look } = stages;
  const returned = await submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const asked = await submitWithFixture(desk, busyVerifikator.username, ['bad/launch-uri.pdf']);

  const first = await sitDown(stages, busyVerifikator.username);
  await test.step('the verifikator forwards one, and asks about the other', async () => {
    await open(first, returned);
    await first.forward();
    await open(first, asked);
    await first.page.keyboard.press('k');
    await first.page.keyboard.type('Apakah piagam ini asli?');
    await first.saveAndGoOn();
    await delivered(first);
  });

  const third = await sitDown(stages, 'approver');
  const { page } = third;
  await test.step('BKPSDM sends one back with a mark of its own', async () => {
    await look(page, 'kotak masuk approver');
    await open(third, returned);
    await expect(choice(page, 'Koordinasi BKPSDM')).toHaveCount(0);
    await page.keyboard.press('t');
    await page.keyboard.type('12/TK/2025');
    await page.keyboard.press('Enter');
    await page.keyboard.press('k');
    await page.keyboard.press('1');
    await expect(choice(page, 'Kembalikan ke verifikator')).toHaveAttribute('aria-pressed', 'true');
    await look(page, 'meja periksa approver, dikembalikan');
    await page.keyboard.press('Escape');
    await third.saveAndGoOn();
  });

  await test.step('asks back; the verifikator is told, and writes without network', async () => {
    await open(third, asked);
    await expect(page.getByTestId('pertanyaan')).toContainText('Apakah piagam ini asli?');
    await page.keyboard.press('n');
    await page.keyboard.type('Piagam yang mana?');
    await page.keyboard.press('Control+m');
    await expect(conversation(page).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('textbox', { name: 'Jawaban' })).toHaveValue('');
    await expect(conversation(page)).toContainText('Terkirim');
    await catchUp(first);
    await expect(first.statusBar).toContainText('pesan baru');
    // One after another: the demonstration has another one.
    await expect(async () => {
      await first.page.keyboard.press('Control+b');
      await expect(first.page).toHaveURL(new RegExp(asked), { timeout: 1_000 });
    }).toPass();
    await expect(conversation(first.page)).toContainText('Piagam yang mana?');
    await first.page.context().setOffline(true);
    await first.page.keyboard.press('n');
    await first.page.keyboard.type('Piagam Satyalancana.');
    await look(first.page, 'meja periksa verifikator, percakapan');
    await first.page.keyboard.press('Control+Enter');
    await expect(conversation(first.page)).toContainText('Menunggu jaringan');
    await first.page.context().setOffline(false);
    await expect(conversation(first.page)).not.toContainText('Menunggu jaringan');
    await catchUp(third);
    await expect(conversation(page)).toContainText('Piagam Satyalancana.');
  });

  await test.step('answers the question', async () => {
    await open(third, asked);
    await expect(page.getByTestId('pertanyaan')).toContainText('Apakah piagam ini asli?');
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Jawaban' })).toBeFocused();
    await page.keyboard.type('Asli, sudah dicocokkan.');
    await expect(third.gaps).toContainText('Jawaban siap disimpan');
    await look(page, 'meja periksa approver, pertanyaan');
    await page.keyboard.press('Control+Enter');
    await expect(page).not.toHaveURL(new RegExp(asked));
    await delivered(third);
  });

  await test.step('the verifikator finds both again, with what was said', async () => {
    await catchUp(first);
    await open(first, returned);
    await expect(deeds(first.page)).toContainText('Dikembalikan ke verifikator');
    await expect(first.page.getByText('tertulis “12/TK/2025”')).toBeVisible();
    await open(first, asked);
    await expect(deeds(first.page)).toContainText('Asli, sudah dicocokkan.');
    await expect(first.gaps).toContainText('belum dinilai');
  });
  for (const officer of [first, third]) await officer.page.context().close();
}
