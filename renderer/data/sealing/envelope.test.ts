import { describe, expect, test } from 'vitest';
import {
  envelopeSchema,
  makeEnvelope,
  openWithEither,
  openWithPassword,
  passwordRounds,
  type Envelope,
} from '#renderer/data/sealing/envelope.ts';
import { toBase64 } from '#renderer/data/sealing/base64.ts';
import type { Unprotected } from '#shared/bridge/bridge-contract.ts';
import type { Protection } from '#shared/bridge/platform.ts';
import { makeVault } from '#renderer/data/sealing/vault.ts';

const accountId = '01900000-0000-7000-9000-000000000001';
const newSecret = (): string => toBase64(crypto.getRandomValues(new Uint8Array(32)));
const deviceSecret = newSecret();
const openers = { password: 'tirta-kencana', deviceSecret };

const bare: Protection = {
  protect: () => Promise.resolve(null),
  unprotect: () => Promise.reject(new Error('Nothing was protected.')),
};

/** Few rounds: these tests are about something else. */
const quick = (protection: Protection) => ({ protection, rounds: 1_000 });

const turn = (bytes: string): string => bytes.split('').toReversed().join('');

/** An operating system that writes backwards; `state` is what it says of its own key. */
function makeSystem(state: 'baik' | 'hilang' | 'tak_tersedia'): Protection {
  return {
    protect: (bytes) => Promise.resolve(turn(bytes)),
    unprotect: (bytes): Promise<Unprotected> => {
      if (state !== 'baik') return Promise.resolve({ kind: state });
      return Promise.resolve({ kind: 'terbuka', bytes: turn(bytes), renewed: null });
    },
  };
}

async function sameKey(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  const sealed = await makeVault(one).seal('uji', 'rahasia');
  return (await makeVault(other).open('uji', sealed)).ok;
}

test('a password is made slow to guess', () => {
  expect(passwordRounds).toBeGreaterThanOrEqual(600_000);
});

describe('an envelope', () => {
  test('opens with its password and no other, to a key that cannot be taken out', async () => {
    const made = await makeEnvelope(accountId, openers, quick(bare));
    const opened = await openWithPassword(made.envelope, 'tirta-kencana', bare);
    if (!opened.ok) throw new Error(opened.error);
    expect(await sameKey(made.key, opened.value.key)).toBe(true);
    for (const { key } of [made, opened.value]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/i);
    }
    const wrong = await openWithPassword(made.envelope, 'tirta-kencanA', bare);
    expect(wrong).toEqual({ ok: false, error: 'salah' });
  });

  test('says nothing of what opens it, and is another one each time', async () => {
    const [one, other] = [
      await makeEnvelope(accountId, openers, quick(bare)),
      await makeEnvelope(accountId, openers, quick(bare)),
    ];
    expect(envelopeSchema.parse(structuredClone(one.envelope))).toEqual(one.envelope);
    const text = JSON.stringify(one.envelope);
    expect(text).not.toContain('tirta');
    expect(text).not.toContain(deviceSecret);
    expect(one.envelope.password.salt).not.toBe(other.envelope.password.salt);
    expect(await sameKey(one.key, other.key)).toBe(false);
  });

  test('takes the same password however its letters were composed', async () => {
    const composed = { ...openers, password: 'Caf\u00e9' };
    const { envelope } = await makeEnvelope(accountId, composed, quick(bare));
    expect((await openWithPassword(envelope, 'Cafe\u0301', bare)).ok).toBe(true);
  });

  test('of another account, or with its parts exchanged, does not open', async () => {
    const { envelope } = await makeEnvelope(accountId, openers, quick(bare));
    const moved: Envelope = { ...envelope, accountId: 'lain' };
    expect(await openWithPassword(moved, openers.password, bare)).toMatchObject({ error: 'salah' });
    expect(await openWithEither(moved, openers, quick(bare))).toMatchObject({ error: 'salah' });
    const { bytes } = envelope.device;
    const exchanged = { ...envelope, password: { ...envelope.password, bytes } };
    expect((await openWithPassword(exchanged, openers.password, bare)).ok).toBe(false);
  });
});

