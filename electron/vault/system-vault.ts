import type { SafeStorage } from 'electron';
import type { Unprotected } from '#shared/bridge/bridge-contract.ts';

/** The part of Electron's `safeStorage` that is used: DPAPI on Windows, the keychain or keyring elsewhere. */
export type SystemVault = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** Protects base64 bytes under the system's own key, as base64; null when the system has none (a Linux without keyring). */
export async function protect(vault: SystemVault, bytes: string): Promise<string | null> {
  if (!(await vault.isAsyncEncryptionAvailable())) return null;
  return (await vault.encryptStringAsync(bytes)).toString('base64');
}

/** Opens protected bytes again; a refusal of the system is told from a system that is not ready to answer. */
export async function unprotect(vault: SystemVault, bytes: string): Promise<Unprotected> {
  if (!(await vault.isAsyncEncryptionAvailable())) return { kind: 'tak_tersedia' };
  const opened = await decrypt(vault, Buffer.from(bytes, 'base64'));
  if (opened === 'tak_tersedia' || opened === 'hilang') return { kind: opened };
  const { result, shouldReEncrypt } = opened;
  return {
    kind: 'terbuka',
    bytes: result,
    renewed: shouldReEncrypt ? await protect(vault, result) : null,
  };
}

async function decrypt(
  vault: SystemVault,
  bytes: Buffer,
): Promise<Electron.DecryptStringAsyncReturnValue | 'hilang' | 'tak_tersedia'> {
  try {
    return await vault.decryptStringAsync(bytes);
  } catch (cause) {
    // Electron has no codes: it says "temporarily unavailable" when the key may come back, and rejects otherwise when
    // the bytes were protected by a key that this user of the system does not have (any more).
    const again = cause instanceof Error && /unavailable/i.test(cause.message);
    return again ? 'tak_tersedia' : 'hilang';
  }
}
