import { z } from 'zod';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import { v7 as uuidv7 } from 'uuid';

const settingSchemas = {
  deviceId: z.uuid(),
  lastUsername: z.string(),
  /** The account at the desk; empty when nobody is signed in. */
  currentAccountId: z.string(),
} as const;
/** Key of a setting of this PC. */
export type HostSetting = keyof typeof settingSchemas;

/**
 * An account that signed in on this PC. `signedOut`: its person left on purpose, in whichever window, and has not come
 * back; absent in rows that an older version wrote.
 */
const accountRowSchema = z.object({
  id: z.string(),
  username: z.string(),
  signedOut: z.boolean().optional(),
});

const rowSchema = z.object({ key: z.string(), value: z.unknown() });

/** A setting of this PC; undefined when it was never written. */
export async function readHostSetting(
  host: HostDatabase,
  key: HostSetting,
): Promise<string | undefined> {
  const row = rowSchema.safeParse(await host.settings.get(key));
  const value = row.success ? settingSchemas[key].safeParse(row.data.value) : undefined;
  return value?.success ? value.data : undefined;
}

/** The PC's own id, made at the first question and kept. */
export async function ensureDeviceId(host: HostDatabase): Promise<string> {
  return host.transaction('rw', host.settings, async () => {
    const known = await readHostSetting(host, 'deviceId');
    if (known) return known;
    const value = uuidv7();
    await host.settings.put({ key: 'deviceId', value });
    return value;
  });
}

/** Notes who sits at the desk from now on. */
export async function seatAccount(
  host: HostDatabase,
  account: { readonly id: string; readonly username: string },
): Promise<void> {
  await host.transaction('rw', [host.settings, host.accounts], async () => {
    await host.settings.put({ key: 'currentAccountId', value: account.id });
    await host.settings.put({ key: 'lastUsername', value: account.username });
    await host.accounts.put({ id: account.id, username: account.username, signedOut: false });
  });
}

/**
 * Notes that the account left the desk on purpose, which every window of it hears (`watchSignOut`); another one that
 * sat down meanwhile (in another window) stays.
 */
export async function unseatAccount(host: HostDatabase, accountId: string): Promise<void> {
  await host.transaction('rw', [host.settings, host.accounts], async () => {
    const known = accountRowSchema.safeParse(await host.accounts.get(accountId));
    const username = known.success ? known.data.username : '';
    await host.accounts.put({ id: accountId, username, signedOut: true });
    if ((await readHostSetting(host, 'currentAccountId')) !== accountId) return;
    await host.settings.put({ key: 'currentAccountId', value: '' });
  });
}

/** Whether the account left this PC on purpose and has not signed in since. */
export async function hasSignedOut(host: HostDatabase, accountId: string): Promise<boolean> {
  const row = accountRowSchema.safeParse(await host.accounts.get(accountId));
  return row.success && row.data.signedOut === true;
}
