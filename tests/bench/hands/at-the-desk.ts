import type { Page } from '@playwright/test';
import type { UsulKind } from '#shared/records/usul.ts';
import { listReasons } from '#shared/workflow/reasons.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { reasonKeys } from '#renderer/features/workbench/keys.ts';
import type { SampledUsul } from '#tests/bench/hands/sample.ts';
import { handsDuring, type HandCount } from '#tests/bench/hands/count-hands.ts';

/** What one usul took, split in looking at the documents and judging. */
export interface UsulHands {
  readonly reading: HandCount;
  readonly judging: HandCount;
  /** Wall clock of the script, ms: how long the machine took, not a person. */
  readonly ms: number;
}

/** Whether the arrow keys go from the first field to the last; told once, before anything is counted. */
export async function arrowsWrap(page: Page): Promise<boolean> {
  const before = await activeField(page);
  await page.keyboard.press('ArrowUp');
  const wrapped = (await activeField(page)) !== before;
  if (wrapped) await page.keyboard.press('ArrowDown');
  return wrapped;
}

/** Which usul the application shows now. */
export function usulOnDesk(page: Page): string {
  return new URL(page.url()).hash.replace('#/periksa/', '');
}

/** Judges the usul on the desk by keyboard; it must be open. Resolves when the next one is (or the inbox, after the last). */
export async function judgeAtDesk(
  page: Page,
  { usul, finding }: SampledUsul,
  wrap: boolean,
): Promise<UsulHands> {
  const began = performance.now();
  await documentShown(page);
  const upTo = finding.kind === 'bersih' ? null : finding.documentId;
  const reading = await handsDuring(page, () => readDocuments(page, usul.documents, upTo));
  const judging = await handsDuring(page, async () => {
    if (finding.kind === 'bersih') await forward(page);
    if (finding.kind === 'satu_isian') {
      await goToField(
        page,
        fieldsToJudge(usul).map((field) => field.name),
        finding.field,
        wrap,
      );
      await page.keyboard.press('t');
      // Out of the input for what the document says: the field and the reason tell the ASN enough.
      await page.keyboard.press('Enter');
    }
    if (finding.kind === 'dokumen') await returnFor(page, finding.reason, usul.kind);
    await save(page, usul.id);
  });
  return { reading, judging, ms: performance.now() - began };
}

async function forward(page: Page): Promise<void> {
  await page.keyboard.press('a');
  // What is expensive to accept asks for the same key again.
  if ((await gapsText(page)).includes('belum dinilai')) await page.keyboard.press('a');
  if (!(await isComplete(page))) await page.keyboard.press('m');
}

async function returnFor(page: Page, reason: string, kind: UsulKind): Promise<void> {
  await page.keyboard.press('p');
  const offered = listReasons().filter(
    ({ outcomes, kinds }) => outcomes.includes('perbaikan') && (kinds?.includes(kind) ?? true),
  );
  await page.keyboard.press(reasonKeys[offered.findIndex(({ code }) => code === reason)]!);
}

/** Enter saves what is complete; where it does not, Ctrl+Enter does (two keys). */
async function save(page: Page, usulId: string): Promise<void> {
  if (!(await isComplete(page))) {
    // Returned without a reason suggested: the first one is "data differ".
    await page.keyboard.press('p');
    await page.keyboard.press('1');
  }
  const shown = await page.getByTestId('kekurangan').elementHandle();
  await page.keyboard.press('Enter');
  if (!(await left(page, usulId, 2000))) {
    await page.keyboard.press('Control+Enter');
    if (!(await left(page, usulId, 10_000))) {
      throw new Error(`${usulId} is not saved: ${await gapsText(page)}`);
    }
  }
  // The address names the next usul first, then it takes the place of this one.
  await shown?.waitForElementState('hidden');
}

/** By the shorter way. */
async function goToField(
  page: Page,
  names: readonly string[],
  field: string,
  wrap: boolean,
): Promise<void> {
  const from = names.indexOf((await activeField(page)) ?? '');
  const to = names.indexOf(field);
  const down = (to - from + names.length) % names.length;
  const up = (from - to + names.length) % names.length;
  const upwards = wrap ? up < down : to < from;
  const steps = wrap ? Math.min(up, down) : Math.abs(to - from);
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press(upwards ? 'ArrowUp' : 'ArrowDown');
  }
  const active = await activeField(page);
  if (active !== field) throw new Error(`The arrows led to ${active}, not to ${field}.`);
}

/** Down through each document until all of it was in view, up to and with the one where the fault shows. */
async function readDocuments(
  page: Page,
  documents: SampledUsul['usul']['documents'],
  upTo: string | null,
): Promise<void> {
  const last =
    upTo === null
      ? documents.length - 1
      : documents.findIndex(({ documentId }) => documentId === upTo);
  let at = 0;
  let scroll = 'PageDown';
  for (let press = 0; press < 100; press += 1) {
    const seen = await wholeDocumentSeen(page);
    if (seen && at >= Math.max(0, last)) return;
    if (seen) at += 1;
    const before = await scrolledTo(page);
    await page.keyboard.press(seen ? 'd' : scroll);
    // The mark still speaks of the document before for a moment.
    if (seen) await wholeDocumentSeen(page, false, 500);
    await documentShown(page);
    if (seen) scroll = 'PageDown';
    // At the end and something passed too fast: back up, as a person would.
    else if ((await scrolledTo(page)) === before)
      scroll = scroll === 'PageDown' ? 'PageUp' : 'PageDown';
  }
  throw new Error(`The documents cannot be read to the end: ${await gapsText(page)}`);
}

async function scrolledTo(page: Page): Promise<number> {
  return page.evaluate(
    () => document.querySelector('.pdfViewer')?.getBoundingClientRect().top ?? 0,
  );
}

/** Whether all of the shown document was (or was not) in view, after a moment's look at what is in view now. */
async function wholeDocumentSeen(page: Page, whole = true, timeout = 700): Promise<boolean> {
  return page
    .waitForFunction(
      (expected) =>
        document
          .querySelector('[data-testid="halaman-dilihat"]')
          ?.textContent?.includes('Semua halaman dilihat') === expected,
      whole,
      { timeout },
    )
    .then(
      () => true,
      () => false,
    );
}

/** Waits until every page in view is drawn, or the viewer says why it cannot be. */
async function documentShown(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const pages = [...document.querySelectorAll('.page')].filter((shown) => {
        const { top, bottom } = shown.getBoundingClientRect();
        return bottom > 130 && top < innerHeight - 40;
      });
      return (
        pages.length > 0 && pages.every((shown) => shown.getAttribute('data-loaded') === 'true')
      );
    },
    undefined,
    { timeout: 30_000 },
  );
}

async function isComplete(page: Page): Promise<boolean> {
  return page
    .waitForFunction(
      () =>
        document.querySelector('[data-testid="kekurangan"]')?.textContent?.includes('Lengkap') ===
        true,
      undefined,
      { timeout: 800 },
    )
    .then(
      () => true,
      () => false,
    );
}

async function left(page: Page, usulId: string, timeout: number): Promise<boolean> {
  return page
    .waitForURL((url) => !url.hash.includes(usulId), { timeout })
    .then(
      () => true,
      () => false,
    );
}

async function gapsText(page: Page): Promise<string> {
  return (await page.getByTestId('kekurangan').textContent()) ?? '';
}

async function activeField(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      document.querySelector('[data-field][aria-current="true"]')?.getAttribute('data-field') ??
      null,
  );
}
