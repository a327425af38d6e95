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
    if (known?.key !== key || known.other) await rememberServer(host, key);
    return undefined;
  };
}

/** What a call must not reach before the server has shown who it is. */
export interface TrustGuard {
  /** Undefined: the call may be made. */
  before(route: RouteName): Promise<Fault | undefined>;
  /** A call failed on its way: somebody else may answer the next one. */
  lost(): void;
}

/** These say and ask nothing that is anybody's. */
const harmless: readonly RouteName[] = ['health', 'live', 'identity'];
/** These carry what opens a session: whoever they reach is looked at each time. */
const precious: readonly RouteName[] = ['signIn', 'refresh', 'handoverOfRevoked'];

/** Guards the calls of one client: the server shows who it is before the first one, and after each that was lost. */
export function makeTrustGuard(trust: TrustServer | undefined, ask: AskWho): TrustGuard {
  let shown: Promise<Fault | undefined> | null = null;
  return {
    before: async (route) => {
      if (!trust || harmless.includes(route)) return undefined;
      if (precious.includes(route)) shown = null;
      const asked = (shown ??= trust(ask));
      const fault = await asked.catch((cause: unknown) => {
        shown = null;
        throw cause;
      });
      if (fault && shown === asked) shown = null;
      return fault;
    },
    lost: () => {
      shown = null;
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

async function isSigned(key: string, signature: string, text: string): Promise<boolean> {
  try {
    const { subtle } = crypto;
    const publicKey = await subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, [
      'verify',
    ]);
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
