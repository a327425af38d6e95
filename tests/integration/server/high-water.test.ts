import { readFile, rm, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '#server/app/run-cli.ts';
import { startServer } from '#server/app/start-server.ts';
import { readEpoch } from '#server/epoch/epochs.ts';
import { openEpochIfBehind, takeMark } from '#server/epoch/high-water.ts';
import { readMarkFile, type Mark } from '#server/epoch/mark-file.ts';
import { openDatabase } from '#server/store/database.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import type { Usul } from '#shared/records/usul.ts';
import { testServerKey } from '#tests/support/database.ts';
import { undoEpochs } from '#tests/support/undo-epochs.ts';
import { addOrganisation, addUsul, addVerifikator } from '#tests/support/builders.ts';
import { askReceipts, decideOn, pull, pullPage } from '#tests/support/feed-client.ts';
import { startRestorableServer, type RestorableServer } from '#tests/support/restorable-server.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

let server: RestorableServer;
let pc: TestClient;

beforeEach(async () => {
  server = await startRestorableServer();
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  pc = await signIn(server, 'verifikator-dinas-a');
});
afterEach(() => server.stop());

const newUsul = (): Promise<Usul> => addUsul(server.db, server.documents, 'dinas-a');
const epochNumber = async (): Promise<number> => (await readEpoch(server.db)).number;

async function keptMark(): Promise<Mark> {
  const read = await readMarkFile(server.markFile);
  if (!read.ok || !read.value) throw new Error('There is no mark.');
  return read.value;
}

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runCli(args, {
    env: {
      DATABASE_URL: server.databaseUrl,
      MEJA_MARK_FILE: server.markFile,
      MEJA_DATA_DIR: server.settings.dataDir,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'silent',
    },
    print: (line) => void lines.push(line),
    untilStopped: () => Promise.resolve(),
  });
  return { code, text: lines.join('\n') };
}

function startOther(markFile = server.markFile) {
  const { db, documents } = server;
  const stores = { db, documents, migrated: [], close: () => Promise.resolve() };
  return startServer({ ...server.settings, port: 0, markFile }, { stores, markEveryMs: null });
}

describe('the mark outside the database', () => {
  test('put back under the running server it is noticed with the next mark', async () => {
    const backup = await server.backUp();
    const last = await takeMark(server.db, (await keptMark()).number, new Date());
    expect(await openEpochIfBehind(server.db, last, new Date())).toBeNull();
    await server.replaceDatabase(backup);
    expect(await openEpochIfBehind(server.db, last, new Date())).toMatchObject({ number: 2 });
    // The same mark again says nothing new.
    expect(await openEpochIfBehind(server.db, last, new Date())).toBeNull();
  });

  test('numbers of marks that were taken again do not pass for the old ones', async () => {
    const backup = await server.backUp();
    const last = await takeMark(server.db, (await keptMark()).number, new Date());
    await server.replaceDatabase(backup);
    for (let n = 0; n < 3; n += 1) await takeMark(server.db, 0, new Date());
    expect(await openEpochIfBehind(server.db, last, new Date())).toMatchObject({ number: 2 });
  });

  test('`restored` opens an epoch by hand, and the next start has nothing to add', async () => {
    const { cursor } = await pullPage(pc);
    const said = await run('restored');
    expect(said).toEqual({ code: 0, text: expect.stringContaining('Zaman 2 dibuka') });
    expect((await pull(pc, { cursor })).status).toBe(401);
    await server.restart();
    expect(server.told()).toEqual([]);
    expect(await epochNumber()).toBe(2);
  });

  test('`restored` after a database was put back opens one epoch, above all that were', async () => {
    const backup = await server.backUp();
    await run('restored');
    await server.replaceDatabase(backup);
    expect(await run('restored')).toMatchObject({ code: 0 });
    await server.restart();
    expect(server.told()).toEqual([]);
    expect(await epochNumber()).toBe(3);
  });

  test('one that is missing is said, and a new one is kept', async () => {
    await rm(server.markFile);
    // The stop of a restart would write it again.
    const { stores: _stores, ...other } = await startOther();
    expect(other.told).toEqual([expect.stringContaining('"npm run server -- restored"')]);
    await other.stop();
    expect((await keptMark()).epoch).toBe(1);
  });

  test.each(['', '{}', 'tidak terbaca', '{"version":2}'])(
    'one that cannot be read ("%s") stops the start with what to do',
    async (text) => {
      await writeFile(server.markFile, text);
      await expect(startOther()).rejects.toThrow('tidak dapat dibaca');
      expect(await readFile(server.markFile, 'utf8')).toBe(text);
      expect(await run('restored')).toMatchObject({ code: 0 });
      await (await startOther()).stop();
    },
  );

  test('one that cannot be kept stops the start', async () => {
    const markFile = `${server.markFile}/di-bawah-berkas`;
    await expect(startOther(markFile)).rejects.toThrow(/tidak dapat (dibaca|ditulis)/);
  });
});

test('a backup from before epochs is noticed as well', async () => {
  const backup = await server.backUp();
  const old = openDatabase(backup.databaseUrl);
  await sql.raw(undoEpochs).execute(old);
  await migrateToLatest(old);
  await old.destroy();
  await server.restore(backup);
  expect(server.told()).toEqual([expect.stringContaining('Zaman 2 dibuka')]);
});

test('a database from before epochs goes on: its cursors stay, its decisions are of the first', async () => {
  const before = await decideOn(pc, await newUsul());
  const { cursor } = await pullPage(pc);
  await sql.raw(undoEpochs).execute(server.db);
  await migrateToLatest(server.db);
  await rm(server.markFile);
  const usul = await newUsul();
  // Cursors of then named no change.
  const { changes } = await pullPage(pc, { cursor: cursor.replace(/~.*$/, '') });
  expect(changes).toMatchObject([{ kind: 'usul', usul: { id: usul.id } }]);
  expect(await askReceipts(pc, [before.id])).toEqual([before]);
});
