import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tableLimits, TableRefused } from '#server/imports/table/table.ts';

/** How the text of a file is written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file is by its content, whatever its name says. */
export interface InspectedFile {
  readonly sha256: string;
  readonly kind: 'zip' | 'csv';
  /** Of a text. */
  readonly encoding: TextEncoding;
}

const headBytes = 4_096;
const signatures = [
  { kind: 'pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'zip', starts: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'ole', starts: [0xd0, 0xcf, 0x11, 0xe0] },
] as const;

/** Reads a file once, piece by piece: its hash, what it is, and how its text is written. Throws `TableRefused`. */
export async function inspectFile(path: string): Promise<InspectedFile> {
  await assertFile(path);
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let [head, bytes, isUtf8, isLocked] = [Buffer.alloc(0), 0, true, false];
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Buffer)) throw new Error('A stream of bytes gave something else.');
    bytes += chunk.length;
    // It may grow while it is read.
    if (bytes > tableLimits.fileBytes) throw new TableRefused({ kind: 'terlalu_besar' });
    hash.update(chunk);
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)]);
    isUtf8 &&= isDecodable(utf8, chunk);
    isLocked ||= chunk.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  }
  isUtf8 &&= isDecodable(utf8);
  const found = signatures.find(({ starts }) => head.subarray(0, 4).equals(Buffer.from(starts)));
  if (found?.kind === 'ole') throw new TableRefused({ kind: isLocked ? 'terkunci' : 'xls_lama' });
  if (found?.kind === 'pdf') throw new TableRefused({ kind: 'pdf' });
  const encoding = encodingOf(head, isUtf8);
  if (!found) assertText(head, encoding);
  return { sha256: hash.digest('hex'), kind: found ? 'zip' : 'csv', encoding };
}

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new TableRefused({ kind: 'tidak_ada' });
  if (found.size === 0) throw new TableRefused({ kind: 'kosong' });
  if (found.size > tableLimits.fileBytes) throw new TableRefused({ kind: 'terlalu_besar' });
}

/** Whether the next piece goes on as UTF-8; without one: whether the text ended whole. */
function isDecodable(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    // What a fatal decoder throws is its answer: these bytes are no UTF-8.
    return false;
  }
}

/** Excel writes UTF-8 with a mark, UTF-16 with a mark as "Unicode text", and else the alphabet of the PC. */
function encodingOf(head: Buffer, isUtf8: boolean): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

function assertText(head: Buffer, encoding: TextEncoding): void {
  const text = new TextDecoder(encoding).decode(head).trimStart();
  // Many applications call a web page .xls.
  if (/^<(?:!doctype|html|table|\?xml|meta|style)/i.test(text))
    throw new TableRefused({ kind: 'html' });
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const strange = text.replaceAll(/[^\0-\x08\x0e-\x1f]/gu, '').length;
  if (strange > text.length / 20) throw new TableRefused({ kind: 'bukan_tabel' });
}
