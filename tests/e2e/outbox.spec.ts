import { expect, type Browser, type Page } from '@playwright/test';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });

/** A PC of its own: nothing shared with the others but the server. */
async function startPc(browser: Browser): Promise<{ page: Page; verifikator: Verifikator }> {
  const page = await browser.newPage();
  await sparePc(page.context());
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  return { page, verifikator };
}

/** Returns the usul to the ASN with reason 2 and this note, and waits until it is saved on this PC. */
async function returnUsul(verifikator: Verifikator, usulId: string, note: string): Promise<void> {
  const { page } = verifikator;
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(verifikator.gaps).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.type(note);
  await verifikator.saveAndGoOn();
}

async function decisionsOn(usulId: string) {
  return desk.db
    .selectFrom('decision')
    .select('payload')
    .where('usul_id', '=', usulId)
    .orderBy('chain_seq')
    .execute();
}

/** Waits until the server has that many decisions on the usul: what the status bar says follows a moment later. */
async function expectDecisions(usulId: string, count: number): Promise<void> {
  await expect
    .poll(async () => (await decisionsOn(usulId)).length, { timeout: 60_000 })
    .toBe(count);
}

test('a decision is corrected before it is sent, and only the corrected one arrives', async ({
  browser,
}) => {
  const usulId = await submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const { page, verifikator } = await startPc(browser);
  await page.context().setOffline(true);
  await expect(verifikator.statusBar).toContainText('Luring');
  await returnUsul(verifikator, usulId, 'Piagam milik orang lain.');

  await page.getByRole('button', { name: /Antrean Kirim/ }).click();
  await expect(page.getByText('Menunggu dikirim', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Tarik kembali keputusan untuk/ }).click();
  await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
    'Piagam milik orang lain.',
  );
  await page.getByRole('button', { name: 'Koordinasi BKPSDM' }).click();
  await verifikator.saveAndGoOn();

  await page.context().setOffline(false);
  await expectDecisions(usulId, 1);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const arrived = await decisionsOn(usulId);
  expect(arrived.map((row) => row.payload)).toEqual([
    expect.objectContaining({ outcome: 'koordinasi', note: 'Piagam milik orang lain.' }),
  ]);
  await page.close();
});

test('a decision that came too late is returned with everything typed, and can be made again', async ({
  browser,
}) => {
  const usulId = await submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const late = await startPc(browser);
  const early = await startPc(browser);
  await late.page.context().setOffline(true);
  await expect(late.verifikator.statusBar).toContainText('Luring');
  await returnUsul(late.verifikator, usulId, 'Catatan yang tidak boleh hilang.');
  await returnUsul(early.verifikator, usulId, 'Lebih dahulu.');
  await expectDecisions(usulId, 1);
  await early.page.close();

  // The ASN submits again, so there is something to decide on once more.
  const [returned] = await readUsulByIds(desk.db, [usulId]);
  const resubmitted = await actOnUsul(desk.db, {
    usulId,
    actor: {
      role: 'asn',
      scope: { kind: 'employee', id: returned!.employee.id },
      name: 'Pegawai Contoh',
    },
    action: 'ajukan_ulang',
    judged: returned!,
    reasons: [],
    note: '',
    now: new Date(),
    content: {
      values: returned!.values,
      oldValues: returned!.oldValues,
      asnNote: 'Sudah diperbaiki.',
      documents: returned!.documents,
    },
  });
  expect(resubmitted.ok).toBe(true);

  const { page, verifikator } = late;
  await page.context().setOffline(false);
  await expect(verifikator.statusBar).toContainText('1 keputusan perlu diperiksa lagi', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: /Antrean Kirim/ }).click();
  await expect(page.getByText('Ditolak server', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Putuskan ulang usul/ }).click();
  await expect(page.getByText('Pengajuan ke-2').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
    'Catatan yang tidak boleh hilang.',
  );
  // The ASN sent something else meanwhile: what was typed is there, the outcome has to be chosen anew.
  await expect(verifikator.gaps).toContainText('Pilih keputusan.');
  await page.keyboard.press('p');
  await verifikator.saveAndGoOn();
  await expectDecisions(usulId, 2);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const notes = (await decisionsOn(usulId)).map((row) => row.payload);
  expect(notes).toEqual([
    expect.objectContaining({ note: 'Lebih dahulu.', revision: 1 }),
    expect.objectContaining({ note: 'Catatan yang tidak boleh hilang.', revision: 2 }),
  ]);
  await page.close();
});