describe('after a sign-in', () => {
  test('a password changed on the server opens the same key from then on, the old one no more', async () => {
    const made = await makeEnvelope(accountId, openers, quick(bare));
    const changed = { password: 'sandi baru', deviceSecret };
    const opened = await openWithEither(made.envelope, changed, quick(bare));
    if (!opened.ok) throw new Error(opened.error);
    const { key, envelope } = opened.value;
    expect(await sameKey(made.key, key)).toBe(true);
    expect(key.extractable).toBe(false);
    expect((await openWithPassword(envelope, 'sandi baru', bare)).ok).toBe(true);
    expect((await openWithPassword(envelope, openers.password, bare)).ok).toBe(false);
  });

  test('a device secret that the server made anew takes the place of the old one', async () => {
    const made = await makeEnvelope(accountId, openers, quick(bare));
    const anew = { password: openers.password, deviceSecret: newSecret() };
    const opened = await openWithEither(made.envelope, anew, quick(bare));
    if (!opened.ok) throw new Error(opened.error);
    const later = { password: 'sandi baru', deviceSecret: anew.deviceSecret };
    const again = await openWithEither(opened.value.envelope, later, quick(bare));
    expect(again.ok && (await sameKey(made.key, again.value.key))).toBe(true);
  });

  test('an envelope that still fits stays as it is', async () => {
    const { envelope } = await makeEnvelope(accountId, openers, quick(bare));
    expect(await openWithEither(envelope, openers, quick(bare))).toMatchObject({
      value: { envelope },
    });
  });

  test('an envelope with fewer rounds than are asked for now gets more', async () => {
    const made = await makeEnvelope(accountId, openers, quick(bare));
    const opened = await openWithEither(made.envelope, openers, {
      protection: bare,
      rounds: 2_000,
    });
    if (!opened.ok) throw new Error(opened.error);
    expect(opened.value.envelope.password.rounds).toBe(2_000);
    expect(await sameKey(made.key, opened.value.key)).toBe(true);
  });

  test('one that neither opens is lost', async () => {
    const { envelope } = await makeEnvelope(accountId, openers, quick(bare));
    const foreign = { password: 'lain', deviceSecret: newSecret() };
    expect(await openWithEither(envelope, foreign, quick(bare))).toEqual({
      ok: false,
      error: 'salah',
    });
  });
});

describe('the protection of the operating system', () => {
  test('lies over both parts', async () => {
    const system = makeSystem('baik');
    const { envelope } = await makeEnvelope(accountId, openers, quick(system));
    expect([envelope.password.protected, envelope.device.protected]).toEqual([true, true]);
    expect((await openWithPassword(envelope, openers.password, system)).ok).toBe(true);
    const stolen = { ...envelope, password: { ...envelope.password, protected: false } };
    expect(await openWithPassword(stolen, openers.password, bare)).toMatchObject({ ok: false });
  });

  test.each(['hilang', 'tak_tersedia'] as const)('that is %s says so', async (state) => {
    const { envelope } = await makeEnvelope(accountId, openers, quick(makeSystem('baik')));
    const answer = { ok: false, error: state };
    expect(await openWithPassword(envelope, openers.password, makeSystem(state))).toEqual(answer);
    expect(await openWithEither(envelope, openers, quick(makeSystem(state)))).toEqual(answer);
  });

  test('is renewed when the system asks for it', async () => {
    const { envelope } = await makeEnvelope(accountId, openers, quick(makeSystem('baik')));
    const renewing: Protection = {
      ...makeSystem('baik'),
      unprotect: async (bytes) => {
        const opened = await makeSystem('baik').unprotect(bytes);
        return opened.kind === 'terbuka' ? { ...opened, renewed: 'AQI=' } : opened;
      },
    };
    const opened = await openWithPassword(envelope, openers.password, renewing);
    expect(opened).toMatchObject({ value: { envelope: { password: { bytes: 'AQI=' } } } });
  });
});
