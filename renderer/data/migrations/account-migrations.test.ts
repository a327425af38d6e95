import { createHash } from 'node:crypto';
// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import { accountMigrations, hostMigrations } from '#renderer/data/migrations/account-migrations.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';

const refusal = (redoneBy: string | null) => ({ kind: 'ditolak', error: {}, redoneBy });

function fingerprint(version: number): string | undefined {
  const shape = accountMigrations.find((migration) => migration.version === version)?.stores;
  return shape && createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}

test('versions are numbered from 1 without a gap', () => {
  for (const migrations of [accountMigrations, hostMigrations]) {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
  }
});

// A shape that PCs out there have is never edited: a change is a new version with its own line here.
test('a shipped version keeps its shape', () => {
  expect(fingerprint(1)).toBe('393edc1e6cb59f68');
  expect(fingerprint(2)).toBe('44136fa355b3678a');
  expect(fingerprint(3)).toBe('44136fa355b3678a');
  expect(fingerprint(4)).toBe('5871622cd1980fa6');
  expect(fingerprint(5)).toBe('4fdc0e0061651b2a');
  expect(fingerprint(6)).toBe('44136fa355b3678a');
  expect(fingerprint(7)).toBe('5e9f7aa9a4d4c689');
});

test('version 2 keeps what a person did about a refusal', async () => {
  const name = 'meja-01900000-0000-7000-9000-000000000002';
  const old = new Dexie(name);
  old.version(1).stores({ ...accountMigrations[0]?.stores });
  await old.table('outbox').bulkAdd([
    { id: 'a', entry: { state: refusal(null), nip: '1' } },
    { id: 'b', entry: { state: refusal('c') } },
    { id: 'c', entry: { state: { kind: 'menunggu' } } },
    { id: 'd', entry: 'tak terbaca' },
  ]);
  old.close();
  const database = openAccountDatabase('01900000-0000-7000-9000-000000000002', testVault);
  expect(await database.outbox.toArray()).toEqual([
    {
      id: 'a',
      entry: { state: { kind: 'ditolak', error: {}, handled: { kind: 'belum' } }, nip: '1' },
    },
    {
      id: 'b',
      entry: {
        state: { kind: 'ditolak', error: {}, handled: { kind: 'diputuskan_ulang', by: 'c' } },
      },
    },
    { id: 'c', entry: { state: { kind: 'menunggu' } } },
    { id: 'd', entry: 'tak terbaca' },
  ]);
});

test('a new PC starts with the newest version', async () => {
  const database = openAccountDatabase('01900000-0000-7000-9000-000000000001', testVault);
  await database.open();
  expect(database.verno).toBe(accountMigrations.at(-1)?.version);
  expect(database.tables.map(({ name }) => name).toSorted()).toEqual([
    'audit',
    'documentBytes',
    'documentParts',
    'documents',
    'drafts',
    'fingerprints',
    'meta',
    'outbox',
    'parked',
    'readings',
    'receipts',
    'removals',
    'setAside',
    'snapshots',
    'usul',
    'usulBodies',
  ]);
});

test.each([1, 2, 3, 4])(
  'version 5 has room for readings beside all that version %i kept',
  async (version) => {
    const accountId = `01900000-0000-7000-9000-00000000050${version}`;
    const old = new Dexie(`meja-${accountId}`);
    for (const migration of accountMigrations.slice(0, version)) {
      old.version(migration.version).stores({ ...migration.stores });
    }
    await old.table('outbox').add({ id: 'a', entry: { state: { kind: 'menunggu' } } });
    await old.table('drafts').add({ usulId: 'u', typed: 1 });
    await old.table('documents').add({ sha256: 's', touched: 1 });
    old.close();
    const database = openAccountDatabase(accountId, testVault);
    expect(await database.outbox.count()).toBe(1);
    expect(await database.drafts.count()).toBe(1);
    // What the server has was dropped by version 4 once, and is not dropped again.
    expect(await database.documents.count()).toBe(version === 4 ? 1 : 0);
    expect(await database.readings.count()).toBe(0);
    await database.readings.put({ sha256: 's', engine: 'e', reach: 3 });
    const far = database.readings.where('[engine+reach]').between(['e', 2], ['e', 9]);
    expect(await far.primaryKeys()).toEqual(['s']);
  },
);

test.each([1, 2, 3, 4, 5])(
  'version 6 says of what version %i kept that all of it are decisions, and loses none',
  async (version) => {
    const accountId = `01900000-0000-7000-9000-00000000060${version}`;
    const old = new Dexie(`meja-${accountId}`);
    for (const migration of accountMigrations.slice(0, version)) {
      old.version(migration.version).stores({ ...migration.stores });
    }
    // Sealed since version 4; until then in clear, and given its kind when it is sealed.
    const kept =
      version < 4 ? { entry: { state: { kind: 'menunggu' } } } : { sealed: new Uint8Array(40) };
    await old.table('outbox').bulkAdd([
      { id: 'a', touched: 1, usulId: 'u', state: 'menunggu', ...kept },
      { id: 'b', touched: 2, usulId: 'u', state: 'terkirim', ...kept },
    ]);
    old.close();
    const database = openAccountDatabase(accountId, testVault);
    const rows = await database.outbox.toArray();
    const named = version < 4 ? {} : { kind: 'putusan' };
    expect(rows).toEqual([
      { id: 'a', touched: 1, usulId: 'u', state: 'menunggu', ...kept, ...named },
      { id: 'b', touched: 2, usulId: 'u', state: 'terkirim', ...kept, ...named },
    ]);
    expect(await database.outbox.where('usulId').equals('u').count()).toBe(2);
  },
);

test('version 7 leaves everything as it lies, and has room for receipts', async () => {
  const accountId = '01900000-0000-7000-9000-000000000701';
  const old = new Dexie(`meja-${accountId}`);
  for (const { version, stores } of accountMigrations.slice(0, 6)) {
    old.version(version).stores({ ...stores });
  }
  const row = {
    id: 'a',
    touched: 1,
    kind: 'putusan',
    state: 'terkirim',
    sealed: new Uint8Array(40),
  };
  await old.table('outbox').add(row);
  await old.table('meta').add({ key: 'cursor', value: 'a.1' });
  old.close();
  const database = openAccountDatabase(accountId, testVault);
  expect(await database.outbox.toArray()).toEqual([row]);
  expect(await database.meta.get('cursor')).toEqual({ key: 'cursor', value: 'a.1' });
  expect(await database.receipts.count()).toBe(0);
});

test('version 8 leaves the one list where it lies, and has room for others', async () => {
  const accountId = '01900000-0000-7000-9000-000000000801';
  const old = new Dexie(`meja-${accountId}`);
  for (const { version, stores } of accountMigrations.slice(0, 7)) {
    old.version(version).stores({ ...stores });
  }
  const usul = { id: 'u', touched: 1, shas: ['s'], sealed: new Uint8Array(40) };
  await old.table('usul').add(usul);
  await old.table('meta').add({ key: 'cursor', value: 'a.1' });
  old.close();
  const database = openAccountDatabase(accountId, testVault);
  expect(await database.usul.toArray()).toEqual([usul]);
  expect(await database.meta.get('cursor')).toEqual({ key: 'cursor', value: 'a.1' });
  expect(await database.parked.count()).toBe(0);
});
