import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { Answer, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { answerRoutes } from '#tests/support/desk/fake-api.ts';
import { contractVersion } from '#shared/contract/api.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Session } from '#shared/contract/session.ts';
import { decisionIn } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** The account that the fake server knows. */
export const fakeAccountId = '01900000-0000-7000-9000-000000000001';
/** The NIP of whoever has that account. */
export const fakeAccountNip = '198501012010011901';

/** A server in memory behind the same port; the real one is exercised by `tests/integration`. */
export interface FakeServer {
  readonly api: ServerApi;
  readonly received: Decision[];
  /** The one password that it takes; `benar` unless a test changes it. */
  password: string;
  /** What it keeps for the device (base64 of 32 bytes). */
  deviceSecret: string;
  /** Whether its policy lets what was found be marked in one stroke. */
  markFoundAllowed: boolean;
  /** When set, every call answers with this. */
  fault: Fault | null;
  /** Answers the next delivery instead of accepting. */
  refuse: ((decision: Decision) => CommandResult | null) | null;
  /** An usul is new or different from now on. */
  change(usul: Usul): void;
  /** An usul leaves the account's scope. */
  remove(usulId: string): void;
}

/** Builds a server with these usul and documents. */
export function makeFakeServer(
  usul: readonly Usul[],
  documents: ReadonlyMap<string, ArrayBuffer>,
): FakeServer {
  const feed: Change[] = usul.map((one, index) => ({ kind: 'usul', seq: index + 1, usul: one }));
  const given: Session = {
    deviceSecret: '',
    account: {
      id: fakeAccountId,
      username: 'verifikator',
      nip: fakeAccountNip,
      displayName: 'Verifikator Contoh',
      role: 'verifikator',
      scope: { kind: 'opd', id: 'O1' },
      scopeName: 'Dinas Contoh',
    },
    accessToken: 'access',
    accessExpiresInSeconds: 900,
    refreshToken: 'refresh',
    policy: {
      minimumAppVersion: '0.1.0',
      offlineUnlockDays: 7,
      lockAfterMinutes: 15,
      markFoundAllowed: true,
    },
    serverTime: '2026-11-22T00:00:00.000Z',
  };
  const session = (): Session => ({
    ...given,
    deviceSecret: server.deviceSecret,
    policy: { ...given.policy, markFoundAllowed: server.markFoundAllowed },
  });
  const answer = <T>(value: T): Promise<Answer<T>> =>
    Promise.resolve(server.fault ? fail(server.fault) : succeed(value));
  const health = { status: 'siap', contractVersion, serverTime: given.serverTime } as const;
  const accept = (decision: Decision): CommandResult => ({
    kind: 'diterima',
    id: decision.id,
    receivedAt: '2026-11-22T00:00:00.000Z',
    chainSeq: server.received.length,
    hash: 'x',
  });
  const server: FakeServer = {
    received: [],
    password: 'benar',
    deviceSecret: `${'A'.repeat(43)}=`,
    markFoundAllowed: true,
    fault: null,
    refuse: null,
    remove: (usulId) => feed.push({ kind: 'keluar', seq: feed.length + 1, usulId, position: null }),
    change: (changed) => feed.push({ kind: 'usul', seq: feed.length + 1, usul: changed }),
    api: {
      call: answerRoutes({
        // Whether a server is there is nobody's session: it says so to anyone.
        health: () =>
          isUnauthorized(server.fault) ? Promise.resolve(succeed(health)) : answer(health),
        signIn: ({ body }) =>
          body.password === server.password
            ? answer(session())
            : Promise.resolve(
                fail({
                  kind: 'server',
                  status: 401,
                  error: { kind: 'sandi_salah', message: 'Sandi salah.', action: 'Ulangi.' },
                }),
              ),
        refresh: () => answer(session()),
        signOut: () => answer(null),
        handover: ({
          body: {
            header: { count },
          },
        }) => answer({ count, accepted: count, refused: 0, results: null }),
        // Nobody was revoked: a PC that asks whether this is the end is told to sign in, as by the real server.
        handoverOfRevoked: () => {
          const error = { kind: 'belum_masuk', message: 'Belum masuk.', action: 'Masuk.' } as const;
          return Promise.resolve(fail({ kind: 'server', status: 401, error }));
        },
      }),
      changes: (_token, { cursor, limit }) => {
        const after = feed.filter(({ seq }) => seq > Number(cursor ?? 0));
        const changes = after.slice(0, limit);
        return answer({
          changes,
          cursor: String(changes.at(-1)?.seq ?? cursor ?? 0),
          remaining: after.length - changes.length,
          serverTime: given.serverTime,
        });
      },
      deliver: (_token, commands) => {
        const decisions = commands.map(decisionIn).filter((one) => one !== null);
        if (server.fault) return Promise.resolve(fail(server.fault));
        return answer(
          decisions.map((decision) => {
            const refused = server.refuse?.(decision);
            if (refused) return refused;
            server.received.push(decision);
            return accept(decision);
          }),
        );
      },
      document: (_token, { sha256, offset, length }) => {
        const bytes = documents.get(sha256);
        if (bytes) {
          return answer({ bytes: bytes.slice(offset, offset + length), whole: false });
        }
        const error = { kind: 'tidak_ditemukan', message: 'Tidak ada.', action: '-' } as const;
        return Promise.resolve(fail({ kind: 'server', status: 404, error }));
      },
    },
  };
  return server;
}

function isUnauthorized(fault: Fault | null): boolean {
  return fault?.kind === 'server' && fault.status === 401;
}
