import {
  comeBack,
  decide,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reservedBytes } from '#renderer/workers/sync/documents/disk-room.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { addDocument, addUsul } from '#tests/support/builders.ts';
import { makeGate } from '#tests/support/gate.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;
/** Ranges that were asked for, in their order; a call that asks for all of a document has none. */
let ranges: (string | undefined)[];

beforeEach(async () => {
  server = await startOffice();
  mine = await setUpPc(server, 'satu');
  ranges = [];
});

afterEach(async () => {
  await stopOffice(server, [mine]);
});

const isDocument = (path: string): boolean => path.startsWith('/api/v1/documents/');
const shaOf = (usul: Usul): string => usul.documents[0]!.sha256;
const kilobyte = 1024;

/** An usul whose document takes three pieces. */
async function addLongUsul(): Promise<Usul> {
  const document = await addDocument(server.db, server.documents, 'x'.repeat(600 * kilobyte));
  return addUsul(server.db, server.documents, 'dinas-a', { documents: [document] });
}

/** The line is cut after so many pieces, and stays so. */
function cutAfter(pieces: number): void {
  let left = pieces;
  mine.network.instead = ({ path, headers }) => {
    if (!isDocument(path)) return null;
    ranges.push(headers.range);
    left -= 1;
    // What the weather does to a call is settled when it comes: this one still passes.
    if (left === 0) {
      mine.network.only = '/api/v1/documents/';
      mine.network.weather = 'jawaban_terpotong';
    }
    return null;
  };
}

function mend(): void {
  mine.network.weather = 'baik';
  mine.network.instead = ({ path, headers }) => {
    if (isDocument(path)) ranges.push(headers.range);
    return null;
  };
}

async function allFetched(desk: RunningDesk, count: number): Promise<void> {
  await until(() => {
    desk.sync.getState().syncNow();
    expect(desk.sync.getState().progress.doneDocuments).toBe(count);
  });
}

describe('documents on a line that breaks', () => {
  test('go on where the line broke, also after a restart of the application', async () => {
    const usul = await addLongUsul();
    cutAfter(2);
    const before = await openDesk(mine);
    await hasUsul(before, 1);
    await until(() => expect(ranges.length).toBeGreaterThanOrEqual(3));
    mine.pc.close();
    const asked = [...ranges];
    expect(asked.slice(0, 3)).toEqual([
      'bytes=0-262143',
      'bytes=262144-524287',
      expect.stringMatching(/^bytes=524288-/),
    ]);
    ranges = [];
    mend();
    const after = await comeBack(mine);
    await allFetched(after, 1);
    expect(ranges).toEqual([expect.stringMatching(/^bytes=524288-/)]);
    const loaded = await after.loadDocument(shaOf(usul));
    expect(loaded).toMatchObject({ ok: true });
  });

  test('come at most three at once, the most urgent deadlines first', async () => {
    const usuls: Usul[] = [await addUsul(server.db, server.documents, 'dinas-a')];
    for (const days of [5, 4, 3, 2, 1, -1]) {
      const overrides = { deadline: addDays(usuls[0]!.deadline, days) };
      usuls.push(await addUsul(server.db, server.documents, 'dinas-a', overrides));
    }
    const byUrgency = usuls.toSorted((a, b) => a.deadline.localeCompare(b.deadline)).map(shaOf);
    const gate = makeGate();
    const begun: string[] = [];
    let running = 0;
    let most = 0;
    mine.network.instead = async ({ path }) => {
      if (!isDocument(path)) return null;
      begun.push(path.slice(-64));
      running += 1;
      most = Math.max(most, running);
      await gate.opened;
      running -= 1;
      return null;
    };
    const desk = await openDesk(mine);
    await hasUsul(desk, 7);
    await until(() => expect(begun).toHaveLength(3));
    desk.sync.getState().syncNow();
    gate.open();
    await allFetched(desk, 7);
    expect(most).toBe(3);
    // The first three leave together, and which of them reaches the server first is the network's affair.
    expect(begun.slice(0, 3).toSorted()).toEqual(byUrgency.slice(0, 3).toSorted());
    expect(begun.toSorted()).toEqual(byUrgency.toSorted());
  });
});

describe('documents on a disk that is nearly full', () => {
  test('wait and say so, go on by themselves when there is room, and never hold decisions back', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    mine.pc.freeBytes = reservedBytes - 1;
    mend();
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    const left = () => desk.sync.getState().notices.diskLeftBytes;
    await until(() => expect(left()).toBe(reservedBytes - 1));
    expect(ranges).toEqual([]);
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
    expect(ranges).toEqual([]);
    mine.pc.freeBytes = reservedBytes * 2;
    await until(() => expect(desk.sync.getState().progress.doneDocuments).toBe(1));
    expect(left()).toBeNull();
  });

  test('still come one by one to the person who waits for them', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    mine.pc.freeBytes = reservedBytes / 2;
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    expect(await desk.loadDocument(shaOf(usul))).toMatchObject({ ok: true });
  });
});
