import { createHash, webcrypto } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import {
  bodyProofText,
  deviceProofHeader,
  proofOfHeader,
  type DeviceProof,
} from '#shared/contract/device-proof.ts';

/** The bytes of bodies that came with a proof, as long as their requests live. */
const bodies = new WeakMap<FastifyRequest, Buffer>();

/** Keeps the bytes of a body that is said to be signed. */
export function keepSignedBody(request: FastifyRequest, body: Buffer): void {
  if (request.headers[deviceProofHeader] !== undefined) bodies.set(request, body);
}

/** Whether the holder of a key signed the body of a request, in the session of its access token. */
export async function isBodySignedWith(
  request: FastifyRequest,
  path: string,
  key: string,
): Promise<boolean> {
  const proof = proofOfHeader(request.headers[deviceProofHeader]);
  const body = bodies.get(request);
  if (!body || proof?.key !== key) return false;
  const accessToken = (request.headers.authorization ?? '').replace(/^Bearer /i, '');
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return isProof(proof, bodyProofText(path, accessToken, bodyHash));
}

/** Whether the holder of the key signed this text. */
export async function isProof({ key, signature }: DeviceProof, text: string): Promise<boolean> {
  const { subtle } = webcrypto;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    const publicKey = await subtle.importKey('raw', bytesOf(key), curve, false, ['verify']);
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    return await subtle.verify(how, publicKey, bytesOf(signature), Buffer.from(text));
  } catch {
    // No point of the curve: nobody holds such a key.
    return false;
  }
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}
