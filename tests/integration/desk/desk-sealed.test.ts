import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { takeBatch } from '#renderer/data/outbox/delivery.ts';
import { readOutboxEntry, saveCommand, type NewCommand } from '#renderer/data/outbox/outbox.ts';
import {
  listDocuments,
  readDocumentRow,
  readDocumentBytes,
  readParts,
  storeDocument,
  storePart,
} from '#renderer/data/documents/documents.ts';
import { readDraft, saveDraft } from '#renderer/data/drafts/drafts.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { readSealedMeta, writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import { followOutbox, followUsul } from '#renderer/data/live/follow-table.ts';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeAccountKey, makeVault } from '#renderer/data/sealing/vault.ts';
import { emptyDraft } from '#renderer/core/case/draft.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { fakeAccountId, makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { until } from '#tests/support/until.ts';

const at = new Date('2026-11-22T03:00:00.000Z');
const usul = [1, 2, 3].map((n) => sampleUsul(n));
const [first, second] = [sampleUsul(1), sampleUsul(2)];
const idOf = (n: number): string => `01900000-0000-7000-8000-0000000001${n}`;

function decisionOn(n: number): NewCommand {
  const judged = sampleUsul(n);
  return {
    entry: {
      command: commandOfDecision({
        id: idOf(10 + n),
        usulId: judged.id,
        revision: 1,
        version: 1,
        outcome: 'tolak',
        reasons: ['DOK_SALAH'],
        note: 'Ditolak.',
        verdicts: [],
        evidence: [],
        deviceId: judged.id,
        appVersion: '0.1.0',
        decidedAt: at.toISOString(),
      }),
      state: { kind: 'menunggu' },
      employeeName: judged.employee.nama,
      nip: judged.employee.nip,
      recordType: judged.recordType,
      usulKind: judged.kind,
    },
    heldUntil: 0,
    shas: [],
    at,
  };
}

async function filled(): Promise<AccountDatabase> {
  const database = makeTestDatabase();
  const changes = usul.map((one, n) => ({ kind: 'usul' as const, seq: n + 1, usul: one }));
  const page = { changes, cursor: 'c', remaining: 0, serverTime: at.toISOString() };
  await applyChanges(database, page, undefined, localDateOf(at));
  return database;
}

/** Copies the sealed bytes of one row into another, as whoever has the disk could. */
async function moveSeal(
  database: AccountDatabase,
  table: string,
  from: string,
  to: string,
): Promise<void> {
  const rows = database.table<{ sealed: unknown }, string>(table);
  const [source, target] = await rows.bulkGet([from, to]);
  await rows.put({ ...target, sealed: source?.sealed });
}

function throwIt(cause: unknown): never {
  throw cause;
}

describe('after a day at the desk', () => {
  let pc: TestPc;
  afterEach(() => pc.close());

  test('no table of the database says whom it was about, or what', async () => {
    const files = usul.map((_, n) => sampleDocument(`usul ${n + 1}`));
    const server = makeFakeServer(usul, new Map(files.map((file) => [file.sha256, file.bytes])));
    pc = makeTestPc(() => server.api);
    const desk = pc.openDesk();
    await until(() => expect(desk.session.getState().session.kind).toBe('keluar'));
    await desk.session.getState().signIn('verifikator', 'benar');
    await until(() => {
      const { rows } = desk.inbox.getState();
      expect(rows.filter((row) => row.documentsReady)).toHaveLength(3);
    });
    const actions = desk.currentCase.getState();
    await actions.open(first.id);
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Bendahara');
    actions.chooseOutcome('perbaikan');
    actions.writeNote('Jabatan keliru.');
    expect(await actions.decide()).toMatchObject({ ok: true });
    await actions.open(second.id);
    actions.writeNote('Belum selesai diketik.');
    await desk.flush();
    await until(() => expect(server.received).toHaveLength(1));

    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    const tables = ['usul', 'usulBodies', 'documentBytes', 'drafts', 'outbox', 'meta'];
    for (const table of tables) expect(await database.table(table).count()).toBeGreaterThan(0);
    const text = await storedText(database);
    const clear = usul.flatMap(({ employee, values, documents }) => [
      employee.nama,
      employee.nip,
      employee.nik,
      ...Object.values(values),
      ...documents.map(({ fileName }) => fileName),
    ]);
    const typed = ['Bendahara', 'Jabatan keliru', 'Belum selesai', 'Verifikator Contoh', '%PDF'];
    expect([...clear, ...typed].filter((one) => text.includes(one))).toEqual([]);
    database.close();
  });
});

