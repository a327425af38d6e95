import { webcrypto } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { ElementSplitter, type SplitText } from '#server/handover/split-elements.ts';
import { isTame } from '#server/http/tame-json.ts';
import {
  handoverAuthenticated,
  handoverElementSchema,
  handoverInfo,
  type HandoverElement,
  type HandoverFault,
  type HandoverFile,
} from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An element of the sealed content: its JSON as it was sealed. Nothing of it but its id is known to be right. */
export interface SealedElement {
  readonly id: string;
  readonly text: string;
}

/** What an element says; undefined when it says more than anybody can read, or is no JSON inside. */
export function readElement({ text }: SealedElement): HandoverElement | undefined {
  if (!isTame(Buffer.from(text))) return undefined;
  return handoverElementSchema.safeParse(parseJson(text)).data;
}

/** The largest content that is ever unpacked. */
const maxContentBytes = 128 * 1_048_576;
/** What a content may have besides what follows from its size, so that no honest one comes near its limit. */
const spareBytes = 1_048_576;
/** A command is a few thousand bytes; so many on an average are more than a person can type. */
const bytesPerElement = 65_536;
/** The largest single command that is legal has less: 200 verdicts, and 10,000 pages seen of each of 20 documents. */
const maxElementBytes = 2 * 1_048_576;
/** Commands have ids and hashes that do not pack: even those that repeat all else are packed 60 to 1. */
const packedAtMost = 200;
/** What is left besides the elements: a few names, and number and comma of each element. */
const restBytes = 65_536;
const restBytesPerElement = 8;
/** Objects and lists that lie in an element itself. */
const fieldsOfOne = 1_000;
/** After so many bytes others have their turn. */
const bytesInARow = 262_144;

/** Opens a file with the secret (base64) of its account on its PC; `rusak` when a single bit is not as it was made. */
export async function openHandover(
  file: HandoverFile,
  deviceSecret: string,
): Promise<Result<readonly SealedElement[], HandoverFault>> {
  const { count } = file.header;
  const plain = await decrypt(file, deviceSecret);
  const split = plain && (await unpack(plain, count));
  const elements = split && (await elementsOf(split, count));
  return elements ? succeed(elements) : fail({ kind: 'rusak' });
}

/**
 * Unpacks the content piece by piece and takes it apart, as far as what the header declares: whoever sealed it had the
 * secret, and may still have written nonsense. Undefined when it is no gzip, or too much of anything.
 */
async function unpack(packed: Buffer, count: number): Promise<SplitText | undefined> {
  const splitter = new ElementSplitter(3, {
    elements: count,
    elementBytes: maxElementBytes,
    restBytes: restBytes + count * restBytesPerElement,
  });
  const limits = [maxContentBytes, count * bytesPerElement, packed.length * packedAtMost];
  let left = Math.min(...limits) + spareBytes;
  const unpacking = createGunzip();
  unpacking.end(packed);
  try {
    for await (const bytes of unpacking) {
      if (!Buffer.isBuffer(bytes)) return undefined;
      left -= bytes.length;
      if (left < 0 || !splitter.push(bytes)) return undefined;
    }
    return splitter.end();
  } catch {
    // zlib says what is wrong with it; the caller says that the file cannot be read.
    return undefined;
  }
}

const contentSchema = z.object({ decisions: z.array(z.int()) });

/** The elements, when there are as many as declared, each an object with an id, and nothing else among them. */
async function elementsOf(
  { elements, rest }: SplitText,
  count: number,
): Promise<readonly SealedElement[] | undefined> {
  const numbers = contentSchema.safeParse(parseJson(rest)).data?.decisions;
  const areAll = numbers?.length === count && numbers.every((number, at) => number === at);
  if (!areAll || elements.length !== count) return undefined;
  const sealed: SealedElement[] = [];
  let inARow = 0;
  for (const bytes of elements) {
    const id = idOf(bytes);
    if (id === undefined) return undefined;
    sealed.push({ id, text: bytes.toString('utf8') });
    inARow += bytes.length;
    if (inARow < bytesInARow) continue;
    inARow = 0;
    await nextTurn();
  }
  return sealed;
}

/** The id of an element, however much and however deep it is besides. */
function idOf(bytes: Buffer): string | undefined {
  const splitter = new ElementSplitter(2, {
    elements: fieldsOfOne,
    elementBytes: maxElementBytes,
    restBytes,
  });
  if (!splitter.push(bytes)) return undefined;
  return handoverElementSchema.safeParse(parseJson(splitter.end().rest)).data?.id;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Undefined fits no schema: the caller says that the file cannot be read.
    return undefined;
  }
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

function bytesOf(base64: string): Buffer<ArrayBuffer> {
  return Buffer.from(base64, 'base64');
}
