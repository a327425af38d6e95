// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { changeAccountRow, readAccountRow } from '#renderer/data/keyring/host.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import { makeVault } from '#renderer/data/sealing/vault.ts';
import { keyAfterSignIn, type KeyPorts } from '#renderer/core/session/account-key.ts';
import type { EnvelopeKeeper } from '#renderer/core/session/envelope-keeper.ts';
import type { Protection } from '#shared/bridge/platform.ts';

const noEnvelopeKeeper: EnvelopeKeeper = {
  keepEnvelope: () => Promise.resolve(),
  readEnvelopes: () => Promise.resolve([]),
};

const accountId = '01900000-0000-7000-9000-000000000001';
const openers = { password: 'tirta-kencana', deviceSecret: `${'A'.repeat(43)}=` };

let host: HostDatabase;

beforeEach(() => {
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
});

const onError = (cause: unknown): never => {
  throw cause;
};

/** The ports on a PC whose system is in this state. */
function portsOn(state: 'baik' | 'hilang' | 'tak_tersedia'): KeyPorts {
  const protection: Protection = {
    protect: (bytes) => Promise.resolve(bytes),
    unprotect: (bytes) =>
      Promise.resolve(
        state === 'baik' ? { kind: 'terbuka', bytes, renewed: null } : { kind: state },
      ),
  };
  return { host, sealing: { protection, rounds: 1_000 }, envelopes: noEnvelopeKeeper, onError };
}

async function keyOn(state: 'baik' | 'hilang' | 'tak_tersedia') {
  const answer = await keyAfterSignIn(portsOn(state), accountId, openers);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function isSame(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  return (await makeVault(other).open('uji', await makeVault(one).seal('uji', 'rahasia'))).ok;
}

test('the first sign-in on a PC makes a key, every other one finds it', async () => {
  const first = await keyOn('baik');
  const second = await keyOn('baik');
  expect([first.origin, second.origin]).toEqual(['baru', 'sama']);
  expect(await isSame(first.key, second.key)).toBe(true);
});

test('two windows that sign in at the same moment have one key', async () => {
  const [one, other] = await Promise.all([keyOn('baik'), keyOn('baik')]);
  expect(await isSame(one.key, other.key)).toBe(true);
});

test('a system that cannot open its part now costs nothing', async () => {
  const { key } = await keyOn('baik');
  const away = await keyAfterSignIn(portsOn('tak_tersedia'), accountId, openers);
  expect(away).toEqual({ ok: false, error: 'tak_tersedia' });
  expect(await isSame(key, (await keyOn('baik')).key)).toBe(true);
});

test('a system that lost its part: a new key, and the old envelope is put by', async () => {
  const { key } = await keyOn('baik');
  const { envelope } = await readAccountRow(host, accountId);
  const after = await keyOn('hilang');
  expect(after.origin).toBe('hilang');
  expect(await isSame(key, after.key)).toBe(false);
  expect((await readAccountRow(host, accountId)).lostEnvelopes).toEqual([envelope]);
});

test('an envelope of a newer version is left as it is', async () => {
  const envelope = { version: 2, mungkin: 'lain' };
  await changeAccountRow(host, accountId, (row) => ({ ...row, envelope }));
  const answer = await keyAfterSignIn(portsOn('baik'), accountId, openers);
  expect(answer).toEqual({ ok: false, error: 'versi_baru' });
  expect((await readAccountRow(host, accountId)).envelope).toEqual(envelope);
});
