import { comeBack, hasState, hasUsul, openDesk, setNetwork } from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneLeftovers } from '#renderer/data/account/prune-leftovers.ts';
import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { outboxRowSchema } from '#renderer/data/schema/stored-rows.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import {
  decideAndDeliver,
  expectDelivered,
  RestoredOffice,
  signInAgain,
  withDatabase,
} from '#tests/support/desk/restored-office.ts';
import { until } from '#tests/support/until.ts';

let office: RestoredOffice;

beforeEach(async () => {
  office = await RestoredOffice.open();
});
afterEach(() => office.close());

test('what left the outbox after a quarter is delivered again all the same', async () => {
  const { usul, mine, desk, backup } = await office.sitDown(2);
  const id = await decideAndDeliver(desk, usul[0]!);
  await until(async () => {
    const here = await withDatabase(mine, (database) => database.usul.count());
    expect(here).toBe(2);
  });
  await office.goBack(backup);
  const { receipts, outbox } = await withDatabase(mine, async (database) => {
    await database.usul.clear();
    await pruneLeftovers(database, Date.now() + 120 * 86_400_000);
    return {
      receipts: await database.receipts.toCollection().primaryKeys(),
      outbox: await database.outbox.toCollection().primaryKeys(),
    };
  });
  expect({ receipts, outbox }).toEqual({ receipts: [id], outbox: [] });
  await signInAgain(mine, desk);
  await expectDelivered(office, desk, [id]);
  expect(await withDatabase(mine, (database) => database.receipts.count())).toBe(0);
});

test('receipts that lie in the journal alone, after the store was erased, are enough', async () => {
  const { usul, mine, desk, backup } = await office.sitDown(3);
  const ids = [await decideAndDeliver(desk, usul[0]!), await decideAndDeliver(desk, usul[1]!)];
  await until(async () => {
    const settled = await withDatabase(mine, (database) => database.outbox.count());
    expect(settled).toBe(2);
  });
  await desk.flush();
  await office.goBack(backup);
  mine.pc.close();
  // The same disk on a PC whose browser has reset its database.
  const again = await office.setUpOther(mine);
  for (const [accountId, bytes] of mine.pc.disk.files) again.pc.disk.files.set(accountId, bytes);
  const empty = await openDesk(again);
  await expectDelivered(office, empty, ids);
  // Nobody decides a second time what was decided already.
  await hasUsul(empty, 3);
  await until(() =>
    expect(empty.inbox.getState().rows.filter(({ version }) => version === 2)).toHaveLength(2),
  );
});

test('a PC that is revoked hands over what the server lost before it keeps nothing', async () => {
  const { usul, mine, desk, backup } = await office.sitDown(1);
  const id = await decideAndDeliver(desk, usul[0]!);
  const host = openHostDatabase(mine.pc.indexedDb);
  const deviceId = await ensureDeviceId(host);
  host.close();
  await office.goBack(backup);
  await revokeDevice(office.server.db, deviceId, new Date(Date.now() + 1000));
  setNetwork(mine, true);
  await until(() => expect(desk.session.getState().session.kind).toBe('keluar'));
  const waiting = await findWaiting(office.server.db);
  expect(waiting.map(({ decisionId }) => decisionId)).toEqual([id]);
});

test('a PC that delivered before there were receipts is asked once, and fetches nothing again', async () => {
  const usul = await office.addUsul(2);
  const mine = await office.setUp('satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 2);
  const id = await decideAndDeliver(desk, usul[0]!);
  mine.pc.close();
  await withDatabase(mine, async (database) => {
    const row = outboxRowSchema.parse(await database.outbox.get(id));
    const { receipt: _receipt, ...progress } = { receipt: '', ...row.progress };
    await database.outbox.put({ ...row, progress });
    await database.meta.bulkDelete(['epoch', 'newestReceipt', 'shownReceipt', 'receiptsAskedUpTo']);
  });
  mine.network.reached.length = 0;
  await hasUsul(await comeBack(mine), 2);
  await until(async () =>
    expect(
      await withDatabase(mine, async ({ outbox, meta }) => ({
        row: await outbox.get(id),
        newest: await meta.get('newestReceipt'),
      })),
    ).toMatchObject({
      row: { progress: { kind: 'terkirim', receipt: expect.any(String) } },
      newest: { value: { id } },
    }),
  );
  const events: unknown[] = await withDatabase(mine, ({ audit }) => audit.toArray());
  expect(events.filter((row) => JSON.stringify(row).includes('sinkron_ulang'))).toEqual([]);
  expect(mine.network.reached.filter((call) => call.includes('/receipts'))).toHaveLength(1);
});

test('a server that cannot be asked (contract 5) is not asked over and over', async () => {
  const usul = await office.addUsul(1);
  const mine = await office.setUp('satu');
  mine.network.instead = ({ path }) => {
    if (!path.includes('/receipts')) return null;
    const error = { kind: 'tidak_ditemukan', message: 'Tidak ada.', action: 'Periksa.' };
    const body = Buffer.from(JSON.stringify({ error }));
    return { status: 404, headers: { 'content-type': 'application/json' }, body };
  };
  const desk = await openDesk(mine);
  await hasUsul(desk, 1);
  const id = await decideAndDeliver(desk, usul[0]!);
  await withDatabase(mine, (database) =>
    database.meta.put({ key: 'receiptsAskedUpTo', value: '' }),
  );
  desk.sync.getState().syncNow();
  await until(async () => {
    const asked = await withDatabase(mine, ({ meta }) => meta.get('receiptsAskedUpTo'));
    expect(asked).toBeUndefined();
  });
  await hasState(desk, id, 'terkirim');
});
