import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { makeTestPc } from '#tests/support/desk/fake-desk.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { applyResults, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { saveCommand } from '#renderer/data/outbox/outbox.ts';
import { applyChanges, requestRebuild } from '#renderer/data/feed/feed.ts';
import { agreeToRemovals, readHeldRemovals } from '#renderer/data/feed/held-removals.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const at = new Date('2026-11-22T03:00:00.000Z');
const today = localDateOf(at);
let database: AccountDatabase;
let cursor: string | undefined;
let pages = 0;

beforeEach(() => {
  database = makeTestDatabase();
  cursor = undefined;
});

const many = (count: number, from = 1): Usul[] =>
  Array.from({ length: count }, (_, n) => sampleUsul(from + n));
const told = (usul: readonly Usul[]): Change[] =>
  usul.map((one) => ({ kind: 'usul', seq: 1, usul: one }));
const moved = (usul: readonly Usul[]): Change[] =>
  usul.map(({ id }) => ({ kind: 'keluar', seq: 1, usulId: id, position: null }));
const settled = (usul: readonly Usul[]): Change[] =>
  usul.map(({ id }) => ({
    kind: 'keluar',
    seq: 1,
    usulId: id,
    position: { kind: 'selesai', result: 'disetujui' },
  }));

/** The server answers one page. */
async function page(changes: readonly Change[], remaining = 0): Promise<void> {
  pages += 1;
  const next = `halaman-${pages}`;
  const body = {
    changes: [...changes],
    cursor: next,
    remaining,
    serverTime: at.toISOString(),
  };
  expect(await applyChanges(database, body, cursor, today)).not.toBeNull();
  cursor = next;
}

/** The server no longer knows the cursor. */
async function forgetCursor(): Promise<void> {
  await requestRebuild(database, at);
  cursor = undefined;
}

const here = (): Promise<number> => database.usul.count();

describe('a pull that would take 90 % or more of the local usul away', () => {
  test('takes nothing away in a rebuild before a person agrees', async () => {
    await page(told(many(100)));
    await forgetCursor();
    await page(told(many(10)));
    expect(await here()).toBe(100);
    expect(await database.usulBodies.count()).toBe(100);
    expect(await readHeldRemovals(database)).toEqual({ gone: 90, of: 100, agreed: false });
    await page([]);
    expect(await here()).toBe(100);
  });

  test('takes nothing away when they leave one by one, over several pages', async () => {
    const usul = many(100);
    await page(told(usul));
    await page(moved(usul.slice(0, 50)), 50);
    await page(moved(usul.slice(50)));
    expect(await here()).toBe(100);
    expect(await readHeldRemovals(database)).toEqual({ gone: 100, of: 100, agreed: false });
  });

  test('takes away what a person agreed to with the next pull', async () => {
    await page(told(many(100)));
    await forgetCursor();
    await page(told(many(5)));
    await agreeToRemovals(database, 95);
    expect(await readHeldRemovals(database)).toMatchObject({ agreed: true });
    await page([]);
    expect(await here()).toBe(5);
    expect(await readHeldRemovals(database)).toBeNull();
  });

  test('asks anew when more would go than a person agreed to', async () => {
    const usul = many(100);
    await page(told(usul));
    await page(moved(usul.slice(0, 90)));
    await agreeToRemovals(database, 90);
    await page(moved(usul.slice(90)));
    expect(await here()).toBe(100);
    expect(await readHeldRemovals(database)).toEqual({ gone: 100, of: 100, agreed: false });
  });

  test('forgets about it when the server tells of them again', async () => {
    const usul = many(100);
    await page(told(usul));
    await forgetCursor();
    await page([]);
    await page(told(usul.slice(0, 60)), 40);
    await page(told(usul.slice(60)));
    expect(await here()).toBe(100);
    expect(await readHeldRemovals(database)).toBeNull();
  });

  test('also holds back the whole desk of a person who was moved to another office', async () => {
    await page(told(many(30)));
    await forgetCursor();
    await page(told(many(300, 1000)));
    expect(await here()).toBe(330);
    expect(await readHeldRemovals(database)).toEqual({ gone: 30, of: 30, agreed: false });
  });

  test('also after a rebuild that was broken off and begun again', async () => {
    await page(told(many(100)));
    await forgetCursor();
    await page(told(many(50, 1000)), 10);
    await forgetCursor();
    await page(told(many(50, 1000)));
    expect(await here()).toBe(150);
    expect(await readHeldRemovals(database)).toMatchObject({ gone: 100 });
  });
});

describe('a normal day', () => {
  test('on which every usul was settled asks nothing', async () => {
    const usul = many(100);
    await page(told(usul));
    await page(settled(usul));
    expect(await here()).toBe(0);
    expect(await readHeldRemovals(database)).toBeNull();
  });

  test('in an office with fewer than 20 usul asks nothing', async () => {
    await page(told(many(19)));
    await forgetCursor();
    await page([]);
    expect(await here()).toBe(0);
  });

  test('on which 89 of 100 go elsewhere asks nothing', async () => {
    const usul = many(100);
    await page(told(usul));
    await page(moved(usul.slice(0, 89)));
    expect(await here()).toBe(11);
  });

  test('on which the server forgets the cursor asks nothing for what was decided here and accepted', async () => {
    const usul = many(25);
    await page(told(usul));
    for (const [n, one] of usul.entries()) {
      expect(await saveCommand(database, rejectionOf(one, n, at))).toEqual({ ok: true });
    }
    const sent = await takeBatch(database, 100, { now: at.getTime(), holdMs: 0 });
    const results = sent.map(({ id }, n) => ({
      kind: 'diterima' as const,
      id,
      receivedAt: at.toISOString(),
      chainSeq: n + 1,
      hash: 'h',
    }));
    await applyResults(database, results, at);
    await forgetCursor();
    await page([]);
    expect(await here()).toBe(0);
    expect(await readHeldRemovals(database)).toBeNull();
  });
});

describe('at the desk', () => {
  test('removals that are held back are told, and happen once the person agreed', async () => {
    const usul = many(25);
    const server = makeFakeServer(usul, new Map());
    const pc = makeTestPc(() => server.api);
    const desk = pc.openDesk();
    expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(25));
    for (const { id } of usul.slice(0, 24)) server.remove(id);
    desk.sync.getState().syncNow();
    const held = () => desk.sync.getState().notices.heldRemovals;
    await until(() => expect(held()).toEqual({ gone: 24, of: 25, agreed: false }));
    expect(desk.inbox.getState().rows).toHaveLength(25);
    expect(await desk.sync.getState().agreeToRemovals(24)).toEqual({ ok: true });
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(1));
    await until(() => expect(held()).toBeNull());
    pc.close();
  });
});
