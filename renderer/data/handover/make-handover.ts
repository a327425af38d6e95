import { fromBase64, toBase64 } from '#renderer/data/sealing/base64.ts';
import {
  handoverAuthenticated,
  handoverExtension,
  handoverFormat,
  handoverInfo,
  handoverVersion,
  type HandoverFile,
  type HandoverHeader,
} from '#shared/contract/handover.ts';
import { decisionIn, type Command } from '#shared/workflow/commands.ts';

const saltBytes = 32;
const ivBytes = 12;

/** What is handed over. `deviceSecret` in base64, as the session brought it; `createdAt` by the PC's clock. */
export interface HandoverRequest {
  readonly accountId: string;
  readonly deviceId: string;
  readonly deviceSecret: string;
  /** In the order in which they were made; at most `maxHandoverDecisions`. */
  readonly commands: readonly Command[];
  readonly createdAt: Date;
}

/** Seals commands so that the server alone can open them; every call takes a new salt and IV. */
export async function makeHandover(request: HandoverRequest): Promise<HandoverFile> {
  const header: HandoverHeader = {
    format: handoverFormat,
    version: handoverVersion,
    accountId: request.accountId.toLowerCase(),
    deviceId: request.deviceId.toLowerCase(),
    createdAt: request.createdAt.toISOString(),
    count: request.commands.length,
  };
  const encoder = new TextEncoder();
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await deriveKey(request.deviceSecret, salt, encoder.encode(handoverInfo(header)));
  const content = await pack(JSON.stringify({ decisions: request.commands.map(elementOf) }));
  const additionalData = encoder.encode(handoverAuthenticated(header));
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    content,
  );
  return {
    header,
    salt: toBase64(salt),
    iv: toBase64(iv),
    ciphertext: toBase64(new Uint8Array(ciphertext)),
  };
}

/** A decision names no kind in a file, as when there was nothing else: every server of the format takes it. */
function elementOf(command: Command): object {
  return (command.kind === 'putusan' ? decisionIn(command) : null) ?? command;
}

/** The bytes of a file to be written, and the name that is proposed for it; the name says nothing of a person. */
export function handoverToFile(file: HandoverFile): {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const { createdAt, deviceId } = file.header;
  const name = `keputusan-${createdAt.slice(0, 10)}-${deviceId.slice(0, 8)}${handoverExtension}`;
  return { name, bytes: new TextEncoder().encode(`${JSON.stringify(file)}\n`) };
}

async function deriveKey(
  deviceSecret: string,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const bytes = fromBase64(deviceSecret);
  const secret = await subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
}

// Commands repeat themselves: a day of them is a tenth as large then, on a stick and on a slow line.
async function pack(text: string): Promise<ArrayBuffer> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).arrayBuffer();
}
