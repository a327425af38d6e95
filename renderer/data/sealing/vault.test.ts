import { expect, test } from 'vitest';
import { makeAccountKey, makeVault, sealedSchema } from '#renderer/data/sealing/vault.ts';

const value = { nama: 'Siti Rahmawati', nip: '198501012010012001', catatan: 'Ganjil “kutip” 😀' };

test('a sealed value opens as it was, and says nothing of itself', async () => {
  const vault = makeVault(await makeAccountKey());
  const sealed = await vault.seal('drafts:1', value);
  expect(sealedSchema.safeParse(sealed).success).toBe(true);
  expect(new TextDecoder().decode(sealed)).not.toContain('Siti');
  expect(await vault.open('drafts:1', sealed)).toEqual({ ok: true, value });
});

test('the same value is sealed to other bytes each time', async () => {
  const vault = makeVault(await makeAccountKey());
  const [one, other] = [await vault.seal('a', value), await vault.seal('a', value)];
  expect(one).not.toEqual(other);
});

test('what was moved, altered or sealed by another account does not open', async () => {
  const vault = makeVault(await makeAccountKey());
  const sealed = await vault.seal('outbox:1', value);
  const altered = sealed.slice();
  altered[altered.length - 1]! ^= 1;
  const broken = { ok: false, error: { kind: 'segel_rusak' } };
  expect(await vault.open('outbox:2', sealed)).toEqual(broken);
  expect(await vault.open('outbox:1', altered)).toEqual(broken);
  expect(await makeVault(await makeAccountKey()).open('outbox:1', sealed)).toEqual(broken);
});

test('bytes come back byte for byte', async () => {
  const vault = makeVault(await makeAccountKey());
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const opened = await vault.openBytes('x', await vault.sealBytes('x', bytes.buffer));
  expect(opened.ok && new Uint8Array(opened.value)).toEqual(bytes);
});

test('fewer bytes than an IV and a tag are no sealed value', () => {
  expect(sealedSchema.safeParse(new Uint8Array(27)).success).toBe(false);
  expect(sealedSchema.safeParse('teks').success).toBe(false);
});
