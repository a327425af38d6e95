import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import { makeFailingDisk, type FailingDisk } from '#tests/support/desk/failing-disk.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import { succeed } from '#shared/kernel/result.ts';
import { makeFakeReader, pageWith, plainMatcher } from '#tests/support/desk/fake-evidence.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { givenEvidence } from '#tests/support/evidence/evidence-desk.ts';
import { until } from '#tests/support/until.ts';

const numbers = [1, 2, 3, 4];
let disk: FailingDisk;

beforeEach(() => {
  disk = makeFailingDisk();
});

afterEach(() => disk.restore());

const given = givenEvidence({
  count: numbers.length,
  pages: (n) => [pageWith([`Organisasi ${n}`, 'Anggota']), pageWith(['lampiran'], 2)],
  readsAhead: true,
});

const ahead = (desk: RunningDesk) => desk.evidence.getState().ahead;
const read = (): readonly string[] => given.reader.orders.map(({ sha256 }) => sha256);
async function isDone(desk: RunningDesk): Promise<void> {
  await until(() => expect(ahead(desk).state).toBe('selesai'));
}

/** Resolves when whatever could be begun has been: the queue was looked at, and something had time to follow from it. */
async function settled(desk: RunningDesk): Promise<void> {
  await until(() => expect(ahead(desk).totalDocuments).toBe(numbers.length));
  await new Promise((resolve) => {
    setTimeout(resolve, 60);
  });
  expect(ahead(desk).totalDocuments).toBe(numbers.length);
}

test('the next usul are read while nothing else happens, and opening one orders nothing', async () => {
  const desk = await given.seated();
  await isDone(desk);
  expect(ahead(desk)).toMatchObject({ doneDocuments: 4, totalDocuments: 4, secondsLeft: 0 });
  expect(new Set(read())).toEqual(new Set(numbers.map(shaOf)));
  expect(given.reader.orders.every(({ queries }) => queries.length > 0)).toBe(true);
  await openUsul(desk, 3);
  // Shown before anything was opened or compared.
  expect(desk.currentCase.getState().current.kind).toBe('terbuka');
  await until(() => expect(desk.evidence.getState().reading.kind).toBe('selesai'));
  expect(desk.evidence.getState().fields).toMatchObject({
    namaOrganisasi: { status: 'ditemukan' },
    jabatanOrganisasi: { status: 'ditemukan' },
  });
  expect(given.reader.orders).toHaveLength(4);
  await until(() => expect(given.reader.rested).toBeGreaterThan(0));
});

test('begins at the open usul, which goes first', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  const opened = numbers.find((n) => shaOf(n) !== read()[0])!;
  await openUsul(desk, opened);
  await until(() => expect(read()).toHaveLength(2));
  expect(given.reader.signals[0]?.aborted).toBe(true);
  expect(read()[1]).toBe(shaOf(opened));
  given.reader.release();
  await isDone(desk);
  expect(read()).toHaveLength(numbers.length + 1);
});

test('what is read ahead of the usul that is opened is finished, not begun again', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  const first = numbers.find((n) => shaOf(n) === read()[0])!;
  await openUsul(desk, first);
  await until(() => expect(desk.evidence.getState().reading.kind).toBe('membaca'));
  given.reader.release();
  await isDone(desk);
  expect(desk.evidence.getState().fields['namaOrganisasi']?.status).toBe('ditemukan');
  expect(read()).toHaveLength(numbers.length);
});

test('few pages are read ahead, the rest when the usul is opened', async () => {
  given.use(makeFakeReader(), { timing: { aheadPages: 1 } });
  given.reader.pages.set(shaOf(2), [pageWith(['Organisasi 2']), pageWith(['Anggota'], 2)]);
  const desk = await given.seated();
  await isDone(desk);
  expect(given.reader.orders.map(({ pages }) => pages)).toEqual([1, 1, 1, 1]);
  await openUsul(desk, 2);
  // What is known stands while the rest is read.
  await until(() =>
    expect(desk.evidence.getState().fields).toMatchObject({
      namaOrganisasi: { status: 'ditemukan' },
      jabatanOrganisasi: { status: 'ditemukan', place: { page: 2 } },
    }),
  );
  expect(given.reader.orders).toHaveLength(5);
  expect(given.reader.orders[4]).toMatchObject({
    sha256: shaOf(2),
    known: { pages: [{ page: 1 }] },
  });
});

test('goes on after a restart where it was, and reads anew for another engine', async () => {
  await isDone(await given.seated());
  given.at.pc.close();
  await isDone(await given.seated());
  expect(given.reader.orders).toHaveLength(4);
  given.at.pc.close();
  given.use(makeFakeReader('mesin-2'));
  await isDone(await given.seated());
  expect(given.reader.orders).toHaveLength(4);
});

test('rests while the person types, and gives a document up when typing goes on', async () => {
  given.use(makeFakeReader(), { timing: { graceMs: -1 } });
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  const typing = setInterval(() => given.around.press(), 5);
  await until(() => expect(given.reader.signals[0]?.aborted).toBe(true));
  await settled(desk);
  expect(read()).toHaveLength(1);
  expect(ahead(desk).state).toBe('menunggu');
  clearInterval(typing);
  given.reader.release();
  await isDone(desk);
});

test('a document in hand is finished while a key is pressed', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  given.around.press();
  expect(given.reader.signals[0]?.aborted).toBe(false);
  given.reader.release();
  await isDone(desk);
  expect(read()).toHaveLength(numbers.length);
});

test('stops for the battery', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  given.around.power(true);
  expect(given.reader.signals[0]?.aborted).toBe(true);
  given.reader.release();
  await settled(desk);
  expect(ahead(desk).state).toBe('menunggu');
  // The open usul is read all the same.
  await openUsul(desk, 2);
  await until(() => expect(desk.evidence.getState().reading.kind).toBe('selesai'));
  given.around.power(false);
  await isDone(desk);
});

