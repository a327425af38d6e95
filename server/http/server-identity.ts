import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import type { KeyRing } from '#server/store/key-ring.ts';
import { keysOf } from '#server/store/secrets.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import {
  fingerprintOf,
  identityProofText,
  mostKeysBefore,
  successionText,
  type ServerIdentity,
} from '#shared/contract/server-identity.ts';
import { succeed } from '#shared/kernel/result.ts';

/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Tells callers who the server is. Its key follows from the key of `server-keys.json`, so that it is neither in the database
 * nor in a backup of it, and is the same for all servers of one database.
 */
export function registerIdentity(context: RouteContext): void {
  const identity = identityOf(keysOf(context.ports.db));
  registerRoute(context, apiRoutes.identity, async ({ body }) => succeed(identity(body.nonce)));
}

/** The server's key as people compare it. */
export function serverFingerprint(keys: KeyRing): string {
  const [newest] = keyPairs(keys);
  return fingerprintOf(Buffer.from(newest.name, 'base64url'));
}

function identityOf(keys: KeyRing): (nonce: string) => ServerIdentity {
  const pairs = keyPairs(keys);
  const [newest, ...older] = pairs;
  const before = older.slice(0, mostKeysBefore).map(({ name, privateKey }, at) => ({
    key: name,
    signature: signed(privateKey, successionText(pairs[at]!.name)),
  }));
  return (nonce) => ({
    key: newest.name,
    signature: signed(newest.privateKey, identityProofText(nonce)),
    before,
  });
}

interface KeyPair {
  readonly privateKey: KeyObject;
  /** The public key, base64url. */
  readonly name: string;
}

function keyPairs(keys: KeyRing): readonly [KeyPair, ...KeyPair[]] {
  const [newest, ...older] = keys.derive('identity');
  return [keyPair(newest), ...older.map(keyPair)];
}

function keyPair(seed: Uint8Array): KeyPair {
  const der = Buffer.concat([pkcs8Head, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, name: createPublicKey(privateKey).export({ format: 'jwk' }).x! };
}

function signed(privateKey: KeyObject, text: string): string {
  return sign(null, Buffer.from(text), privateKey).toString('base64url');
}
