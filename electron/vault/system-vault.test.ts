import { expect, test } from 'vitest';
import { protect, unprotect, type SystemVault } from '#electron/vault/system-vault.ts';

const secret = 'a3VuY2k=';

/** The system of a user: what one user's system protected, another's does not open. */
function systemOf(user: string, changes: Partial<SystemVault> = {}): SystemVault {
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(`${user}:${text}`)),
    decryptStringAsync: (bytes) => {
      const text = bytes.toString();
      if (!text.startsWith(`${user}:`)) return Promise.reject(new Error('Error while decrypting'));
      return Promise.resolve({ shouldReEncrypt: false, result: text.slice(user.length + 1) });
    },
    ...changes,
  };
}

async function protectedBy(system: SystemVault): Promise<string> {
  const bytes = await protect(system, secret);
  if (bytes === null) throw new Error('Not protected.');
  return bytes;
}

test('what the system protected, it opens again for the same user', async () => {
  const system = systemOf('ani');
  const bytes = await protectedBy(system);
  expect(bytes).not.toContain(secret);
  expect(await unprotect(system, bytes)).toEqual({ kind: 'terbuka', bytes: secret, renewed: null });
});

test('another user, or the same one after the profile was reset, has lost it', async () => {
  const bytes = await protectedBy(systemOf('ani'));
  expect(await unprotect(systemOf('budi'), bytes)).toEqual({ kind: 'hilang' });
});

test('a system without a key of its own protects nothing', async () => {
  const none = systemOf('ani', { isAsyncEncryptionAvailable: () => Promise.resolve(false) });
  expect(await protect(none, secret)).toBeNull();
});

test('a system that cannot answer now has lost nothing', async () => {
  const bytes = await protectedBy(systemOf('ani'));
  const away = systemOf('ani', { isAsyncEncryptionAvailable: () => Promise.resolve(false) });
  const busy = systemOf('ani', {
    decryptStringAsync: () => Promise.reject(new Error('The key is temporarily unavailable.')),
  });
  for (const system of [away, busy]) {
    expect(await unprotect(system, bytes)).toEqual({ kind: 'tak_tersedia' });
  }
});

test('what was protected under a key that the system replaced comes back protected anew', async () => {
  const bytes = await protectedBy(systemOf('ani'));
  const rotated = systemOf('ani', {
    decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: true, result: secret }),
    encryptStringAsync: () => Promise.resolve(Buffer.from('baru')),
  });
  const renewed = Buffer.from('baru').toString('base64');
  expect(await unprotect(rotated, bytes)).toEqual({ kind: 'terbuka', bytes: secret, renewed });
});
