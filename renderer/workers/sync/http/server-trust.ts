import {
  noteOtherServer,
  readKnownServer,
  rememberServer,
} from '#renderer/data/keyring/known-server.ts';
import { fromBase64Url, toBase64Url } from '#renderer/data/sealing/base64.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import { isRouteMissing } from '#renderer/workers/sync/final-refusal.ts';
import type { Answer } from '#renderer/workers/sync/http/server-api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { RouteName } from '#shared/contract/route-call.ts';
import {
  identityProofText,
  successionText,
  type ServerIdentity,
} from '#shared/contract/server-identity.ts';

/** Asks who the server is. */
export type AskWho = (nonce: string) => Promise<Answer<ServerIdentity>>;

/** Whether whoever answers is the server that this PC knows; undefined: it is. */
export type TrustServer = (ask: AskWho) => Promise<Fault | undefined>;

const nonceBytes = 32;

/**
 * Trusts the server of the first contact, by its key, and whoever that key has handed over to; any other one only when a
 * person agreed (`agreeToServer`). A server of before contract 10 shows no key: it is trusted as long as none is known.
 */
export function makeServerTrust(host: HostDatabase): TrustServer {
  return async (ask) => {
    const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(nonceBytes)));
    const answer = await ask(nonce);
    const known = await readKnownServer(host);
    if (!answer.ok) {
      if (!isRouteMissing(answer.error)) return faultOf(answer.error);
      return known && refuse(host, null);
    }
    const identity = answer.value;
    const { key, signature } = identity;
    if (!(await isSigned(key, signature, identityProofText(nonce)))) {
      return { kind: 'bukan_jawaban' };
    }
    if (known && !(await follows(identity, known.key))) return refuse(host, key);
    if (known?.key === key && !known.other) return undefined;
    // A person may have agreed to another one meanwhile, or another window met it first: this one is asked again then.
    return (await rememberServer(host, key, known)) ? undefined : { kind: 'bukan_jawaban' };
  };
}

/** What a call must not reach before the server has shown who it is. */
export interface TrustGuard {
  /** Undefined: the call may be made. */
  before(route: RouteName): Promise<Fault | undefined>;
  /** What came of a call: somebody else may answer the next one where it was lost, or answered by nobody of ours. */
  heard(fault: Fault): void;
}

/** These say and ask nothing that is anybody's: whoever answers them may be a stranger. */
export function isHarmless(route: RouteName): boolean {
  return harmless.includes(route);
}
const harmless: readonly RouteName[] = ['health', 'live', 'identity'];
/** These carry what opens a session: whoever they reach is looked at each time. */
const precious: readonly RouteName[] = [
  'signIn',
  'refresh',
  'activate',
  'changePassword',
  'handoverOfRevoked',
];

/**
 * How long the server is taken for the one that it has shown to be, in milliseconds: shorter than the pause between two
 * exchanges, because another one may stand at its address without any call being lost.
 */
const freshMs = 15_000;

/**
 * Guards the calls of one client: the server shows who it is before each exchange, and again after a call that was lost, or
 * answered as our server does not. `clock`: milliseconds that never jump.
 */
export function makeTrustGuard(
  trust: TrustServer | undefined,
  ask: AskWho,
  clock: () => number = () => performance.now(),
): TrustGuard {
  let shown: Promise<Fault | undefined> | null = null;
  let askedAt = 0;
  return {
    before: async (route) => {
      if (!trust || isHarmless(route)) return undefined;
      if (precious.includes(route) || clock() - askedAt > freshMs) shown = null;
      if (!shown) askedAt = clock();
      const asked = (shown ??= trust(ask));
      const fault = await asked.catch((cause: unknown) => {
        shown = null;
        throw cause;
      });
      if (fault && shown === asked) shown = null;
      return fault;
    },
    heard: (fault) => {
      const isOurs = fault.kind === 'server' && fault.status < 500 && fault.status !== 401;
      if (!isOurs) shown = null;
    },
  };
}

async function refuse(host: HostDatabase, key: string | null): Promise<Fault> {
  await noteOtherServer(host, key);
  return { kind: 'server_lain', key };
}

/** Whether the key that is shown is the known one, or was handed over to from it, key by key. */
async function follows({ key, before }: ServerIdentity, known: string): Promise<boolean> {
  let next = key;
  for (const older of before) {
    if (next === known) return true;
    if (!(await isSigned(older.key, older.signature, successionText(next)))) return false;
    next = older.key;
  }
  return next === known;
}

/** y of the points of small order, and their other spellings (hex, little endian, without the sign). */
const smallOrder: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ...['ec', 'ed', 'ee'].map((low) => `${low}${'ff'.repeat(30)}7f`),
]);

/** Under such a key anybody signs, whatever is asked: not every browser refuses it (RFC 8032, 5.1.7). */
function isAnybodys(key: Uint8Array): boolean {
  const hex = Array.from(key, (byte, at) =>
    (at === 31 ? byte & 0x7f : byte).toString(16).padStart(2, '0'),
  );
  return smallOrder.has(hex.join(''));
}

async function isSigned(key: string, signature: string, text: string): Promise<boolean> {
  try {
    const { subtle } = crypto;
    const raw = fromBase64Url(key);
    if (isAnybodys(raw)) return false;
    const publicKey = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const bytes = new TextEncoder().encode(text);
    return await subtle.verify('Ed25519', publicKey, fromBase64Url(signature), bytes);
  } catch {
    // No point of the curve: nobody holds such a key.
    return false;
  }
}

/**
 * What kept the answer away. A refusal in it is nobody's word yet: it must not be taken for one of what was to be sent, or
 * for the end of the account.
 */
function faultOf(fault: Fault): Fault {
  if (fault.kind !== 'server') return fault;
  const { status, retryAfterSeconds } = fault;
  if (status < 500 && status !== 429) return { kind: 'bukan_jawaban' };
  return {
    kind: 'server',
    status: 503,
    error: makeApiError('gangguan_server'),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
