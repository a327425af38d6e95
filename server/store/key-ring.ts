import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keys of the server from outside its database: what lies in the database under them is worth nothing to whoever has only
 * that. The newest one seals; those of before still open.
 */
export interface KeyRing {
  /** Seals for one place, by which it is known again: nobody can put one row's secret into another. */
  seal(place: string, secret: Uint8Array): string;
  /** What was sealed for that place; undefined when it is no seal of these keys, or was altered. */
  open(place: string, sealed: string): Uint8Array | undefined;
  /** How everything begins that the newest key sealed. */
  readonly mark: string;
  /** 32 bytes for another purpose out of each key, the newest one first; they tell nothing of the keys. */
  derive(purpose: string): readonly [Uint8Array, ...Uint8Array[]];
}

/** Bytes of a key. */
export const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const format = 'k1';

/** Whether a stored text is a seal, of whatever key; before there were keys, secrets lay there in base64. */
export function isSealed(text: string): boolean {
  return text.startsWith(`${format}:`);
}

/** A ring of keys of 32 bytes, the newest one first. Seals are AES-256-GCM. */
export function makeKeyRing(keys: readonly [Uint8Array, ...Uint8Array[]]): KeyRing {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [newest] = keys;
  const mark = `${format}:${idOf(newest)}:`;
  return {
    mark,
    derive: (purpose) => [
      derived(newest, purpose),
      ...keys.slice(1).map((key) => derived(key, purpose)),
    ],
    seal: (place, secret) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', newest, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([
        iv,
        cipher.update(secret),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return mark + sealed.toString('base64url');
    },
    open: (place, text) => {
      const [head, id = '', body = ''] = text.split(':');
      const key = byId.get(id);
      const bytes = Buffer.from(body, 'base64url');
      if (head !== format || !key || bytes.byteLength < ivBytes + tagBytes) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      try {
        const plain = decipher.update(bytes.subarray(ivBytes, -tagBytes));
        return new Uint8Array(Buffer.concat([plain, decipher.final()]));
      } catch {
        // The tag does not fit: altered, or sealed for another place.
        return undefined;
      }
    },
  };
}

/** Bytes for one purpose out of a key. */
function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `meja-verifikator ${purpose}`, keyBytes));
}

/** What names a key without telling anything of it. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('meja kunci').update(key).digest('hex').slice(0, 12);
}