test('stops when the person says so, also after a restart', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  desk.evidence.getState().pauseAhead(true);
  expect(given.reader.signals[0]?.aborted).toBe(true);
  expect(ahead(desk).state).toBe('dijeda');
  await desk.flush();
  given.at.pc.close();
  given.reader.release();
  const again = await given.seated();
  await until(() => expect(ahead(again)).toMatchObject({ state: 'dijeda', totalDocuments: 4 }));
  await settled(again);
  expect(read()).toHaveLength(1);
  again.evidence.getState().pauseAhead(false);
  await isDone(again);
});

test('stops at the lock, and goes on when the desk is opened', async () => {
  given.reader.held = true;
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  await desk.session.getState().lock();
  expect(given.reader.signals[0]?.aborted).toBe(true);
  expect(ahead(desk)).toMatchObject({ state: 'mati', totalDocuments: 0 });
  given.reader.release();
  expect(await desk.session.getState().unlock('benar')).toEqual({ ok: true });
  await isDone(desk);
});

test('a page that failed by chance is tried again in the next sitting, not in this one', async () => {
  given.reader.answer = async ({ sha256 }) => ({
    sha256,
    engine: 'mesin-1',
    pageCount: 2,
    failure: null,
    pages: [pageWith(['Anggota'])],
    failedPages: [{ page: 2, failure: 'gagal' }],
  });
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(numbers.length));
  await settled(desk);
  expect(read()).toHaveLength(numbers.length);
  await until(() => expect(ahead(desk)).toMatchObject({ state: 'menunggu', doneDocuments: 0 }));
  given.at.pc.close();
  given.reader.answer = null;
  await isDone(await given.seated());
  expect(new Set(read().slice(numbers.length))).toEqual(new Set(numbers.map(shaOf)));
  expect(given.reader.orders.at(-1)).toMatchObject({ known: { pages: [{ page: 1 }] } });
});

test('leaves the turn to another window, and takes it when that one is done', async () => {
  given.around.taken = true;
  const desk = await given.seated();
  await settled(desk);
  expect(read()).toEqual([]);
  given.around.taken = false;
  await isDone(desk);
});

test('a full disk stops it: nothing is read for nothing', async () => {
  disk.full.add('readings');
  const desk = await given.seated();
  await until(() => expect(read()).toHaveLength(1));
  await settled(desk);
  expect(read()).toHaveLength(1);
  // What a person opens is read, and shown.
  const other = numbers.find((n) => shaOf(n) !== read()[0])!;
  await openUsul(desk, other);
  await until(() => expect(desk.evidence.getState().reading.kind).toBe('selesai'));
  expect(desk.evidence.getState().fields['namaOrganisasi']?.status).toBe('ditemukan');
});

test('what took too long is read again after all others, and a few times only', async () => {
  let attempts = 0;
  const late = shaOf(2);
  given.reader.answer = async ({ sha256 }) => {
    const done = { sha256, engine: 'mesin-1', pageCount: 1, failure: null };
    if (sha256 !== late) return { ...done, pages: [pageWith(['Organisasi'])] };
    attempts += 1;
    return { ...done, failure: 'terlalu_lama', pages: [], attempts };
  };
  given.reader.held = true;
  const desk = await given.seated();
  await settled(desk);
  given.reader.release();
  await isDone(desk);
  const others = numbers.map(shaOf).filter((sha256) => sha256 !== late);
  expect(new Set(read().slice(0, numbers.length))).toEqual(new Set([late, ...others]));
  expect(read().slice(numbers.length)).toEqual([late, late]);
});

test('what documents say against their usul is known to the lists before anybody opens it, and after a restart', async () => {
  const looked: string[] = [];
  const warn: typeof plainMatcher.warn = async (_usul, documents) => {
    const shas = documents.map(({ document }) => document.sha256);
    looked.push(...shas);
    return succeed(shas.filter((sha256) => sha256 === shaOf(2)).map(foreign));
  };
  given.use(makeFakeReader(), { matcher: { ...plainMatcher, warn } });
  const desk = await given.seated();
  const found = Object.fromEntries(numbers.map((n) => [sampleUsul(n).id, n === 2 ? 1 : 0]));
  await until(() => expect(counts(desk)).toEqual(found));
  await until(() => expect(new Set(looked)).toEqual(new Set(numbers.map(shaOf))));
  // It is written a moment later.
  const database = openAccountDatabase(fakeAccountId, given.at.pc.vault, given.at.pc.indexedDb);
  await until(async () => {
    const written = await readSealedMeta(database, 'documentFindings');
    expect(Object.keys(written ?? {})).toHaveLength(numbers.length);
  });
  database.close();
  given.at.pc.close();
  looked.length = 0;
  const again = await given.seated();
  await until(() => expect(counts(again)).toEqual(found));
  await settled(again);
  expect(looked).toEqual([]);

  // Of another version nothing is known before it is looked at again.
  given.at.server.change(sampleUsul(2, { version: 2 }));
  again.sync.getState().syncNow();
  await until(() => expect(looked).toEqual([shaOf(2)]));
  await until(() => expect(counts(again)).toEqual(found));
});

/** What the lists know of the documents of each usul. */
function counts(desk: RunningDesk): Readonly<Record<string, number>> {
  const { rows } = desk.inbox.getState();
  return Object.fromEntries(rows.map(({ id, documentFindings }) => [id, documentFindings]));
}

function foreign(sha256: string): DocumentWarning {
  const reason = 'ORANG_LAIN';
  return { sha256, kind: 'orang_lain', page: null, flaws: [], detail: 'Budi', reason };
}
