import { webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { z } from 'zod';
import {
  handoverAuthenticated,
  handoverContentSchema,
  handoverInfo,
  type HandoverFault,
  type HandoverFile,
} from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An element of the sealed content; each is judged alone. */
export type HandoverElement = z.infer<typeof handoverContentSchema>['decisions'][number];

/** A key stretched from little that is gzip of very much must not fill the server's memory. */
const maxContentBytes = 128 * 1_048_576;

/** Opens a file with the secret (base64) of its account on its PC; `rusak` when a single bit is not as it was made. */
export async function openHandover(
  file: HandoverFile,
  deviceSecret: string,
): Promise<Result<readonly HandoverElement[], HandoverFault>> {
  const plain = await decrypt(file, deviceSecret);
  if (!plain) return fail({ kind: 'rusak' });
  const content = handoverContentSchema.safeParse(await unpack(plain));
  if (!content.success || content.data.decisions.length !== file.header.count) {
    return fail({ kind: 'rusak' });
  }
  return succeed(content.data.decisions);
}

async function decrypt(file: HandoverFile, deviceSecret: string): Promise<Buffer | undefined> {
  const { subtle } = webcrypto;
  const { header, salt, iv, ciphertext } = file;
  const secret = await subtle.importKey('raw', bytesOf(deviceSecret), 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: bytesOf(salt),
      info: Buffer.from(handoverInfo(header)),
    },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const additionalData = Buffer.from(handoverAuthenticated(header));
  try {
    const how = { name: 'AES-GCM', iv: bytesOf(iv), additionalData };
    return Buffer.from(await subtle.decrypt(how, key, bytesOf(ciphertext)));
  } catch {
    // WebCrypto says no more than that it does not fit: altered, or sealed under another secret.
    return undefined;
  }
}

async function unpack(packed: Buffer): Promise<unknown> {
  try {
    const text = await promisify(gunzip)(packed, { maxOutputLength: maxContentBytes });
    return JSON.parse(text.toString('utf8'));
  } catch {
    // Whoever sealed this had the secret and wrote nonsense; the caller says that the file cannot be read.
    return undefined;
  }
}

function bytesOf(base64: string): Buffer<ArrayBuffer> {
  return Buffer.from(base64, 'base64');
}
