import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { filledFields } from '#shared/records/judged-fields.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import { listReasons } from '#shared/workflow/reasons.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showValue } from '#shared/records/value-text.ts';
import type { UsulHands } from '#tests/bench/hands/at-the-desk.ts';
import { addHands, handsDuring } from '#tests/bench/hands/count-hands.ts';
import type { SampledUsul } from '#tests/bench/hands/sample.ts';

/** Height of one notch of the wheel, px. */
const notch = 100;

/**
 * Opens the model page with this work; `pagesOf` gives the pages of a document. The filter for what still waits is set
 * here, before anything is counted, and stays: kinder than a list that forgets it.
 */
export async function openThreeTabs(
  page: Page,
  sample: readonly SampledUsul[],
  pagesOf: (sha256: string) => number,
): Promise<void> {
  const work = sample.map(({ usul }) => ({
    id: usul.id,
    nip: usul.employee.nip,
    nama: usul.employee.nama,
    jenis: recordTypes[usul.recordType].label,
    kind: usulKindLabels[usul.kind],
    fields: filledFields(usul).map((field) => [
      field.label,
      showValue(field.format, usul.values[field.name] ?? ''),
    ]),
    files: usul.documents.map((file) => ({ name: file.fileName, pages: pagesOf(file.sha256) })),
    records: usul.existingRecords.map((record) => Object.values(record.values).join(' · ')),
  }));
  await page.addInitScript(
    (given) => {
      Object.assign(globalThis, given);
    },
    { work, reasons: listReasons().map(({ label }) => label) },
  );
  const html = await readFile(new URL('three-tabs.html', import.meta.url), 'utf8');
  await page.route('http://three-tabs.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('http://three-tabs.example/');
  await page.locator('#status').selectOption('Belum diverifikasi');
  await click(page, page.locator('#cari'));
}

/** Judges an usul of the model page as its manual says, with the pointer; typing only what has to be said in words. */
export async function judgeInThreeTabs(page: Page, sampled: SampledUsul): Promise<UsulHands> {
  const { usul, finding } = sampled;
  const began = performance.now();
  const opening = await handsDuring(page, () =>
    click(page, page.locator(`[data-of="${usul.id}"]`)),
  );
  const reading = await handsDuring(page, () => readEverything(page, sampled));
  const judging = await handsDuring(page, async () => {
    await click(page, page.locator('#lanjut'));
    if (finding.kind === 'bersih') await click(page, page.locator('#ms'));
    else await returnWithReason(page, sampled);
    await click(page, page.locator('#simpan'));
    await click(page, page.locator('#ya'));
    await click(page, page.locator('#ok'));
  });
  return { reading, judging: addHands(opening, judging), ms: performance.now() - began };
}

/** The form, each document in the viewer, the records beside, and back to the form to compare. */
async function readEverything(page: Page, { usul, finding }: SampledUsul): Promise<void> {
  await scrollToEnd(page, 'html');
  await click(page, page.locator('[data-tab="dokumen"]'));
  for (const [at, { documentId }] of usul.documents.entries()) {
    await click(page, page.locator(`#files [data-of="${at}"]`));
    await scrollToEnd(page, '#pdf');
    await click(page, page.locator('#tutup'));
    if (finding.kind !== 'bersih' && finding.documentId === documentId) break;
  }
  await click(page, page.locator('[data-tab="riwayat"]'));
  await click(page, page.locator('[data-tab="edit"]'));
}

/** The reason from the list by its first letters; which field is meant can only be said in words. */
async function returnWithReason(page: Page, { usul, finding }: SampledUsul): Promise<void> {
  await click(page, page.locator('#bts'));
  await click(page, page.locator('#alasan'));
  const code = finding.kind === 'dokumen' ? finding.reason : 'DATA_BEDA';
  const steps = listReasons().findIndex((reason) => reason.code === code);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  if (finding.kind !== 'satu_isian') return;
  await click(page, page.locator('#tambahan'));
  const field = filledFields(usul).find(({ name }) => name === finding.field);
  await page.keyboard.type(field?.label ?? finding.field);
}

/** Moves straight there (a hand never does) and presses; brings it into view with the wheel first. */
async function click(page: Page, target: Locator): Promise<void> {
  for (let notches = 0; notches < 200; notches += 1) {
    const { x, y, reachable } = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [middle, line] = [left + width / 2, top + height / 2];
      const there = document.elementFromPoint(middle, line);
      return { x: middle, y: line, reachable: there !== null && element.contains(there) };
    });
    if (reachable) {
      await page.mouse.move(x, y, { steps: 8 });
      await page.mouse.down();
      await page.mouse.up();
      return;
    }
    await wheel(page, 'html', y < 384 ? -notch : notch);
  }
  throw new Error(`The wheel does not bring it into view: ${String(target)}`);
}

async function scrollToEnd(page: Page, scroller: string): Promise<void> {
  while (
    await page.$eval(scroller, (box) => box.scrollTop + box.clientHeight < box.scrollHeight - 1)
  ) {
    await wheel(page, scroller, notch);
  }
}

/** One notch, and what it moves: the event reaches the page before the scrolling shows. */
async function wheel(page: Page, scroller: string, by: number): Promise<void> {
  const before = await page.$eval(scroller, (box) => box.scrollTop);
  await page.mouse.wheel(0, by);
  await page.waitForFunction(([place, top]) => document.querySelector(place)!.scrollTop !== top, [
    scroller,
    before,
  ] as const);
}
