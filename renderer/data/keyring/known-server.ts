import { z } from 'zod';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * The server that this PC knows, by its key; `other`: one that answered in its place and was not trusted (null: it shows
 * no key), until a person agrees or the known one answers again.
 */
const knownSchema = z.object({
  key: z.string(),
  other: z.object({ key: z.string().nullable() }).nullable(),
});
/** The server that this PC knows. */
export type KnownServer = z.infer<typeof knownSchema>;

const rowKey = 'knownServer';
const rowSchema = z.object({ value: knownSchema });
/** A row that cannot be read is no leave to trust whoever answers. */
const unreadable: KnownServer = { key: '', other: null };

/** What this PC knows of its server; undefined before the first contact with one that has a key. */
export async function readKnownServer(host: HostDatabase): Promise<KnownServer | undefined> {
  const row: unknown = await host.settings.get(rowKey);
  return row === undefined ? undefined : (rowSchema.safeParse(row).data?.value ?? unreadable);
}

/**
 * Remembers the server: at the first contact, and when another key succeeded its own. False: what is known is not (any more)
 * what was known (`before`) when it was looked at.
 */
export async function rememberServer(
  host: HostDatabase,
  key: string,
  before: KnownServer | undefined,
): Promise<boolean> {
  return host.transaction('rw', host.settings, async () => {
    const now = await readKnownServer(host);
    // In another window the same server may have been met.
    if (now?.key !== before?.key && now?.key !== key) return false;
    await write(host, { key, other: null });
    return true;
  });
}

/** Notes who answered in the place of the server that this PC knows. */
export async function noteOtherServer(host: HostDatabase, key: string | null): Promise<void> {
  await host.transaction('rw', host.settings, async () => {
    const known = await readKnownServer(host);
    if (known) await write(host, { ...known, other: { key } });
  });
}

/**
 * A person agrees to the other server, as it was shown: by its key, or (null) by having none; the next contact is then the
 * first one. False: yet another one has answered meanwhile, or the known one again.
 */
export async function agreeToServer(host: HostDatabase, key: string | null): Promise<boolean> {
  return host.transaction('rw', host.settings, async () => {
    const known = await readKnownServer(host);
    if (!known?.other || known.other.key !== key) return false;
    if (key === null) await host.settings.delete(rowKey);
    else await write(host, { key, other: null });
    return true;
  });
}

async function write(host: HostDatabase, value: KnownServer): Promise<void> {
  await host.settings.put({ key: rowKey, value });
}
