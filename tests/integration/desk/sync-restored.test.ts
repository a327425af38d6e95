import {
  comeBack,
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  setNetwork,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEpoch } from '#server/epoch/epochs.ts';
import { currentUsul } from '#tests/support/builders.ts';
import {
  decideAndDeliver,
  expectDelivered,
  RestoredOffice,
  signInAgain,
  withDatabase,
} from '#tests/support/desk/restored-office.ts';
import { makeOthers } from '#tests/support/others.ts';
import { until } from '#tests/support/until.ts';

let office: RestoredOffice;

beforeEach(async () => {
  office = await RestoredOffice.open();
});
afterEach(() => office.close());

describe('a backup from before three decisions', () => {
  test('others took the same numbers: the three are delivered again, once, and both PCs agree', async () => {
    const usul = await office.addUsul(3);
    const mine = await office.setUp('satu');
    const theirs = await office.setUp('dua');
    const desk = await openDesk(mine);
    const other = await openDesk(theirs);
    await hasUsul(desk, 3);
    const backup = await office.backUp();
    const ids: string[] = [];
    for (const one of usul) ids.push(await decideAndDeliver(desk, one));
    await office.goBack(backup);
    const fresh = await office.addUsul(3);
    await signInAgain(theirs, other);
    await hasUsul(other, 6);
    const others: string[] = [];
    for (const one of fresh) others.push(await decideAndDeliver(other, one));

    await signInAgain(mine, desk);
    await expectDelivered(office, desk, ids);
    await expectDelivered(office, other, others);
    await until(() => expect(desk.sync.getState().notices.deliveredAgain).toBe(3));
    await hasUsul(desk, 6);
    const rows = desk.inbox.getState().rows.map(({ id, version }) => ({ id, version }));
    for (const one of [...usul, ...fresh]) {
      const { version } = await currentUsul(office.server.db, one.id);
      expect(rows).toContainEqual({ id: one.id, version });
    }

    await desk.sync.getState().seeDeliveredAgain();
    await withDatabase(mine, async ({ meta }) =>
      expect(await meta.get('deliveredAgain')).toBeUndefined(),
    );
  });

  test('an usul that moved on meanwhile: the decision comes back with its reason', async () => {
    const {
      usul: [usul],
      mine,
      desk,
      backup,
    } = await office.sitDown(1);
    const id = await decideAndDeliver(desk, usul!);
    await office.goBack(backup);
    await makeOthers(office.server).returnToAsn(usul!);
    await signInAgain(mine, desk);
    await hasState(desk, id, 'ditolak');
    await until(() => expect(desk.outbox.getState().refused).toBe(1));
    const entry = desk.outbox.getState().entries.find(({ decision }) => decision.id === id);
    expect(entry?.state).toMatchObject({ error: { kind: 'usul_berubah' } });
    expect(await deliveredIds(office.server)).not.toContain(id);
  });

  test('two PCs of one account each deliver their own again', async () => {
    const usul = await office.addUsul(2);
    const first = await office.setUp('satu');
    const second = await office.setUpOther(first);
    const [one, two] = [await openDesk(first), await openDesk(second)];
    await hasUsul(one, 2);
    await hasUsul(two, 2);
    const backup = await office.backUp();
    const mine = await decideAndDeliver(one, usul[0]!);
    const theirs = await decideAndDeliver(two, usul[1]!);
    await office.goBack(backup);
    await signInAgain(second, two);
    await expectDelivered(office, two, [theirs]);
    await signInAgain(first, one);
    await expectDelivered(office, one, [mine]);
    await expectDelivered(office, two, [theirs]);
    expect((await deliveredIds(office.server)).toSorted()).toEqual([mine, theirs].toSorted());
  });

  test('a PC that was away all the while delivers what it holds and what waited', async () => {
    const { usul, mine, desk, backup } = await office.sitDown(2);
    const delivered = await decideAndDeliver(desk, usul[0]!);
    setNetwork(mine, false);
    const waiting = await decide(desk, usul[1]!);
    await office.goBack(backup);
    mine.pc.close();
    const back = await comeBack(mine);
    await signInAgain(mine, back);
    await expectDelivered(office, back, [delivered, waiting]);
    expect(await deliveredIds(office.server)).toHaveLength(2);
  });

  test('restored twice, the second time to before the first: delivered again each time', async () => {
    const { usul, mine, desk, backup } = await office.sitDown(2);
    const ids = [await decideAndDeliver(desk, usul[0]!)];
    for (const next of [usul[1], undefined]) {
      await office.goBack(backup);
      await signInAgain(mine, desk);
      await expectDelivered(office, desk, ids);
      if (next) ids.push(await decideAndDeliver(desk, next));
    }
    await expectDelivered(office, desk, ids);
    expect((await readEpoch(office.server.db)).number).toBe(3);
  });

  test('the whole disk went back while a decision waits: what is delivered first hides nothing', async () => {
    const { usul, mine, desk, backup } = await office.sitDown(2);
    const id = await decideAndDeliver(desk, usul[0]!);
    await office.goBack(backup, 'disk');
    const waiting = await decide(desk, usul[1]!);
    await signInAgain(mine, desk);
    await expectDelivered(office, desk, [id, waiting]);
    expect((await readEpoch(office.server.db)).number).toBe(2);
  });

  test('the whole disk went back, mark and all: the PC itself makes it known', async () => {
    const { usul, mine, desk, backup } = await office.sitDown(2);
    const id = await decideAndDeliver(desk, usul[0]!);
    await office.goBack(backup, 'disk');
    await signInAgain(mine, desk);
    await expectDelivered(office, desk, [id]);
    expect((await readEpoch(office.server.db)).number).toBe(2);
    await expectDelivered(office, desk, [id, await decideAndDeliver(desk, usul[1]!)]);
  });
});
