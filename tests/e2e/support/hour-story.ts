import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Outcome } from '#shared/workflow/decision.ts';
import { recordTypeIdSchema, type RecordTypeId } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import { toList } from '#tests/e2e/support/by-keyboard.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

/** How long the story is, in usul decided. */
export interface HourLength {
  /** Record types of which fewer wait are found by NIP, so that all are met; 0: those that lie there are met. */
  readonly rareBelow: number;
  /** Decided before the network is lost, at least. */
  readonly online: number;
  /** Decided without network; the application is started anew after the first. */
  readonly offline: number;
  /** Decided when the network is back. */
  readonly after: number;
}

/** Who tells the story: one page of a PC, at the desk of an office. */
export interface Teller {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly desk: Desk;
}

declare global {
  interface Window {
    pointerUsed: (kind: string) => void;
  }
}

/** Fails the story when anything of a pointer reaches the page. */
async function refusePointer(page: Page): Promise<readonly string[]> {
  const used: string[] = [];
  await page.exposeFunction('pointerUsed', (kind: string) => used.push(kind));
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'wheel', 'touchstart']) {
      addEventListener(kind, () => window.pointerUsed(kind), { capture: true, passive: true });
    }
  });
  return used;
}

/** An hour at the desk: what was decided, in the order of deciding. */
interface Hour {
  readonly length: HourLength;
  readonly verifikator: Verifikator;
  readonly waiting: readonly Usul[];
  readonly decided: Map<string, Outcome>;
  /** Of the record types that have not been met yet. */
  readonly rare: Usul[];
}

function onDesk(page: Page): string {
  return new URL(page.url()).hash.replace('#/periksa/', '');
}

/** Judges the usul on the desk and saves; the next one is open afterwards. */
async function decide({ verifikator, decided }: Hour, outcome: Outcome): Promise<void> {
  const { page } = verifikator;
  const id = onDesk(page);
  expect(decided.has(id), `${id} is decided already`).toBe(false);
  if (outcome === 'teruskan') await verifikator.forward();
  if (outcome === 'perbaikan') await verifikator.sendBack();
  if (outcome === 'tolak') {
    await page.keyboard.press('x');
    await page.keyboard.press('0');
    await verifikator.saveAndGoOn();
  }
  if (outcome === 'koordinasi') {
    await page.keyboard.press('k');
    await page.keyboard.type('Apakah piagam dari luar daerah diterima?');
    await verifikator.saveAndGoOn();
  }
  decided.set(id, outcome);
}

/** Seven of ten forwarded, two returned, the rest refused or asked about. */
function outcomeAt(at: number): Outcome {
  if (at % 10 === 3 || at % 10 === 6) return 'perbaikan';
  if (at % 10 === 8) return at % 20 === 8 ? 'tolak' : 'koordinasi';
  return 'teruskan';
}