describe('what was moved to another row, or altered, does not open', () => {
  test('an usul: it is set aside, asked for again, and the rest goes on', async () => {
    const database = await filled();
    await moveSeal(database, 'usul', first.id, second.id);
    await moveSeal(database, 'usulBodies', first.id, second.id);
    const seen: string[] = [];
    const stop = followUsul(database, {
      onChange: ({ rows }) => seen.push(...rows.map(({ listing }) => listing.nama)),
      onError: throwIt,
    });
    await until(async () => expect(await database.setAside.count()).toBe(1));
    expect(seen).toEqual([first.employee.nama, sampleUsul(3).employee.nama]);
    expect(await readUsul(database, second.id)).toBeUndefined();
    await until(async () => expect(await database.setAside.count()).toBe(2));
    expect(await readUsul(database, first.id)).toEqual(first);
    expect(await readMeta(database, 'cursor')).toBeUndefined();
    const subjects = (await database.audit.toArray()).map((line) => JSON.stringify(line));
    expect(subjects.filter((line) => line.includes('baris_tak_terbaca'))).toHaveLength(2);
    stop();
  });

  test('a decision: the others are sent and shown', async () => {
    const database = await filled();
    for (const n of [1, 2, 3]) await saveCommand(database, decisionOn(n));
    await moveSeal(database, 'outbox', idOf(11), idOf(12));
    const batch = await takeBatch(database, 10, { now: 1, holdMs: 0 });
    expect(batch.map(({ id }) => id)).toEqual([idOf(11), idOf(13)]);
    await until(async () => expect(await database.setAside.count()).toBe(1));
    const shown: string[] = [];
    const stop = followOutbox(database, {
      onChange: ({ rows }) => shown.push(...rows.map(({ id }) => id)),
      onError: throwIt,
    });
    await until(() => expect(shown.toSorted()).toEqual([idOf(11), idOf(13)]));
    expect(await readOutboxEntry(database, idOf(12))).toBeUndefined();
    stop();
  });

  test('decisions that fill a whole batch do not keep back those behind them', async () => {
    const database = await filled();
    for (const n of [1, 2, 3]) await saveCommand(database, decisionOn(n));
    await moveSeal(database, 'outbox', idOf(13), idOf(11));
    await moveSeal(database, 'outbox', idOf(13), idOf(12));
    const batch = await takeBatch(database, 2, { now: 1, holdMs: 0 });
    expect(batch.map(({ id }) => id)).toEqual([idOf(13)]);
    await until(async () => expect(await database.setAside.count()).toBe(2));
  });

  test('a draft', async () => {
    const database = await filled();
    for (const one of [first, second]) await saveDraft(database, { ...emptyDraft(one), note: 'a' });
    await moveSeal(database, 'drafts', first.id, second.id);
    expect(await readDraft(database, second.id)).toBeUndefined();
    expect(await readDraft(database, first.id)).toMatchObject({ note: 'a' });
    await until(async () => expect(await database.setAside.count()).toBe(1));
  });

  test('a document: it is fetched again, with a line in the audit', async () => {
    const database = await filled();
    const files = [sampleDocument('usul 1'), sampleDocument('usul 2')] as const;
    for (const { sha256, bytes } of files) await storeDocument(database, sha256, bytes);
    await moveSeal(database, 'documentBytes', files[0].sha256, files[1].sha256);
    expect(await readDocumentBytes(database, files[1].sha256)).toBeUndefined();
    expect(await readDocumentBytes(database, files[0].sha256)).toEqual(files[0].bytes);
    expect((await readDocumentRow(database, files[1].sha256))?.state).toBe('perlu');
    expect(await listDocuments(database, 'ada', 10)).toHaveLength(1);
    expect(await database.audit.toArray()).toMatchObject([{ event: 'baris_tak_terbaca' }]);
  });

  test('a piece of a document: fetching goes on where the good ones end', async () => {
    const database = await filled();
    const { sha256, bytes } = sampleDocument('usul 1');
    await storePart(database, sha256, 0, bytes.slice(0, 4));
    await storePart(database, sha256, 4, bytes.slice(4, 8));
    await storePart(database, sha256, 8, bytes.slice(8, 12));
    expect(await readParts(database, sha256)).toHaveLength(3);
    const part = { sha256, offset: 4, sealed: await database.vault.sealBytes('lain', bytes) };
    await database.documentParts.put(part);
    expect(await readParts(database, sha256)).toEqual([bytes.slice(0, 4)]);
  });

  test('tokens: somebody signs in again', async () => {
    const database = await filled();
    await writeSealedMeta(database, 'preferences', { a: 1 });
    await writeSealedMeta(database, 'tokens', {
      accessToken: 'a',
      refreshToken: 'r',
      accessExpiresAt: 1,
    });
    await moveSeal(database, 'meta', 'preferences', 'tokens');
    expect(await readSealedMeta(database, 'tokens')).toBeUndefined();
  });

  test('nothing opens with the key of another account', async () => {
    const database = await filled();
    const foreign: AccountDatabase = Object.create(database, {
      vault: { value: makeVault(await makeAccountKey()) },
    });
    expect(await readUsul(foreign, first.id)).toBeUndefined();
    expect(await readUsul(database, first.id)).toEqual(first);
  });
});
