import { z } from 'zod';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import { policySchema, type Policy } from '#shared/contract/session.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { v7 as uuidv7 } from 'uuid';

const settingSchemas = {
  deviceId: z.uuid(),
  lastUsername: z.string(),
  /** The account at the desk; empty when nobody is signed in. */
  currentAccountId: z.string(),
  /** How the application looked last, so that it looks the same before anybody signed in. */
  appearance: z.record(z.string(), z.unknown()),
} as const;
/** Key of a setting of this PC. */
export type HostSetting = keyof typeof settingSchemas;
/** Value of a setting of this PC. */
export type HostValue<K extends HostSetting> = z.infer<(typeof settingSchemas)[K]>;

const schemas: { readonly [K in HostSetting]: z.ZodType<HostValue<K>> } = settingSchemas;

/**
 * An account that signed in on this PC: what must be known before its password was typed. `signedOut`: its person left on
 * purpose, in whichever window, and has not come back; `locked`: its person stepped away; `unlock`: how often unlocking
 * was tried without success, and until when (ms epoch) the next try waits; `envelope`: its key; `lostEnvelopes`: those
 * that could not be opened any more; `contact`: the PC's clock (ms epoch) at the last contact with the server and the
 * highest it has shown since. Absent in rows that an older version wrote.
 */
const accountRowSchema = z.looseObject({
  id: z.string(),
  username: z.string(),
  displayName: z.string().optional(),
  scopeName: z.string().optional(),
  policy: policySchema.optional().catch(undefined),
  signedOut: z.boolean().optional(),
  locked: z.boolean().optional(),
  unlock: z.object({ failures: z.number(), waitUntil: z.number() }).optional(),
  // Parsed by whoever opens one: an envelope of a newer version must not take the row with it.
  envelope: z.unknown().optional(),
  lostEnvelopes: z.array(z.unknown()).optional(),
  contact: z.object({ at: z.number(), highest: z.number() }).optional().catch(undefined),
});
/** What this PC knows of an account before its password was typed. */
export type AccountRow = z.infer<typeof accountRowSchema>;

const unlocked = { locked: false, unlock: undefined };

const rowSchema = z.object({ key: z.string(), value: z.unknown() });

/** A setting of this PC; undefined when it was never written. */
export async function readHostSetting<K extends HostSetting>(
  host: HostDatabase,
  key: K,
): Promise<HostValue<K> | undefined> {
  const row = rowSchema.safeParse(await host.settings.get(key));
  const value = row.success ? schemas[key].safeParse(row.data.value) : undefined;
  return value?.success ? value.data : undefined;
}

/** Writes a setting of this PC. */
export async function writeHostSetting<K extends HostSetting>(
  host: HostDatabase,
  key: K,
  value: HostValue<K>,
): Promise<void> {
  await host.settings.put({ key, value });
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

/** Notes who sits at the desk from now on: signed in, so neither locked nor slowed down. */
export async function seatAccount(
  host: HostDatabase,
  { account, policy }: { readonly account: Account; readonly policy: Policy },
  now: number,
): Promise<void> {
  const { id, username, displayName, scopeName } = account;
  await host.transaction('rw', [host.settings, host.accounts], async () => {
    await host.settings.put({ key: 'currentAccountId', value: id });
    await host.settings.put({ key: 'lastUsername', value: username });
    const contact = { at: now, highest: now };
    const who = { username, displayName, scopeName, policy, contact, signedOut: false };
    await changeAccountRow(host, id, (row) => ({ ...row, ...who, ...unlocked }));
  });
}

/**
 * Notes that the account left the desk on purpose, which every window of it hears (`watchSignOut`); another one that
 * sat down meanwhile (in another window) stays.
 */
export async function unseatAccount(host: HostDatabase, accountId: string): Promise<void> {
  await host.transaction('rw', [host.settings, host.accounts], async () => {
    await changeAccountRow(host, accountId, (row) => ({ ...row, ...unlocked, signedOut: true }));
    if ((await readHostSetting(host, 'currentAccountId')) !== accountId) return;
    await host.settings.put({ key: 'currentAccountId', value: '' });
  });
}

/**
 * Forgets an account that has ended on this PC, and that it sat at the desk: all that is known of it, or all but what
 * opens the decisions that were left.
 */
export async function forgetAccount(
  host: HostDatabase,
  accountId: string,
  what: 'all' | 'all_but_key',
): Promise<void> {
  await host.transaction('rw', [host.settings, host.accounts], async () => {
    if (what === 'all') await host.accounts.delete(accountId);
    else await changeAccountRow(host, accountId, (row) => ({ ...row, signedOut: true }));
    if ((await readHostSetting(host, 'currentAccountId')) !== accountId) return;
    await host.settings.put({ key: 'currentAccountId', value: '' });
    await host.settings.delete('lastUsername');
  });
}

/** Whether the account left this PC on purpose and has not signed in since. */
export async function hasSignedOut(host: HostDatabase, accountId: string): Promise<boolean> {
  return (await readAccountRow(host, accountId)).signedOut === true;
}

/** Whether the account's desk is locked on this PC. */
export async function isLocked(host: HostDatabase, accountId: string): Promise<boolean> {
  return (await readAccountRow(host, accountId)).locked === true;
}

/** Locks the account's desk on this PC, in every window (`watchLock`), until it is unlocked or somebody signs in. */
export async function lockAccount(host: HostDatabase, accountId: string): Promise<void> {
  await changeAccountRow(host, accountId, (row) => ({ ...row, locked: true }));
}

/** Opens the account's desk on this PC again; wrong passwords typed before it are forgotten. */
export async function unlockAccount(host: HostDatabase, accountId: string): Promise<void> {
  await changeAccountRow(host, accountId, (row) => ({ ...row, ...unlocked }));
}

/** Whether a password may be tried now; `waitMs` is the wait before this try, or after it if it fails. */
export interface UnlockTurn {
  readonly granted: boolean;
  readonly waitMs: number;
}

/**
 * Takes a turn to try a password. The try counts as failed until `unlockAccount`, so that neither a restart nor a
 * second window gives another one for nothing. `waitAfter` gives the wait in milliseconds after so many failures.
 */
export async function beginUnlock(
  host: HostDatabase,
  accountId: string,
  now: number,
  waitAfter: (failures: number) => number,
): Promise<UnlockTurn> {
  return host.transaction('rw', host.accounts, async () => {
    const { unlock = { failures: 0, waitUntil: 0 } } = await readAccountRow(host, accountId);
    // A clock that was set back must not keep a person out for longer than the wait itself.
    const left = Math.min(unlock.waitUntil - now, waitAfter(unlock.failures));
    if (left > 0) return { granted: false, waitMs: left };
    const failures = unlock.failures + 1;
    const waitMs = waitAfter(failures);
    const next = { failures, waitUntil: now + waitMs };
    await changeAccountRow(host, accountId, (row) => ({ ...row, unlock: next }));
    return { granted: true, waitMs };
  });
}

/** Changes what is known of an account, in a transaction of its own or the one it is called in. */
export async function changeAccountRow(
  host: HostDatabase,
  accountId: string,
  change: (row: AccountRow) => AccountRow,
): Promise<void> {
  await host.transaction('rw', host.accounts, async () => {
    await host.accounts.put(change(await readAccountRow(host, accountId)));
  });
}

/** What this PC knows of an account; nothing but its id when it never signed in here. */
export async function readAccountRow(host: HostDatabase, accountId: string): Promise<AccountRow> {
  const row = accountRowSchema.safeParse(await host.accounts.get(accountId));
  return row.success ? row.data : { id: accountId, username: '' };
}
