import { webcrypto } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  handoverAuthenticated,
  handoverFormat,
  handoverInfo,
  handoverVersion,
  type HandoverFile,
} from '#shared/contract/handover.ts';
import type { TestClient } from '#tests/support/server.ts';

/**
 * A hand-over file that the holder of a device secret could seal by hand: whatever content, gzipped, with whatever count
 * in its header.
 */
export async function sealContent(
  { session, deviceId }: Pick<TestClient, 'session' | 'deviceId'>,
  content: string | Buffer,
  count: number,
): Promise<HandoverFile> {
  const { subtle } = webcrypto;
  const header = {
    format: handoverFormat,
    version: handoverVersion,
    accountId: session.account.id,
    deviceId,
    createdAt: '2026-11-22T02:00:00.000Z',
    count,
  } as const;
  const [salt, iv] = [Buffer.alloc(32, 1), Buffer.alloc(12, 2)];
  const secret = Buffer.from(session.deviceSecret, 'base64');
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: Buffer.from(handoverInfo(header)) },
    await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const additionalData = Buffer.from(handoverAuthenticated(header));
  const packed = gzipSync(content, { level: 9 });
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, packed);
  return {
    header,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    ciphertext: Buffer.from(sealed).toString('base64'),
  };
}
