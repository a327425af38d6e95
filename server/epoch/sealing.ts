import { createHmac } from 'node:crypto';
import { isSameSeal } from '#server/store/compare-seals.ts';
import type { Db } from '#server/store/database.ts';
import { keptSecret } from '#server/store/secrets.ts';

/** Makes and reads the seal (96 bits, base64url) under which the server hands something out and knows it again. */
export interface Seal {
  make(parts: readonly (string | number)[]): string;
  fits(parts: readonly (string | number)[], seal: string): boolean;
}

const sealBytes = 12;
const seals = new WeakMap<Db, Seal>();

/** The seal of the server that has this database. Asked outside of read-only transactions: the key is made once. */
export async function sealOf(db: Db): Promise<Seal> {
  const known = seals.get(db);
  if (known) return known;
  const seal = makeSeal(await keptSecret(db, 'receipt'));
  seals.set(db, seal);
  return seal;
}

function makeSeal(key: Uint8Array): Seal {
  const make: Seal['make'] = (parts) =>
    createHmac('sha256', key)
      .update(JSON.stringify(parts))
      .digest()
      .subarray(0, sealBytes)
      .toString('base64url');
  return { make, fits: (parts, seal) => isSameSeal(seal, make(parts)) };
}
