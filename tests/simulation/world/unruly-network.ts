import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { Answer, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { Random } from '#build/demo/random.ts';
import { contractVersion } from '#shared/contract/api.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { ApiErrorKind } from '#shared/contract/api-error.ts';
import { decisionIn } from '#shared/workflow/commands.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { answerRoutes } from '#tests/support/desk/fake-api.ts';
import { modelError, type ModelServer } from '#tests/simulation/model/model-server.ts';
import type { Life } from '#tests/simulation/world/power.ts';

/**
 * What becomes of a call: it passes; the request is lost; the server has it and the answer is lost or cut; another one
 * answers (a portal with HTML, a gateway with 500, 401, 429 or 413); it reaches the server twice, the second time now or
 * much later; the server has it so late that the client has given up; other things happen before or after the server
 * has it; or the answer says nothing of some of what was asked.
 */
const fates = [
  'hilang',
  'jawaban_hilang',
  'jawaban_terpotong',
  'portal',
  'galat_500',
  'galat_401',
  'galat_429',
  'galat_413',
  'ganda',
  'ganda_kemudian',
  'terlambat',
  'lama_di_jalan',
  'lama_di_jawaban',
  'jawaban_sebagian',
] as const;
/** A fault of the network. */
export type Fate = (typeof fates)[number];

/** What the network of one PC needs to know at every call. */
export interface NetworkPorts {
  readonly server: ModelServer;
  readonly life: Life;
  readonly random: Random;
  /** 0 (never) to 1 (always): how often a call meets a fault. */
  readonly roughness: number;
  readonly online: boolean;
  /** Other things happen while the call is on its way. */
  readonly meanwhile: () => Promise<void>;
  /** A request that reaches the server again, or at all, much later. */
  readonly later: (arrive: () => void) => void;
  readonly onFate: (fate: Fate) => void;
}

interface Call<T> {
  readonly serve: () => Answer<T>;
  /** Whether the same request may arrive again much later. */
  readonly repeatable: boolean;
  /** The answer with a part missing. */
  readonly part?: (value: T) => T;
  /** Whether it asks for several things, so that it may be too large. */
  readonly large?: boolean;
}

/** The server as one PC reaches it. `ports` is asked at every call, so that the weather may change in between. */
export function makeUnrulyApi(ports: () => NetworkPorts): ServerApi {
  const withAccount = <T>(token: string, serve: (account: Account) => Answer<T>): Answer<T> => {
    const account = ports().server.sessions.accountOf(token);
    return account ? serve(account) : refusal(401, 'belum_masuk');
  };
  return {
    // Nobody signs in or out over this port, carries a file, or is revoked.
    call: answerRoutes({
      health: () => send(ports(), { repeatable: false, serve: () => succeed(health) }),
      refresh: ({ body }) =>
        send(ports(), {
          repeatable: false,
          serve: () => {
            const session = ports().server.sessions.refresh(body);
            return session ? succeed(session) : refusal(401, 'belum_masuk');
          },
        }),
      receipts: ({ body }, { accessToken = '' }) =>
        send(ports(), {
          repeatable: false,
          serve: () =>
            withAccount(accessToken, (account) =>
              succeed({ receipts: ports().server.receiptsOf(account, body.ids) }),
            ),
        }),
    }),
    document: () => Promise.reject(new Error('No documents here.')),
    changes: (token, { limit, ...query }) =>
      send(ports(), {
        repeatable: false,
        serve: () =>
          withAccount(token, (account) => {
            // Shorter pages than asked for, so that a few usul make several.
            const page = ports().server.changes(account, { ...query, limit: Math.min(limit, 2) });
            return page ? succeed(page) : refusal(410, 'perlu_sinkron_ulang');
          }),
      }),
    deliver: (token, commands) =>
      send(ports(), {
        repeatable: true,
        serve: () =>
          withAccount(token, (account) => {
            const decisions = commands.map(decisionIn).filter((one) => one !== null);
            return succeed(ports().server.deliver(account, decisions));
          }),
        part: (results) => results.slice(1),
        large: commands.length > 1,
      }),
  };
}

async function send<T>(ports: NetworkPorts, call: Call<T>): Promise<Answer<T>> {
  const { life, random, online } = ports;
  life.breathe();
  if (!online) return away;
  const fate = random.chance(ports.roughness) ? random.pick(fates) : null;
  if (fate) ports.onFate(fate);
  const answer = await carry(ports, call, fate);
  life.breathe();
  return answer;
}

async function carry<T>(ports: NetworkPorts, call: Call<T>, fate: Fate | null): Promise<Answer<T>> {
  const { serve, repeatable, part } = call;
  switch (fate) {
    case 'hilang':
      return away;
    case 'portal':
      return fail({ kind: 'bukan_jawaban' });
    case 'galat_500':
      return refusal(500, 'gangguan_server');
    case 'galat_401':
      return refusal(401, 'belum_masuk');
    case 'galat_429':
      return refusal(429, 'terlalu_sering');
    case 'galat_413':
      return call.large ? refusal(413, 'terlalu_besar') : serve();
    case 'jawaban_hilang':
      serve();
      return away;
    case 'jawaban_terpotong':
      serve();
      return fail({ kind: 'bukan_jawaban' });
    case 'ganda':
      if (repeatable) serve();
      return serve();
    case 'ganda_kemudian':
      if (repeatable) ports.later(serve);
      return serve();
    case 'terlambat':
      if (repeatable) ports.later(serve);
      return away;
    case 'lama_di_jalan':
      await ports.meanwhile();
      return serve();
    case 'lama_di_jawaban': {
      const answer = serve();
      await ports.meanwhile();
      return answer;
    }
    case 'jawaban_sebagian': {
      const answer = serve();
      return part && answer.ok ? succeed(part(answer.value)) : answer;
    }
    case null:
      return serve();
  }
}

const health = {
  status: 'siap',
  contractVersion,
  serverTime: new Date(0).toISOString(),
} as const;

const away: Answer<never> = fail({ kind: 'tak_terjangkau' });

function refusal(status: number, kind: ApiErrorKind): Answer<never> {
  const fault: Fault = { kind: 'server', status, error: modelError(kind) };
  return fail(fault);
}
