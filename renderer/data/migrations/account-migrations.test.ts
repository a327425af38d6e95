import { createHash } from 'node:crypto';
// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import { accountMigrations, hostMigrations } from '#renderer/data/migrations/account-migrations.ts';
import { fillDigests } from '#renderer/data/repositories/fill-digests.ts';
import { readMeta } from '#renderer/data/repositories/meta.ts';
import { makeSampleUsul, sampleValues } from '#shared/domain/model/sample-usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
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

const today = localDateOf(new Date('2026-11-22T00:00:00Z'));
const returned = makeSampleUsul('cpns_pns', {
  values: { ...sampleValues.cpns_pns, tmtCpns: '2020-01-01', tmt_pns: '2019-01-01' },
  history: [
    {
      at: '2026-11-10T00:00:00.000Z',
      revision: 1,
      actorName: 'Petugas Contoh',
      actorRole: 'approver',
      action: 'kembalikan',
      reasons: [],
      note: 'Periksa TMT.',
    },
  ],
});

test.each([1, 2])(
  'version 3 opens at once, and what lists show is filled in later, from version %i',
  async (version) => {
    const accountId = `01900000-0000-7000-9000-00000000003${version}`;
    const old = new Dexie(`meja-${accountId}`);
    for (const migration of accountMigrations.slice(0, version)) {
      old.version(migration.version).stores({ ...migration.stores });
    }
    const usulRow = { touched: 7, listing: { nama: 'Pegawai Contoh' } };
    const unsent = {
      id: 'o',
      touched: 3,
      state: 'menunggu',
      entry: { state: { kind: 'menunggu' } },
    };
    const draft = { usulId: returned.id, typed: 1, draft: { note: 'Belum selesai' } };
    await old.table('usul').bulkAdd([
      { ...usulRow, id: returned.id },
      { ...usulRow, id: 'tanpa badan' },
      { ...usulRow, id: 'badan rusak' },
    ]);
    await old.table('usulBodies').bulkAdd([
      { id: returned.id, body: returned },
      { id: 'badan rusak', body: { id: 'badan rusak' } },
    ]);
    await old.table('outbox').add(unsent);
    await old.table('drafts').add(draft);
    old.close();

    const database = openAccountDatabase(accountId, testVault);
    expect(await database.usul.get(returned.id)).toEqual({ ...usulRow, id: returned.id });
    await database.meta.put({ key: 'touch', value: 7 });
    await fillDigests(database, today);
    expect(await database.usul.get(returned.id)).toEqual({
      ...usulRow,
      id: returned.id,
      touched: 8,
      round: 'dikembalikan',
      findings: expect.objectContaining({ galat: expect.any(Number) }),
    });
    const counted = z.object({ findings: z.object({ galat: z.number() }) });
    const row = counted.parse(await database.usul.get(returned.id));
    expect(row.findings.galat).toBeGreaterThan(0);
    expect(await database.usul.get('tanpa badan')).toEqual({ ...usulRow, id: 'tanpa badan' });
    expect(await database.usul.get('badan rusak')).toEqual({ ...usulRow, id: 'badan rusak' });
    expect(await database.usulBodies.get(returned.id)).toEqual({ id: returned.id, body: returned });
    expect(await database.outbox.toArray()).toEqual([unsent]);
    expect(await database.drafts.toArray()).toEqual([draft]);
  },
);

// More than one batch, the last of them not full; the first filling is stopped after the first batch.
test('filling goes on where it stopped, and reaches every row of a large inbox', async () => {
  const accountId = '01900000-0000-7000-9000-000000000033';
  const old = new Dexie(`meja-${accountId}`);
  old.version(1).stores({ ...accountMigrations[0]?.stores });
  const ids = Array.from({ length: 501 }, (_, n) => `usul-${n}`);
  await old.table('usul').bulkAdd(ids.map((id) => ({ id, touched: 1 })));
  await old.table('usulBodies').bulkAdd(ids.map((id) => ({ id, body: returned })));
  old.close();
  const database = openAccountDatabase(accountId, testVault);
  await database.open();
  const stop = new AbortController();
  database.meta.hook('creating', () => stop.abort());
  await fillDigests(database, today, stop.signal);
  expect(await readMeta(database, 'digestedUpTo')).toEqual(expect.any(String));
  await fillDigests(database, today);
  expect(await readMeta(database, 'digestedUpTo')).toBeNull();
  const rows = await database.usul.toArray();
  const rounds = rows.map((row) => z.object({ round: z.string() }).parse(row).round);
  expect(rounds).toEqual(ids.map(() => 'dikembalikan'));
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
    'meta',
    'outbox',
    'removals',
    'setAside',
    'usul',
    'usulBodies',
  ]);
});
