// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { changeAccountRow } from '#renderer/data/keyring/host.ts';
import { readEnvelope } from '#renderer/data/keyring/keyring.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import { fromBase64 } from '#renderer/data/sealing/base64.ts';
import { envelopeSchema, type Envelope } from '#renderer/data/sealing/envelope.ts';
import { makeVault } from '#renderer/data/sealing/vault.ts';
import { keyAfterSignIn } from '#renderer/core/session/account-key.ts';
import { tryPassword, type UnlockPorts } from '#renderer/core/session/unlock.ts';

/*
 * The server compares passwords by NFKC; a PC wrapped its key under NFC until 0.2.0. Both agree on nearly every password, but
 * not on one with full-width letters, ligatures or the like.
 */
const typed = 'Ｒahasia ﬁrma Ⅳ';
const plain = 'Rahasia firma IV';
const accountId = '01900000-0000-7000-9000-000000000001';
/** Contact with the server; whoever tries a password waits a moment before the next one. */
const contact = Date.parse('2026-11-30T02:00:00Z');

/** Written by 0.2.0 for the password as it was typed, with what its key sealed. */
const oldEnvelope = envelopeSchema.parse({
  version: 1,
  accountId,
  password: {
    salt: 'i93TlZU0iMxHSYW3VTFCjw==',
    rounds: 1_000,
    bytes: 'RdnvQha4ctFXMPbsRAwjiJEA1nepkF0O4HYKksKVv9LLJTLOLJOQKVBbeBxl0qKbTTin64iYO1sGP4cs',
    protected: false,
  },
  device: {
    bytes: '0R/tqCzuRyiyf5+95P0sbJtHH/PJmMnxWMye62cYE33NcWZfhAdP0fcrBWBG4bXuA1LAfci5anrra+5B',
    protected: false,
  },
});
const deviceSecret = Buffer.alloc(32, 7).toString('base64');
const oldSealed = fromBase64('nQn5JXPGW2znVKcf+Us6g7xL1faiJw3h7uddIXdd/77F8WXIhA==');

let host: HostDatabase;
let kept: Envelope[];
let ports: UnlockPorts;
let time: number;

beforeEach(() => {
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  kept = [];
  time = contact;
  ports = {
    host,
    accountId,
    now: () => new Date((time += 60_000)),
    sealing: {
      protection: {
        protect: () => Promise.resolve(null),
        unprotect: () => Promise.reject(new Error('Nothing was protected.')),
      },
      rounds: 1_000,
    },
    envelopes: {
      keepEnvelope: async (_account, envelope) => void kept.push(envelope),
      readEnvelopes: () => Promise.resolve([]),
    },
    onError: (cause) => {
      throw cause;
    },
  };
});

/** The account may unlock without network; `envelope` replaces the one that is there. */
async function mayUnlock(envelope?: Envelope): Promise<void> {
  const policy = {
    minimumAppVersion: '0.1.0',
    offlineUnlockDays: 14,
    lockAfterMinutes: 15,
    markFoundAllowed: true,
  };
  await changeAccountRow(host, accountId, (row) => ({
    ...row,
    username: 'verifikator',
    ...(envelope && { envelope }),
    policy,
    contact: { at: contact, highest: contact },
  }));
}

/** A PC on which the account signed in with 0.2.0. */
const onOldProfile = (): Promise<void> => mayUnlock(oldEnvelope);

async function opensOldSeal(password: string): Promise<boolean> {
  const answer = await tryPassword(ports, password);
  if (!answer.ok || answer.value.kind !== 'opened') return false;
  expect(answer.value.key.extractable).toBe(false);
  const opened = await makeVault(answer.value.key).open('uji', oldSealed);
  return opened.ok && opened.value === 'rahasia';
}

test('an old wrap opens without network by what was typed then, and is made anew at once', async () => {
  await onOldProfile();
  expect(await opensOldSeal(typed)).toBe(true);
  const renewed = await readEnvelope(host, accountId);
  expect(renewed?.password.bytes).not.toBe(oldEnvelope.password.bytes);
  expect(renewed?.device).toEqual(oldEnvelope.device);
  expect(kept).toEqual([renewed]);
  // From now on every spelling opens that the server lets in.
  expect(await opensOldSeal(plain)).toBe(true);
  expect(await opensOldSeal(typed)).toBe(true);
  expect(await readEnvelope(host, accountId)).toEqual(renewed);
});

test.each([
  ['the spelling of then', typed],
  ['another spelling that the server takes', plain],
])('a sign-in with %s makes an old wrap anew', async (_title, password) => {
  await onOldProfile();
  const answer = await keyAfterSignIn(ports, accountId, { password, deviceSecret });
  expect(answer).toMatchObject({ ok: true, value: { origin: 'sama' } });
  expect(await opensOldSeal(plain)).toBe(true);
});

test('what is no spelling of the password opens nothing', async () => {
  await onOldProfile();
  expect(await opensOldSeal('Rahasia firma VI')).toBe(false);
});

test.each([
  ['letters put together in another way', 'Caf\u00E9 s\u00E9gar', 'Cafe\u0301 se\u0301gar'],
  ['full-width letters', '\uFF21\uFF22\uFF23 sandi', 'ABC sandi'],
  ['a ligature', 'kopi \uFB01lter', 'kopi filter'],
  ['a no-break space', 'kopi\u00A0pagi', 'kopi pagi'],
])('a new one with %s opens by every spelling', async (_title, one, other) => {
  await keyAfterSignIn(ports, accountId, { password: one, deviceSecret });
  await mayUnlock();
  for (const spelling of [other, one]) {
    expect(await tryPassword(ports, spelling)).toMatchObject({ value: { kind: 'opened' } });
  }
});
