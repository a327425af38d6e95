// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { accountMigrations } from '#renderer/data/migrations/account-migrations.ts';
import { sealOldRows } from '#renderer/data/migrations/seal-old-rows.ts';
import { takeBatch } from '#renderer/data/outbox/delivery.ts';
import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import { countUndelivered, readOutboxEntry } from '#renderer/data/outbox/outbox.ts';
import { readDraft } from '#renderer/data/drafts/drafts.ts';
import { readStoredPreferences } from '#renderer/data/account/kept-preferences.ts';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft, DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';

const usulId = '01900000-0000-7000-8000-000000000001';
const otherId = '01900000-0000-7000-8000-000000000002';
const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function entry(n: number, state: DecisionEntry['state']): DecisionEntry {
  return {
    decision: {
      id: idOf(n),
      usulId,
      revision: 1,
      version: 3,
      outcome: 'perbaikan',
      reasons: ['DOK_SALAH'],
      note: 'Jabatan keliru.',
      verdicts: [{ field: 'jabatan', verdict: 'tidak_sesuai', seen: 'Ketua Umum' }],
      evidence: [],
      deviceId: otherId,
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    },
    state,
    employeeName: 'Pegawai Contoh',
    nip: '990000000000000001',
    recordType: 'organisasi',
    usulKind: 'ubah',
  };
}

const error = { kind: 'usul_berubah', message: 'Usul berubah.', action: 'Periksa lagi.' } as const;
const refused = { kind: 'ditolak', error, current: null, handled: { kind: 'belum' } } as const;
/** The decisions as they are to come out, whatever version wrote them. */
const entries = [
  entry(11, { kind: 'menunggu' }),
  entry(12, { kind: 'mengirim', attempts: 2 }),
  entry(13, { kind: 'terkirim', receivedAt: '2026-11-22T00:00:00.000Z', chainSeq: 4 }),
  entry(14, refused),
];
/** The same refusal as version 1 wrote it. */
const refusedAsOf1 = { kind: 'ditolak', error, current: null, redoneBy: null };
const draft: Draft = {
  usulId,
  revision: 1,
  version: 4,
  verdicts: { jabatan: { field: 'jabatan', verdict: 'tidak_sesuai', seen: 'Bendahara' } },
  outcome: null,
  reasons: [],
  note: 'Belum selesai diketik.',
  suggested: false,
  place: null,
  evidence: {},
};
const { suggested: _suggested, place: _place, ...draftAsOf1 } = draft;
const preferences = { inboxSort: 'nama', layout: { catatan: 'Lebar kolom Siti' } };

/** What may not be found any more once everything is sealed. */
const clearText = [
  'Pegawai Contoh',
  '990000000000000001',
  'Jabatan keliru',
  'Ketua Umum',
  'Bendahara',
  'Belum selesai diketik',
  'Lebar kolom',
  'Nama di daftar',
  'Nilai di badan',
  '%PDF',
  'rahasia-akses',
  'Verifikator Contoh',
  'tak terbaca',
  'Baris lama',
  'hash-sandi',
];

let accounts = 0;

/** An account's database as a version left it, with work in it that was not sent. */
async function leftBy(version: number, decisions = entries): Promise<string> {
  const accountId = `01900000-0000-7000-9000-0000000004${String((accounts += 1)).padStart(2, '0')}`;
  const old = new Dexie(`meja-${accountId}`);
  for (const migration of accountMigrations.slice(0, version)) {
    old.version(migration.version).stores({ ...migration.stores });
  }
  await old.table('outbox').bulkAdd([
    ...decisions.map(({ decision, state, ...about }, n) => ({
      id: decision.id,
      touched: n + 1,
      usulId,
      state: state.kind,
      heldUntil: 0,
      shas: ['a'.repeat(64)],
      entry: {
        decision,
        state: version === 1 && state.kind === 'ditolak' ? refusedAsOf1 : state,
        ...about,
      },
    })),
    { id: 'rusak', touched: 9, usulId, state: 'menunggu', entry: 'tak terbaca' },
  ]);
  await old.table('drafts').bulkAdd([
    { usulId, typed: 1, draft: version === 1 ? draftAsOf1 : draft },
    { usulId: otherId, typed: 1, draft: 'tak terbaca' },
  ]);
  await old.table('meta').bulkAdd([
    { key: 'touch', value: 50 },
    { key: 'cursor', value: 'c' },
    { key: 'inboxComplete', value: true },
    { key: 'lastContact', value: '2026-11-22T00:00:00.000Z' },
    { key: 'preferences', value: preferences },
    { key: 'profile', value: { account: { displayName: 'Verifikator Contoh' } } },
    { key: 'tokens', value: { accessToken: 'rahasia-akses' } },
    { key: 'passwordCheck', value: { hash: 'hash-sandi' } },
  ]);
  const bytes = new TextEncoder().encode('%PDF-1.7 sk').buffer;
  const sha256 = 'a'.repeat(64);
  await old.table('usul').add({ id: usulId, listing: { nama: 'Nama di daftar' } });
  await old.table('usulBodies').add({ id: usulId, body: { values: { a: 'Nilai di badan' } } });
  await old.table('documents').add({ sha256, touched: 1, state: 'ada' });
  await old.table('documentBytes').add({ sha256, bytes });
  await old.table('documentParts').add({ sha256, offset: 0, bytes });
  await old.table('setAside').add({ table: 'usul', key: 'x', row: { nama: 'Baris lama' } });
  old.close();
  return accountId;
}

