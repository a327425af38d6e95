import { isEnvelopeNewer, readEnvelope, replaceEnvelope } from '#renderer/data/keyring/keyring.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import {
  makeEnvelope,
  openWithEither,
  type Envelope,
  type KeyAndEnvelope,
  type Openers,
  type Sealing,
} from '#renderer/data/sealing/envelope.ts';
import { makeVault } from '#renderer/data/sealing/vault.ts';
import type { EnvelopeKeeper } from '#renderer/core/session/envelope-keeper.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What opening an account's key stands on. */
export interface KeyPorts {
  readonly host: HostDatabase;
  readonly sealing: Sealing;
  readonly envelopes: EnvelopeKeeper;
  readonly onError: (cause: unknown) => void;
}

/** An account's key after a sign-in: the one of before, the first one on this PC, or one in place of a lost one. */
export interface SignInKey {
  readonly key: CryptoKey;
  readonly origin: 'sama' | 'baru' | 'hilang';
}

/**
 * Why there is no key: `tak_tersedia`: the operating system cannot open its part now, and must be asked again;
 * `versi_baru`: a newer version of the application made it. Nothing was changed either time.
 */
export type KeyUnavailable = 'tak_tersedia' | 'versi_baru';

/**
 * The key of the account that the server just let in. It is on the disk, openable with both openers, when this resolves.
 */
export async function keyAfterSignIn(
  ports: KeyPorts,
  accountId: string,
  openers: Openers,
): Promise<Result<SignInKey, KeyUnavailable>> {
  if (await isEnvelopeNewer(ports.host, accountId)) return fail('versi_baru');
  const stored = await readEnvelope(ports.host, accountId);
  const copies = await readCopies(ports, accountId);
  const opened = await openFirst(stored ? [stored, ...copies] : copies, openers, ports.sealing);
  if (!opened.ok) return opened;
  const known = opened.value;
  const { key, envelope } = known ?? (await makeEnvelope(accountId, openers, ports.sealing));
  if (!(await replaceEnvelope(ports.host, stored, envelope, known !== null))) {
    // Another window signed in meanwhile: there is one key, the one that came first.
    return keyAfterSignIn(ports, accountId, openers);
  }
  if (!copies.some((copy) => isSame(copy, envelope))) {
    await keepCopy(ports, envelope, await copiesOf(key, copies, openers, ports.sealing));
  }
  if (known) return succeed({ key, origin: 'sama' });
  const first = stored === undefined && copies.length === 0;
  return succeed({ key, origin: first ? 'baru' : 'hilang' });
}

/**
 * The account's key for reading alone: nothing on this PC changes. Null: neither the stored envelope nor a copy of it
 * opens.
 */
export async function keyForReading(
  ports: Omit<KeyPorts, 'host'>,
  accountId: string,
  stored: Envelope | null,
  openers: Openers,
): Promise<Result<CryptoKey | null, KeyUnavailable>> {
  const copies = await readCopies(ports, accountId);
  const opened = await openFirst(stored ? [stored, ...copies] : copies, openers, ports.sealing);
  return opened.ok ? succeed(opened.value?.key ?? null) : opened;
}

/**
 * Keeps a copy outside the database, in place of those that it makes outdated; without one the work goes on, and the next
 * change of the envelope tries again.
 */
export async function keepCopy(
  { envelopes, onError }: KeyPorts,
  envelope: Envelope,
  outdated: readonly Envelope[],
): Promise<void> {
  await envelopes.keepEnvelope(envelope.accountId, envelope, outdated).catch(onError);
}

/** The copies that hold this very key; those of a key that was lost may be asked for one day. */
async function copiesOf(
  key: CryptoKey,
  copies: readonly Envelope[],
  openers: Openers,
  sealing: Sealing,
): Promise<readonly Envelope[]> {
  const probe = await makeVault(key).seal('salinan', null);
  const same: Envelope[] = [];
  for (const copy of copies) {
    const opened = await openWithEither(copy, openers, sealing);
    if (opened.ok && (await makeVault(opened.value.key).open('salinan', probe)).ok) same.push(copy);
  }
  return same;
}

async function readCopies(
  { envelopes, onError }: Pick<KeyPorts, 'envelopes' | 'onError'>,
  accountId: string,
): Promise<Envelope[]> {
  const copies = await envelopes.readEnvelopes(accountId).catch((cause: unknown) => {
    onError(cause);
    return [];
  });
  return copies.filter((copy) => copy.accountId === accountId);
}

/** The first envelope that opens; null when none does, and will not later either. */
async function openFirst(
  envelopes: readonly Envelope[],
  openers: Openers,
  sealing: Sealing,
): Promise<Result<KeyAndEnvelope | null, KeyUnavailable>> {
  let unavailable = false;
  for (const envelope of envelopes) {
    const opened = await openWithEither(envelope, openers, sealing);
    if (opened.ok) return opened;
    unavailable ||= opened.error === 'tak_tersedia';
  }
  return unavailable ? fail('tak_tersedia') : succeed(null);
}

function isSame(one: Envelope, other: Envelope): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
