import { sessionSentences } from '#renderer/core/session/session-sentences.ts';
import {
  decide,
  deliveredIds,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accountMigrations } from '#renderer/data/migrations/account-migrations.ts';
import { countWaiting, readWaiting } from '#renderer/data/outbox/read-waiting.ts';
import { isNewerDatabase } from '#renderer/data/schema/newer-database.ts';
import { changeAccountRow } from '#renderer/data/keyring/host.ts';
import {
  accountDatabaseName,
  openAccountDatabase,
  openHostDatabase,
} from '#renderer/data/schema/open-database.ts';
import { lockedVault } from '#renderer/data/sealing/vault.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { addUsul, testPassword } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;
let waiting: string[];
// The window in which they were made.
let locked: RunningDesk;

/** A newer version of the application raises the database of the account. */
async function upgradeDatabase(): Promise<void> {
  const database = new Dexie(accountDatabaseName(mine.accountId), mine.pc.indexedDb);
  for (const { version, stores } of accountMigrations) database.version(version).stores(stores);
  database.version(accountMigrations.length + 1).stores({ dariMasaDepan: 'id' });
  await database.open();
  database.close();
}

async function isOffline(desk: RunningDesk): Promise<void> {
  await until(() => expect(desk.sync.getState().connection.kind).toBe('luring'));
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  server = await startOffice();
  const usul = [
    await addUsul(server.db, server.documents, 'dinas-a'),
    await addUsul(server.db, server.documents, 'dinas-a'),
  ];
  mine = await setUpPc(server, 'satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 2);
  setNetwork(mine, false);
  await isOffline(desk);
  waiting = [];
  for (const one of usul) waiting.push(await decide(desk, one));
  await desk.flush();
  await desk.session.getState().lock();
  locked = desk;
  mine.pc.close();
  await upgradeDatabase();
  setNetwork(mine, true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await stopOffice(server, [mine]);
});

async function outdatedDesk(): Promise<RunningDesk> {
  const desk = mine.pc.openDesk();
  await until(() => expect(desk.session.getState().session.kind).toBe('versi_lama'));
  return desk;
}

const newPassword = 'sandi yang baru';

async function changePasswordOnServer(): Promise<void> {
  await server.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(newPassword) })
    .where('id', '=', mine.accountId)
    .execute();
}

/** What has the account's key is gone from the local database. */
async function eraseEnvelope(): Promise<void> {
  const host = openHostDatabase(mine.pc.indexedDb);
  await changeAccountRow(host, mine.accountId, (row) => ({ ...row, envelope: undefined }));
  host.close();
}

/** Everything that this PC's own database holds. */
async function hostRows(): Promise<unknown> {
  const host = openHostDatabase(mine.pc.indexedDb);
  try {
    return await Promise.all(host.tables.map((table) => table.toArray()));
  } finally {
    host.close();
  }
}

describe('a database of a newer version', () => {
  test('is not opened, and says why and what waits in it', async () => {
    const database = openAccountDatabase(mine.accountId, lockedVault, mine.pc.indexedDb);
    const cause: unknown = await database.outbox.toArray().catch((failure: unknown) => failure);
    expect(isNewerDatabase(cause)).toBe(true);
    database.close();
    const desk = await outdatedDesk();
    expect(desk.session.getState().session).toEqual({
      kind: 'versi_lama',
      username: 'satu',
      waiting: 2,
    });
  });

  test('still lets what waits be sent, unchanged on this PC, so that the newer version sends it again in vain', async () => {
    const desk = await outdatedDesk();
    expect(await desk.session.getState().sendWaiting('salah')).toMatchObject({
      ok: false,
      error: { kind: 'sandi_salah' },
    });
    expect(await desk.session.getState().sendWaiting(testPassword)).toEqual({
      ok: true,
      value: { accepted: 2, refused: 0, unreadable: 0 },
    });
    expect((await deliveredIds(server)).toSorted()).toEqual(waiting.toSorted());
    const left = await readWaiting(mine.accountId, mine.pc.vault, mine.pc.indexedDb);
    expect(left.commands.map(({ id }) => id).toSorted()).toEqual(waiting.toSorted());
    expect(await desk.session.getState().sendWaiting(testPassword)).toMatchObject({
      value: { accepted: 2 },
    });
    expect(await deliveredIds(server)).toHaveLength(2);
  });

  test('lets it be sent with a password that only the server knows yet, and leaves the key as it lies', async () => {
    await changePasswordOnServer();
    const before = await hostRows();
    const desk = await outdatedDesk();
    expect(await desk.session.getState().sendWaiting(newPassword)).toMatchObject({
      value: { accepted: 2, unreadable: 0 },
    });
    expect((await deliveredIds(server)).toSorted()).toEqual(waiting.toSorted());
    expect(await hostRows()).toEqual(before);
  });

  test('lets it be sent with the copy of the key that lies outside the databases', async () => {
    await eraseEnvelope();
    const desk = await outdatedDesk();
    expect(await desk.session.getState().sendWaiting(testPassword)).toMatchObject({
      value: { accepted: 2, unreadable: 0 },
    });
  });

  test('says so when there is nothing left to open it with, and sends nothing', async () => {
    await eraseEnvelope();
    mine.pc.disk.files.clear();
    const desk = await outdatedDesk();
    expect(await desk.session.getState().sendWaiting(testPassword)).toMatchObject({
      ok: false,
      error: { message: sessionSentences.outboxUnreadable.message },
    });
    expect(await deliveredIds(server)).toEqual([]);
  });

  test('takes the desk away from a window that was locked when the database was raised', async () => {
    expect(locked.session.getState().session.kind).toBe('terkunci');
    expect(await locked.session.getState().unlock(testPassword)).toMatchObject({
      ok: false,
      error: { kind: 'simpanan_lebih_baru' },
    });
    expect(locked.session.getState().session).toMatchObject({ kind: 'versi_lama', waiting: 2 });
  });

  test('says so without network, and that nothing was sent', async () => {
    setNetwork(mine, false);
    const desk = await outdatedDesk();
    expect(await desk.session.getState().sendWaiting(testPassword)).toMatchObject({
      ok: false,
      error: { kind: 'tak_terjangkau' },
    });
    expect(await deliveredIds(server)).toEqual([]);
  });

  test('is named when its account signs in', async () => {
    const desk = await outdatedDesk();
    const signedIn = await desk.session.getState().signIn(mine.username, testPassword);
    expect(signedIn).toMatchObject({ ok: false, error: { kind: 'simpanan_lebih_baru' } });
  });

  test('that is not there is not made by looking for what waits in it', async () => {
    const nobody = '01900000-0000-7000-9000-0000000000ff';
    expect(await countWaiting(nobody, mine.pc.indexedDb)).toBe(0);
    const looked = new Dexie(accountDatabaseName(nobody), mine.pc.indexedDb);
    await expect(looked.open()).rejects.toMatchObject({ name: 'NoSuchDatabaseError' });
  });
});
