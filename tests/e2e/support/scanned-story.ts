import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { keepScannedQueue, type ScannedUsul } from '#tests/e2e/support/scanned-queue.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

/** The pointer never comes into it. */
async function refusePointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'wheel', 'touchstart']) {
      addEventListener(kind, () => document.documentElement.setAttribute('data-pointer', kind), {
        capture: true,
      });
    }
  });
}

function fieldRow(page: Page, field: string) {
  return page.locator(`[data-field="${field}"]`);
}

async function activeField(page: Page): Promise<string> {
  const name = await page.locator('[data-field][aria-current="true"]').getAttribute('data-field');
  return name ?? '';
}

function onDesk(page: Page, queue: readonly ScannedUsul[]): ScannedUsul {
  const shown = queue.find(({ usul }) => page.url().endsWith(usul.id));
  if (!shown) throw new Error(`not of the queue: ${page.url()}`);
  return shown;
}

/** A picture of the desk with what is marked in the scan, among the results of the test. */
async function keepPicture(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
}

/**
 * Judges the usul on the desk with its evidence: what was found in one stroke, the rest one after the other as a person
 * who reads the document would; answers how many were left to the person.
 */
async function judge(
  { page }: Verifikator,
  { usul, wrongFields }: ScannedUsul,
  testInfo: TestInfo,
): Promise<number> {
  const fields = fieldsToJudge(usul);
  await page.keyboard.press('4');
  // A golongan takes the same key again.
  if (usul.recordType === 'golongan') await page.keyboard.press('4');
  const left = page.getByRole('group', { name: /, belum dinilai$/ });
  const toJudge = await left.count();
  expect(toJudge).toBeGreaterThanOrEqual(wrongFields.length);
  for (let turn = 0; turn < toJudge; turn += 1) {
    await page.keyboard.press("'");
    const field = await activeField(page);
    expect(fields.map(({ name }) => name)).toContain(field);
    if (!wrongFields.includes(field)) {
      await page.keyboard.press('s');
      continue;
    }
    await keepPicture(page, testInfo, `${usul.recordType} ${field} keliru`);
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
  }
  await expect(left).toHaveCount(0);
  return toJudge;
}

/** Who judges: one page of a PC, at the desk of an office. */
export interface ScanTeller {
  readonly page: Page;
  readonly desk: Desk;
  readonly testInfo: TestInfo;
}

/**
 * Judges so many scanned usul by keyboard with their evidence, so many of which have a value that their document does not
 * say: these are never called found.
 */
export async function judgeScans(
  { page, desk, testInfo }: ScanTeller,
  length: { readonly count: number; readonly faulty: number },
): Promise<void> {
  await refusePointer(page);
  const outside: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (/^(?:https?|wss?|file):/.test(url) && !url.startsWith(desk.url)) outside.push(url);
  });
  const queue = await keepScannedQueue(desk, busyVerifikator.username, length);
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);

  await test.step('every document of the queue is read ahead of time', async () => {
    const progress = page.getByText(/^\d+ dari \d+ dokumen telah dibaca/);
    await expect(progress).toBeVisible({ timeout: 30_000 });
    await expect(progress).toBeHidden({ timeout: 300_000 });
  });

  await verifikator.openActive();
  for (let at = 0; at < queue.length; at += 1) {
    const { usul, wrongFields } = onDesk(page, queue);
    await test.step(`${at + 1}. ${usul.recordType}`, async () => {
      await expect(fieldRow(page, fieldsToJudge(usul)[0]!.name)).toBeVisible();
      // What was found is marked in the picture, and a wrong value is not said to be there.
      await expect(page.locator('.page .meja-mark').first()).toBeVisible();
      for (const field of wrongFields) {
        await expect(fieldRow(page, field)).not.toContainText('Ditemukan');
      }
      await keepPicture(page, testInfo, `${String(at + 1).padStart(2, '0')} ${usul.recordType}`);
      await verifikator.lookAtDocuments();
      await judge(verifikator, { usul, wrongFields }, testInfo);
      if (wrongFields.length > 0) {
        await page.keyboard.press('p');
        await page.keyboard.press('1');
      }
      await verifikator.saveAndGoOn();
    });
  }

  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const rows = await desk.db.selectFrom('decision').select(['usul_id', 'payload']).execute();
  const outcomes = new Map(rows.map((row) => [row.usul_id, row.payload.outcome]));
  for (const { usul, wrongFields } of queue) {
    expect(outcomes.get(usul.id)).toBe(wrongFields.length > 0 ? 'perbaikan' : 'teruskan');
  }
  expect(outside).toEqual([]);
  expect(await page.locator('html').getAttribute('data-pointer')).toBeNull();
}