/** The decision with this id as the outbox gives it. */
async function decisionHere(database: AccountDatabase, id: string): Promise<DecisionEntry | null> {
  const found = await readOutboxEntry(database, id);
  return found ? decisionEntryOf(found) : null;
}

/** A vault that fails after so many seals, as when the plug is pulled. */
function failingAfter(seals: number): Vault {
  let left = seals;
  return {
    ...testVault,
    seal: (place, value) =>
      (left -= 1) < 0 ? Promise.reject(new Error('cut')) : testVault.seal(place, value),
  };
}

describe.each([1, 2, 3])('promise 1: an update from version %i', (version) => {
  test('keeps what was not sent, and leaves nothing of a person in clear', async () => {
    const database = openAccountDatabase(await leftBy(version), testVault);
    await sealOldRows(database);
    for (const before of entries) {
      expect(await decisionHere(database, before.decision.id)).toEqual(before);
    }
    expect(await readDraft(database, usulId)).toEqual(draft);
    expect(await readStoredPreferences(database)).toEqual(preferences);
    const text = await storedText(database);
    expect(clearText.filter((clear) => text.includes(clear))).toEqual([]);
    const aside = (await database.audit.toArray()).map((line) => JSON.stringify(line));
    expect(aside.filter((line) => line.includes('baris_tak_terbaca'))).toHaveLength(2);
    expect(await countUndelivered(database)).toBe(2);
    const batch = await takeBatch(database, 10, { now: 1, holdMs: 0 });
    expect(batch.map(({ id }) => id)).toEqual([idOf(12), idOf(11)]);
    database.close();
  });

  test('asks the server again for what it has', async () => {
    const database = openAccountDatabase(await leftBy(version), testVault);
    for (const table of ['usul', 'usulBodies', 'documents', 'documentBytes', 'documentParts']) {
      expect(await database.table(table).count()).toBe(0);
    }
    const keys = await database.meta.toCollection().primaryKeys();
    expect(keys.toSorted()).toEqual(['lastContact', 'preferences', 'touch']);
    database.close();
  });

  test('sets nothing aside that only waits for its key', async () => {
    const database = openAccountDatabase(await leftBy(version), testVault);
    expect(await takeBatch(database, 10, { now: 1, holdMs: 0 })).toEqual([]);
    expect(await readDraft(database, usulId)).toBeUndefined();
    await sealOldRows(database);
    expect(await countUndelivered(database)).toBe(2);
    expect(await readDraft(database, usulId)).toEqual(draft);
    database.close();
  });
});

test('sealing goes on where it was cut, and leaves what was done since', async () => {
  const many = Array.from({ length: 250 }, (_, n) => entry(100 + n, { kind: 'menunggu' }));
  const accountId = await leftBy(3, many);
  const cut = openAccountDatabase(accountId, failingAfter(130));
  await expect(sealOldRows(cut)).rejects.toThrow('cut');
  cut.close();
  const database = openAccountDatabase(accountId, testVault);
  const [first] = await takeBatch(database, 1, { now: 1, holdMs: 0 });
  expect(first?.id).toBe(idOf(100));
  await sealOldRows(database);
  await sealOldRows(database);
  expect(await countUndelivered(database)).toBe(250);
  expect((await readOutboxEntry(database, idOf(100)))?.state.kind).toBe('mengirim');
  expect(await decisionHere(database, idOf(349))).toEqual(many.at(-1));
  const text = await storedText(database);
  expect(clearText.filter((clear) => text.includes(clear))).toEqual([]);
  database.close();
});

test('what is clear would be found', async () => {
  const database = openAccountDatabase(await leftBy(3), testVault);
  const text = await storedText(database);
  for (const kept of [
    'Pegawai Contoh',
    'Ketua Umum',
    'Belum selesai',
    'Lebar kolom',
    'Baris lama',
  ]) {
    expect(text).toContain(kept);
  }
  await database.documentBytes.put({ sha256: 'a', sealed: new TextEncoder().encode('x%PDF-1.7') });
  expect(await storedText(database)).toContain('%PDF');
  database.close();
});
