import { makeAccountKey, makeVault, type Vault } from '#renderer/data/sealing/vault.ts';

/** The vault of every test that is not about keys: one key for the whole test file. */
export const testVault: Vault = makeVault(await makeAccountKey());
