import { crc32 } from '#shared/journal/crc32.ts';

/**
 * A journal is a file of records, one behind the other:
 *
 *   0      4        8      12     13
 *   | mark | length | crc  | kind | payload …
 *
 * `mark` is `F7 4D 4A 01`: a byte that no UTF-8 text holds, `MJ` and the version of this form. `length` (of the payload)
 * and `crc` (CRC-32 over length, kind and payload) are little-endian. Any record can be found and checked without those
 * before it: that is what lets a reader go on behind bytes that a power cut or a bad sector made unreadable. A payload
 * is text or ciphertext, so a whole record cannot lie inside another one but by a chance of 1 in 2^64.
 */
const mark = Uint8Array.of(0xf7, 0x4d, 0x4a, 0x01);
const headerBytes = 13;
const lengthAt = 4;
const crcAt = 8;
const kindAt = 12;

/** Largest payload in bytes; the largest decision that the contract allows is well below. A longer one is a bug. */
export const maxPayloadBytes = 4 * 1024 * 1024;
/** Largest record in bytes. */
export const maxRecordBytes = headerBytes + maxPayloadBytes;

/** One record: `kind` is a number from 0 to 255 that its writer gave a meaning to. */
export interface JournalRecord {
  readonly kind: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** What a journal holds. */
export interface DecodedJournal {
  /** The intact records, in the order of the file. */
  readonly records: readonly JournalRecord[];
  /** Bytes between and before intact records that are none: each stretch was written and damaged since. */
  readonly damagedBytes: number;
  /** Bytes behind the last intact record: an append that a crash cut off, so that nobody was told it was done. */
  readonly tornBytes: number;
}

/** The bytes of one record. */
export function encodeRecord({ kind, payload }: JournalRecord): Uint8Array<ArrayBuffer> {
  if (payload.byteLength > maxPayloadBytes) throw new Error('A journal record is too long.');
  const bytes = new Uint8Array(headerBytes + payload.byteLength);
  const view = new DataView(bytes.buffer);
  bytes.set(mark);
  view.setUint32(lengthAt, payload.byteLength, true);
  bytes[kindAt] = kind;
  bytes.set(payload, headerBytes);
  view.setUint32(crcAt, checksumOf(bytes), true);
  return bytes;
}

/** The bytes of several records, to be appended as one. */
export function encodeRecords(records: readonly JournalRecord[]): Uint8Array<ArrayBuffer> {
  const parts = records.map(encodeRecord);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.byteLength;
  }
  return bytes;
}

/** Every intact record of a journal; what lies between them is passed over and counted. Never throws. */
export function decodeJournal(bytes: Uint8Array<ArrayBuffer>): DecodedJournal {
  const records: JournalRecord[] = [];
  let damagedBytes = 0;
  // End of the last intact record, and where the next one is looked for.
  let end = 0;
  let at = findMark(bytes, 0);
  while (at !== -1) {
    const found = recordAt(bytes, at);
    if (found) {
      damagedBytes += Math.max(0, at - end);
      end = at + headerBytes + found.payload.byteLength;
      records.push(found);
    }
    // An append that lacks just its last bytes may find them in the mark of the next record, which is no less whole.
    at = findMark(bytes, found ? end - (mark.byteLength - 1) : at + 1);
  }
  return { records, damagedBytes, tornBytes: bytes.byteLength - end };
}

function recordAt(bytes: Uint8Array<ArrayBuffer>, at: number): JournalRecord | undefined {
  if (bytes.byteLength - at < headerBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const length = view.getUint32(lengthAt, true);
  const end = at + headerBytes + length;
  if (length > maxPayloadBytes || end > bytes.byteLength) return undefined;
  const record = bytes.slice(at, end);
  if (view.getUint32(crcAt, true) !== checksumOf(record)) return undefined;
  return { kind: record[kindAt]!, payload: record.subarray(headerBytes) };
}

/** Everything but the mark and the checksum itself. */
function checksumOf(record: Uint8Array<ArrayBuffer>): number {
  const checked = record.slice(crcAt);
  checked.set(record.subarray(lengthAt, crcAt));
  return crc32(checked);
}

function findMark(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(mark[0]!, from);
  while (at !== -1 && mark.some((byte, index) => bytes[at + index] !== byte)) {
    at = bytes.indexOf(mark[0]!, at + 1);
  }
  return at;
}
