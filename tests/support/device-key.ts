import { createHash, webcrypto } from 'node:crypto';
import {
  bodyProofText,
  deviceProofHeader,
  proofToHeader,
  type DeviceProof,
} from '#shared/contract/device-proof.ts';

/** A PC's key in the hands of a test. */
export interface TestKey {
  readonly publicKey: string;
  prove(text: string): Promise<DeviceProof>;
  /** Headers of a body that it signs for a path, in the session of an access token. */
  sign(path: string, accessToken: string, body: string): Promise<Record<string, string>>;
}

/** A new key. */
export async function makeTestKey(): Promise<TestKey> {
  const { subtle } = webcrypto;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await subtle.generateKey(curve, false, ['sign', 'verify']);
  const raw = await subtle.exportKey('raw', pair.publicKey);
  const publicKey = Buffer.from(raw).toString('base64url');
  const prove = async (text: string): Promise<DeviceProof> => {
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await subtle.sign(how, pair.privateKey, Buffer.from(text));
    return { key: publicKey, signature: Buffer.from(signature).toString('base64url') };
  };
  return {
    publicKey,
    prove,
    sign: async (path, accessToken, body) => {
      const bodyHash = createHash('sha256').update(body).digest('hex');
      const proof = await prove(bodyProofText(path, accessToken, bodyHash));
      return { [deviceProofHeader]: proofToHeader(proof) };
    },
  };
}
