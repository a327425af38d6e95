import { z } from 'zod';
import { changeAccountRow, readAccountRow } from '#renderer/data/keyring/host.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import { envelopeSchema, envelopeVersion, type Envelope } from '#renderer/data/sealing/envelope.ts';
import type { Policy } from '#shared/contract/session.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

const versionedSchema = z.object({ version: z.number() });

/** Whose desk it is: all that may be seen of an account before its password was typed. */
export type DeskOwner = Pick<Account, 'id' | 'username' | 'displayName' | 'scopeName'>;

/** Whose desk it is; undefined when the account never signed in on this PC. */
export async function readOwner(
  host: HostDatabase,
  accountId: string,
): Promise<DeskOwner | undefined> {
  const { id, username, displayName, scopeName } = await readAccountRow(host, accountId);
  if (username === '') return undefined;
  // A row of an older version has the user name alone.
  return { id, username, displayName: displayName ?? username, scopeName: scopeName ?? '' };
}

/** The envelope in use; undefined when there is none, null when there is one that this version cannot read. */
export async function readEnvelope(
  host: HostDatabase,
  accountId: string,
): Promise<Envelope | null | undefined> {
  const { envelope } = await readAccountRow(host, accountId);
  return envelope === undefined ? undefined : (envelopeSchema.safeParse(envelope).data ?? null);
}

/** Whether the envelope in use was written by a newer version of the application: it must not be replaced. */
export async function isEnvelopeNewer(host: HostDatabase, accountId: string): Promise<boolean> {
  const { envelope } = await readAccountRow(host, accountId);
  const versioned = versionedSchema.safeParse(envelope);
  return versioned.success && versioned.data.version > envelopeVersion;
}

/**
 * Puts an envelope in the place of the one that was read; false when another window did so meanwhile. One with another
 * key in it (`sameKey` false) puts the one before it by: what that one sealed may be asked for one day.
 */
export async function replaceEnvelope(
  host: HostDatabase,
  before: Envelope | null | undefined,
  envelope: Envelope,
  sameKey: boolean,
): Promise<boolean> {
  return host.transaction('rw', host.accounts, async () => {
    const { accountId } = envelope;
    const now = await readEnvelope(host, accountId);
    if (JSON.stringify(now) !== JSON.stringify(before)) return false;
    await changeAccountRow(host, accountId, ({ lostEnvelopes = [], ...row }) => {
      const lost = sameKey || row.envelope === undefined ? [] : [row.envelope];
      return { ...row, envelope, lostEnvelopes: [...lost, ...lostEnvelopes] };
    });
    return true;
  });
}

/** Notes that the server answered now (ms epoch), and what it asks of its clients. */
export async function noteContact(
  host: HostDatabase,
  accountId: string,
  now: number,
  policy: Policy | undefined,
): Promise<void> {
  await changeAccountRow(host, accountId, (row) => ({
    ...row,
    policy: policy ?? row.policy,
    contact: { at: now, highest: now },
  }));
}

const dayMs = 86_400_000;

/**
 * Whether the desk may be opened without the server at this moment (ms epoch), by the policy it set. The highest that
 * the clock has shown since counts: setting it back gains nothing. A clock years ahead only asks for the network.
 */
export async function mayUnlockOffline(
  host: HostDatabase,
  accountId: string,
  now: number,
): Promise<boolean> {
  return host.transaction('rw', host.accounts, async () => {
    const { contact, policy } = await readAccountRow(host, accountId);
    if (!contact || !policy) return false;
    const highest = Math.max(now, contact.highest);
    if (highest > contact.highest) {
      await changeAccountRow(host, accountId, (row) => ({
        ...row,
        contact: { ...contact, highest },
      }));
    }
    return highest - contact.at <= policy.offlineUnlockDays * dayMs;
  });
}
