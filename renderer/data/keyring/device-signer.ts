import { z } from 'zod';
import { toBase64Url } from '#renderer/data/sealing/base64.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { DeviceProof } from '#shared/contract/device-proof.ts';

/**
 * Signs as this PC. A port: in a browser the private key lies in the PC's database, where nobody can take it out; a shell
 * may keep it where the system seals it.
 */
export interface DeviceSigner {
  /** That this PC holds its key. */
  prove(text: string): Promise<DeviceProof>;
  /** Whether the server has asked this PC to sign what it sends: one of before does not know how to take it. */
  isAsked(): Promise<boolean>;
  /** The server asks for proofs of this key, or (undefined) of none. */
  noteAsked(key: string | undefined): Promise<void>;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const rowKey = 'deviceKey';
const rowSchema = z.object({
  value: z.object({
    privateKey: z.instanceof(CryptoKey),
    publicKey: z.string(),
    asked: z.boolean(),
  }),
});
type KeptKey = z.infer<typeof rowSchema>['value'];

/**
 * The signer of this PC. Its key is made when it is first needed and never leaves the database; where it was lost with the
 * database, the next one is a new one.
 */
export function makeDeviceSigner(host: HostDatabase): DeviceSigner {
  return {
    prove: async (text) => {
      const { privateKey, publicKey } = await ensureKey(host);
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const bytes = new TextEncoder().encode(text);
      const signature = await crypto.subtle.sign(how, privateKey, bytes);
      return { key: publicKey, signature: toBase64Url(new Uint8Array(signature)) };
    },
    isAsked: async () => (await readKey(host))?.asked ?? false,
    noteAsked: async (key) => {
      await host.transaction('rw', host.settings, async () => {
        const kept = await readKey(host);
        const asked = kept?.publicKey === key;
        if (kept && kept.asked !== asked) await writeKey(host, { ...kept, asked });
      });
    },
  };
}

async function ensureKey(host: HostDatabase): Promise<KeptKey> {
  const kept = await readKey(host);
  if (kept) return kept;
  const pair = await crypto.subtle.generateKey(curve, false, ['sign']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  const publicKey = toBase64Url(new Uint8Array(raw));
  const made = { privateKey: pair.privateKey, publicKey, asked: false };
  // Another window may have made one meanwhile: the first stays.
  return host.transaction('rw', host.settings, async () => {
    const first = await readKey(host);
    if (!first) await writeKey(host, made);
    return first ?? made;
  });
}

async function readKey(host: HostDatabase): Promise<KeptKey | undefined> {
  return rowSchema.safeParse(await host.settings.get(rowKey)).data?.value;
}

async function writeKey(host: HostDatabase, value: KeptKey): Promise<void> {
  await host.settings.put({ key: rowKey, value });
}
