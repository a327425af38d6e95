import { expect, test, type Page } from '@playwright/test';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { keepBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { findAppointment } from '#server/accounts/appointments.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { inTransaction } from '#server/store/database.ts';
import { stagesOf } from '#shared/workflow/authority/authority.ts';
import { makeDecision } from '#tests/support/builders.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

/** Where the story is told, and how closely each screen of it is looked at. */
export interface BulkStory {
  readonly page: Page;
  readonly desk: Desk;
  /** How many are drawn at least. */
  readonly least: number;
  readonly look: (page: Page, screen: string) => Promise<void>;
}

/** So many are passed on. */
const forwarded = 8;

/** The verifikator of the demonstration passes some on to BKPSDM, every field found in order. */
async function forwardSome({ desk, least }: BulkStory): Promise<void> {
  const usuls = (await waitingUsul(desk, busyVerifikator.username))
    // What a deletion needs beside is not what this is about.
    .filter(({ kind, recordType }) => kind !== 'hapus' && stagesOf(recordType).length === 2)
    .slice(0, forwarded);
  const { id } = await desk.db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .select('appointment.id')
    .where('account.username', '=', busyVerifikator.username)
    .executeTakeFirstOrThrow();
  const held = await findAppointment(desk.db, id);
  if (!held) throw new Error('The verifikator has no appointment.');
  for (const usul of usuls) {
    const payload = makeDecision(usul);
    const delivery = { account: held.account, payload, receivedAt: new Date() };
    await takeDecision(desk.db, delivery);
  }
  const [{ instansiId } = { instansiId: '' }] = usuls;
  const policy = { percent: 1, least, excludedTypes: [] };
  await inTransaction(desk.db, (tx) => keepBulkPolicy(tx, instansiId, policy));
}

/** What a person sees of the sample. */
const sampleLine = (page: Page) => page.getByTestId('sampel');
const rows = (page: Page) => page.getByRole('grid', { name: 'Daftar usul' }).getByRole('row');

async function approveSample(approver: Verifikator): Promise<void> {
  const { page } = approver;
  await approver.lookAtDocuments();
  await page.keyboard.press('m');
  await approver.answerWarnings();
  const before = page.url();
  // A second press this soon would be meant for the usul before.
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.url()).not.toBe(before);
}

/** An approver selects by keyboard, looks at the sample, confirms, and finds the result; after a restart as well. */
export async function tellBulk(story: BulkStory): Promise<void> {
  const { page, desk, least, look } = story;
  await forwardSome(story);
  const approver = makeVerifikator(page);
  await test.step('selects what may be, by keyboard', async () => {
    await approver.signIn(desk.url, { username: 'approver', password: demoPassword });
    await page.keyboard.press('b');
    await expect(page.getByText(/usul dipilih dari/)).toBeVisible();
    await expect(rows(page).getByText('Dipilih').first()).toBeVisible();
    await look(page, 'setujui massal, pilihan');
    // None, then two of them with Shift, then all again.
    await page.getByRole('grid', { name: 'Daftar usul' }).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('button', { name: 'Kirim pilihan (0)' })).toBeVisible();
    await page.keyboard.press('Space');
    // Over one that cannot be chosen.
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('button', { name: 'Kirim pilihan (2)' })).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Enter');
    await expect(sampleLine(page)).toContainText('Sampel 0 dari', { timeout: 30_000 });
    await look(page, 'setujui massal, sampel');
  });
  await test.step('looks at the sample, one after another', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('sampel-ke')).toContainText(`Sampel 1 dari ${least}`);
    await expect(approver.gaps).toContainText('belum dilihat');
    await look(page, 'meja periksa, sampel');
    for (let seen = 0; seen < least; seen += 1) await approveSample(approver);
  });
  await test.step('confirms what is listed, and reads the result', async () => {
    const confirm = page.getByRole('button', { name: /^Sahkan \d+ usul$/ });
    await expect(confirm).toBeVisible();
    await expect(page.getByText(/sampel menemukan kesalahan/)).toBeVisible();
    await look(page, 'setujui massal, pengesahan');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('hasil-massal')).toContainText('disetujui', { timeout: 60_000 });
    await look(page, 'setujui massal, hasil');
  });
  const batches = await desk.db.selectFrom('bulk_batch').select('state').execute();
  expect(batches).toEqual([{ state: 'disahkan' }]);
  const fates = await desk.db.selectFrom('bulk_item').select('fate').distinct().execute();
  expect(fates).toEqual([{ fate: 'disetujui' }]);
}
