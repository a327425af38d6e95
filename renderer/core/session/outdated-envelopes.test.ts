// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { recordKinds } from '#renderer/data/journal/entries.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import { openWithPassword, type Envelope } from '#renderer/data/sealing/envelope.ts';
import { makeJournalEnvelopes } from '#renderer/core/journal/journal-envelopes.ts';
import { keyAfterSignIn, type KeyPorts } from '#renderer/core/session/account-key.ts';
import type { Protection } from '#shared/bridge/platform.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';
import { makeJournalDisk, type JournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';

const accountId = '01900000-0000-7000-9000-000000000001';
const deviceSecret = `${'A'.repeat(43)}=`;
const otherSecret = `${'B'.repeat(43)}=`;
const protection: Protection = {
  protect: () => Promise.resolve(null),
  unprotect: () => Promise.reject(new Error('Nothing was protected.')),
};

let host: HostDatabase;
let disk: JournalDisk;
let ports: KeyPorts;

beforeEach(() => {
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  disk = makeJournalDisk();
  ports = {
    host,
    sealing: { protection, rounds: 1_000 },
    envelopes: makeJournalEnvelopes({ journal: disk.journal, exclusively: takeTurns() }),
    onError: (cause) => {
      throw cause;
    },
  };
});

async function signIn(password: string, secret = deviceSecret): Promise<string> {
  const answer = await keyAfterSignIn(ports, accountId, { password, deviceSecret: secret });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.origin;
}

/** Whether anything in the journal opens with a password, without the server. */
async function journalOpensWith(password: string): Promise<boolean> {
  const copies: readonly Envelope[] = await ports.envelopes.readEnvelopes(accountId);
  const opened = await Promise.all(
    copies.map((copy) => openWithPassword(copy, password, protection)),
  );
  return opened.some(({ ok }) => ok);
}

test('after a change of the password nothing in the journal opens with the old one', async () => {
  await signIn('lumut perahu lama');
  // What else lies there stays.
  const entry = encodeRecord({ kind: recordKinds.entry, payload: new Uint8Array(40).fill(7) });
  await disk.journal.append(accountId, entry);
  await signIn('lumut perahu baru');
  expect(await journalOpensWith('lumut perahu lama')).toBe(false);
  expect(await journalOpensWith('lumut perahu baru')).toBe(true);
  const { records } = decodeJournal(disk.files.get(accountId)!);
  expect(records.map(({ kind }) => kind)).toEqual([recordKinds.entry, recordKinds.envelope]);
});

test('so it is on a PC where several passwords of before lie still, and without its database', async () => {
  await signIn('sandi pertama');
  const [first] = await ports.envelopes.readEnvelopes(accountId);
  await signIn('sandi kedua');
  // As an older version left it.
  const payload = new TextEncoder().encode(JSON.stringify(first));
  await disk.journal.append(accountId, encodeRecord({ kind: recordKinds.envelope, payload }));
  await host.delete();
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  ports = { ...ports, host };
  expect(await signIn('sandi ketiga')).toBe('sama');
  for (const old of ['sandi pertama', 'sandi kedua'])
    expect(await journalOpensWith(old)).toBe(false);
  expect(await journalOpensWith('sandi ketiga')).toBe(true);
});

test('an envelope of another key stays: what it sealed may be asked for one day', async () => {
  await signIn('sandi pertama');
  expect(await signIn('sandi kedua', otherSecret)).toBe('hilang');
  expect(await journalOpensWith('sandi pertama')).toBe(true);
  expect(await journalOpensWith('sandi kedua')).toBe(true);
});