/** From wherever to the inbox, and by search to the usul of one person and type. */
async function searchAndOpen({ verifikator: { page } }: Hour, usul: Usul): Promise<void> {
  await toInbox(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(usul.employee.nip);
  await page.keyboard.press('Enter');
  const list = await toList(page);
  await expect(list).toContainText(usul.employee.nama, { ignoreCase: true });
  await page.keyboard.press('Home');
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('kekurangan')).toBeVisible();
    if (onDesk(page) === usul.id) return;
    await page.keyboard.press('Escape');
    await expect(list).toBeVisible();
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${usul.id} is not found by its NIP`);
}

async function toInbox(page: Page): Promise<void> {
  const title = page.getByRole('heading', { name: 'Kotak Masuk', level: 1 });
  for (let press = 0; press < 3 && !(await title.isVisible()); press += 1) {
    await page.keyboard.press('Escape');
    await expect(title.or(page.getByTestId('kekurangan')).first()).toBeVisible();
  }
  await expect(title).toBeVisible();
}

async function clearSearch(page: Page): Promise<void> {
  await toInbox(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await toList(page);
  await page.keyboard.press('Home');
}

/**
 * Works through the queue without a pointer, in every way that the desk has, and compares what the server has in the end.
 */
export async function tellHour({ page, context, desk }: Teller, length: HourLength): Promise<void> {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const pointer = await refusePointer(page);
  const verifikator = makeVerifikator(page);
  const decisions = () =>
    desk.db.selectFrom('decision').select(['usul_id', 'payload']).orderBy('chain_seq').execute();
  const before = new Set((await decisions()).map((row) => row.payload.id));
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const hour: Hour = { length, verifikator, waiting, decided: new Map(), rare: [] };
  const typeById = new Map(waiting.map((usul) => [usul.id, typeOf(usul)]));
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await workAtTheDesk(hour);
  await workThroughFaults(hour, context);

  const arrived = async () => (await decisions()).filter((row) => !before.has(row.payload.id));
  const total = hour.decided.size;
  await expect.poll(async () => (await arrived()).length, { timeout: 120_000 }).toBe(total);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const outcomes = (await arrived()).map((row) => [row.usul_id, row.payload.outcome]);
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(hour.decided));
  expect(outcomes).toHaveLength(total);
  const types = new Set([...hour.decided.keys()].map((id) => typeById.get(id)));
  if (length.rareBelow > 0) expect(types.size).toBe(recordTypeIdSchema.options.length);
  expect(pointer).toEqual([]);
  expect(faults).toEqual([]);
  await page.getByRole('button', { name: /Antrean Kirim/ }).click();
  await expect(page.getByText(`${total} terkirim`)).toBeVisible();
}

/** Both kinds of taking back, leaving and coming back, batches. */
async function workAtTheDesk(hour: Hour): Promise<void> {
  const { verifikator } = hour;
  const { page } = verifikator;
  await verifikator.openActive();
  await test.step('the most urgent one: a record to be deleted has one thing to judge', () =>
    decide(hour, outcomeAt(0)));

  await test.step('Ctrl+Z takes "semua sesuai" back, and each field is judged by itself', async () => {
    const id = onDesk(page);
    const notJudged = page.getByRole('group', { name: /, belum dinilai$/ });
    await verifikator.lookAtDocuments();
    const fields = await notJudged.count();
    await page.keyboard.press('a');
    await expect(notJudged).not.toHaveCount(fields);
    await page.keyboard.press('Control+z');
    await expect(notJudged).toHaveCount(fields);
    // Where something speaks against a field, or it is a golongan, the stroke left the focus there.
    while ((await page.locator('[data-field]').first().getAttribute('aria-current')) !== 'true')
      await page.keyboard.press('ArrowUp');
    for (let field = 0; field < fields; field += 1) await page.keyboard.press('s');
    await verifikator.answerWarnings();
    await verifikator.saveAndGoOn();
    hour.decided.set(id, 'teruskan');
  });

  await test.step('an usul left half judged is as it was when the person comes back', async () => {
    const id = onDesk(page);
    await expect(page.getByRole('group', { name: /, belum dinilai$/ }).nth(1)).toBeVisible();
    await page.keyboard.press('s');
    await page.keyboard.press('s');
    await page.keyboard.press('n');
    await page.keyboard.type('Tanyakan nomor piagam.');
    await page.keyboard.press('Escape');
    const active = page.locator('[data-field][aria-current="true"]');
    const place = await active.getAttribute('data-field');
    await verifikator.turnPage(']');
    await decide(hour, 'teruskan');
    await turnTo(hour, '[', (usul) => usul.id === id);
    await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
      'Tanyakan nomor piagam.',
    );
    await expect(page.getByRole('group', { name: /, Sesuai$/i })).toHaveCount(2);
    await expect(active).toHaveAttribute('data-field', place ?? '');
    await decide(hour, 'teruskan');
  });

  await test.step('a batch of one record type', () =>
    decideBatch(hour, 'y', (usul) => usul.recordType));

  await test.step('a batch of one person', () =>
    decideBatch(hour, 'i', (usul) => usul.employee.nip));

  // Late: by now what is held for ten seconds is not kept waiting by a screen that opens for the first time.
  await test.step('Z takes a decision back in time, and it is made otherwise', async () => {
    const id = onDesk(page);
    await verifikator.sendBack();
    await page.keyboard.press('z');
    await expect.poll(() => onDesk(page)).toBe(id);
    await expect(verifikator.gaps).toContainText('Lengkap');
    await page.keyboard.press('k');
    await page.keyboard.type('Mohon arahan.');
    await verifikator.saveAndGoOn();
    hour.decided.set(id, 'koordinasi');
  });
}

/** Decides so many: of the record types that are to be found by NIP as long as there are any, then as they lie there. */
async function goOn(hour: Hour, count: number): Promise<void> {
  const { verifikator, decided, rare } = hour;
  for (let done = 0; done < count; done += 1) {
    const usul = rare.shift();
    if (usul) await searchAndOpen(hour, usul);
    await decide(hour, outcomeAt(decided.size));
    if (!usul || rare.length > 0) continue;
    await clearSearch(verifikator.page);
    await verifikator.openActive();
  }
}

/** Search, a new start in the middle, a while without network, and the rest. */
async function workThroughFaults(hour: Hour, context: BrowserContext): Promise<void> {
  const { verifikator, decided, length, rare } = hour;
  const { page } = verifikator;
  await test.step('the rare record types, found by NIP', async () => {
    const met = new Set(hour.waiting.filter(({ id }) => decided.has(id)).map(typeOf));
    const types = rareTypes(leftOf(hour), length.rareBelow).filter(
      (usul) => !met.has(typeOf(usul)),
    );
    rare.push(...types);
    await goOn(hour, types.length);
  });

  await test.step('on, until the network is lost', async () => {
    while (decided.size < length.online) await decide(hour, outcomeAt(decided.size));
    await context.setOffline(true);
    await expect(verifikator.statusBar).toContainText('Luring');
    await decide(hour, outcomeAt(decided.size));
  });

  await test.step('the application is started anew, and on without network', async () => {
    await page.reload();
    await verifikator.unlock(busyVerifikator);
    await expect(verifikator.gaps).toBeVisible();
    await expect(verifikator.statusBar).toContainText('keputusan menunggu dikirim');
    await goOn(hour, length.offline - 1);
    await context.setOffline(false);
  });

  await goOn(hour, length.after);
}

function typeOf({ recordType }: Usul): RecordTypeId {
  return recordType;
}

/** One usul of each record type that seldom comes: these might be left over otherwise. */
function rareTypes(waiting: readonly Usul[], rareBelow: number): readonly Usul[] {
  const byType = new Map<RecordTypeId, Usul[]>();
  for (const usul of waiting) {
    byType.set(usul.recordType, [...(byType.get(usul.recordType) ?? []), usul]);
  }
  return [...byType.values()].filter((usuls) => usuls.length < rareBelow).map(([first]) => first!);
}

function leftOf({ waiting, decided }: Hour): readonly Usul[] {
  return waiting.filter(({ id }) => !decided.has(id));
}

/** Turns the pages of the queue until the usul on the desk is a wanted one. */
async function turnTo(
  hour: Hour,
  key: '[' | ']',
  isWanted: (usul: Usul) => boolean,
): Promise<Usul> {
  const { verifikator } = hour;
  for (let turn = 0; turn < 60; turn += 1) {
    const id = onDesk(verifikator.page);
    const usul = hour.waiting.find((one) => one.id === id);
    if (usul && !hour.decided.has(id) && isWanted(usul)) return usul;
    await verifikator.turnPage(key);
  }
  throw new Error('no such usul within 60 of the queue');
}

/**
 * Decides two usul in a row that have the same `trait`: the key narrows the queue to all that have it, leads on to the
 * second one past whatever lies between, and widens the queue again.
 */
async function decideBatch(
  hour: Hour,
  key: 'y' | 'i',
  trait: (usul: Usul) => string,
): Promise<void> {
  const { page } = hour.verifikator;
  const told = page.getByTestId('pengumuman');
  const alike = (usul: Usul): readonly Usul[] =>
    leftOf(hour).filter((one) => trait(one) === trait(usul));
  // Three, so that one is left to end the batch from; fewer than all, so that there is something to narrow.
  const first = await turnTo(hour, ']', (usul) => alike(usul).length >= 3);
  expect(alike(first).length).toBeLessThan(leftOf(hour).length);
  await page.keyboard.press(key);
  await expect(told).toContainText(`: ${alike(first).length} usul dalam daftar.`);
  for (const outcome of ['teruskan', 'perbaikan'] as const) {
    await decide(hour, outcome);
    expect(alike(first).map(({ id }) => id)).toContain(onDesk(page));
  }
  await page.keyboard.press(key);
  await expect(told).toContainText(`: ${leftOf(hour).length} usul dalam daftar.`);
}
