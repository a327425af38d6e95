import {
  comeBack,
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { addUsul } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;

beforeEach(async () => {
  server = await startOffice();
  mine = await setUpPc(server, 'satu');
});

afterEach(async () => {
  await stopOffice(server, [mine]);
});

const year = 365 * 86_400_000;
const minute = 60_000;
const calls = (route: string): number =>
  mine.network.reached.filter((call) => call.endsWith(route)).length;

async function saysItIsOff(desk: RunningDesk, by: number): Promise<void> {
  await until(() => {
    const { clockAheadMs } = desk.sync.getState().notices;
    expect(Math.abs(clockAheadMs - by)).toBeLessThan(minute);
  });
}

describe.each([
  ['ten years ahead', 10 * year],
  ['ten years behind', -10 * year],
])('a PC clock that is %s', (_, ahead) => {
  test('brings usul and documents, and delivers decisions once, with no renewal after renewal', async () => {
    mine.pc.clockAheadMs = ahead;
    const [one, other] = [
      await addUsul(server.db, server.documents, 'dinas-a'),
      await addUsul(server.db, server.documents, 'dinas-a'),
    ];
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    const ids = [await decide(desk, one), await decide(desk, other)];
    for (const id of ids) await hasState(desk, id, 'terkirim');
    expect((await deliveredIds(server)).toSorted()).toEqual(ids.toSorted());
    await until(() => expect(desk.sync.getState().progress.doneDocuments).toBe(2));
    expect(calls('/session/refresh')).toBe(0);
    await saysItIsOff(desk, ahead);
  });

  test('counts its days by the server, also after a restart without network', async () => {
    await addUsul(server.db, server.documents, 'dinas-a');
    mine.pc.clockAheadMs = ahead;
    await saysItIsOff(await openDesk(mine), ahead);
    mine.pc.close();
    mine.network.weather = 'putus';
    mine.pc.online = false;
    const desk = await comeBack(mine);
    await saysItIsOff(desk, ahead);
    expect(localDateOf(desk.serverNow())).toBe(localDateOf(new Date()));
    const { lastContact } = desk.sync.getState();
    expect(Math.abs(Date.parse(lastContact ?? '') - Date.now())).toBeLessThan(minute);
  });

  test('that jumps in the middle of the work holds nothing back', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    mine.pc.clockAheadMs = ahead;
    // What the rules call today does not jump with it, before the next exchange and after.
    expect(localDateOf(desk.serverNow())).toBe(localDateOf(new Date()));
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
    await saysItIsOff(desk, ahead);
    expect(localDateOf(desk.serverNow())).toBe(localDateOf(new Date()));
    // A token that looks long over is renewed once; one that looks good for years is used until the server says no.
    expect(calls('/session/refresh')).toBeLessThanOrEqual(1);
    server.clock.set(new Date(Date.now() + 2 * 3_600_000));
    const later = await addUsul(server.db, server.documents, 'dinas-a');
    desk.sync.getState().syncNow();
    await hasUsul(desk, 2);
    await hasState(desk, await decide(desk, later), 'terkirim');
    expect(calls('/session/refresh')).toBeLessThanOrEqual(3);
    mine.pc.clockAheadMs = 0;
    await saysItIsOff(desk, -2 * 3_600_000);
  });

  test('keeps what was delivered in the list', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    mine.pc.clockAheadMs = ahead;
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
    await server.db.updateTable('feed_entry').set({ present: false }).execute();
    await server.db
      .updateTable('feed_counter')
      .set({ epoch: 'f'.repeat(32) })
      .execute();
    desk.sync.getState().syncNow();
    await hasUsul(desk, 0);
    mine.pc.close();
    const again = await comeBack(mine);
    await hasState(again, id, 'terkirim');
    expect(again.outbox.getState().entries).toHaveLength(1);
  });
});
