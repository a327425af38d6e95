// First of all: Dexie looks for IndexedDB when it is loaded, and its live queries rest without one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readSeat } from '#renderer/data/keyring/read-seat.ts';
import { sealCommand } from '#renderer/data/outbox/outbox-rows.ts';
import { countWaiting } from '#renderer/data/outbox/read-waiting.ts';
import {
  openAccountDatabase,
  openHostDatabase,
  type AccountDatabase,
  type HostDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import { makeVault } from '#renderer/data/sealing/vault.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import { makeSessionStore, type SessionDesk } from '#renderer/core/session/session-store.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';
import type { OwnedDeskListener } from '#renderer/core/session/owned-desk.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import type { Profile, SignedIn, SignInFailure } from '#renderer/workers/sync/client.ts';
import { takeSeat } from '#renderer/workers/sync/session/session-steps.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { makeChannels } from '#tests/support/desk/window-channels.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Who may sign in; the password of each is `benar`. */
export const people = {
  verifikator: profileOf('01900000-0000-7000-9000-000000000001', 'verifikator'),
  lain: profileOf('01900000-0000-7000-9000-000000000002', 'lain'),
  pemantau: profileOf('01900000-0000-7000-9000-000000000003', 'pemantau', 'monitor'),
} as const;

const tokens = {
  accessToken: 'access',
  accessExpiresInSeconds: 900,
  refreshToken: 'refresh',
  deviceSecret: `${'A'.repeat(43)}=`,
  serverTime: '2026-11-22T00:00:00.000Z',
};

const refused: SignInFailure = {
  kind: 'server',
  status: 401,
  error: { kind: 'sandi_salah', message: 'Kata sandi salah.', action: 'Ketik ulang.' },
};

function profileOf(id: string, username: string, role: Role = 'verifikator'): Profile {
  return {
    account: {
      id,
      username,
      displayName: `Sdr. ${username}`,
      role,
      scope: { kind: 'opd', id: 'opd-1' },
      scopeName: 'Dinas Pendidikan',
    },
    policy: {
      minimumAppVersion: '0.1.0',
      offlineUnlockDays: 7,
      lockAfterMinutes: 15,
      markFoundAllowed: true,
    },
  };
}

/** Sessions on one PC: real databases, and around them a desk without stores and a server that is two people long. */
export interface SessionPc {
  readonly indexedDb: IndexedDbPorts;
  readonly host: HostDatabase;
  /** What every window stands on. */
  readonly ports: SessionPorts;
  /** What the windows asked of the desk and of the exchange, in that order. */
  readonly asked: string[];
  readonly failures: unknown[];
  /** Whether the server answers. */
  reached: boolean;
  /** Whether there is a worker that forgets tokens. */
  workerRuns: boolean;
  /** The password that the server takes. */
  password: string;
  /** Whether it asks for another one. */
  asksNewPassword: boolean;
  /** What a window waits for before what was typed in it is on the disk. */
  onClearing: () => Promise<void>;
  /** Happens when a session was kept on this PC, before the desk is opened with it. */
  onKept: () => void;
  /** A window; `restored` when it knows whose desk it is. */
  open(): SessionWindow;
  /** A window in which `verifikator` signed in. */
  signedIn(): Promise<SessionWindow>;
  /** A decision of the account waits to be sent. */
  leaveWaiting(accountId: string): Promise<void>;
  /** The key of an account that signed in. */
  keyOf(accountId: string): CryptoKey;
  /** The account's database with its key, as it lies on the disk. */
  database(accountId: string): AccountDatabase;
}

/** A window of that PC. */
export interface SessionWindow {
  readonly session: SessionDesk;
  readonly restored: Promise<void>;
  readonly shown: () => SessionState;
  readonly signIn: (username?: string, password?: string) => ReturnType<SignInAction>;
}

type SignInAction = (username: string, password: string) => Promise<Result<void, unknown>>;

/** A view that only remembers what it was last told to show. */
export interface RememberingView extends SessionView {
  shown: SessionState;
}

/** A view without a store, for the parts of a session alone. */
export function makeRememberingView(): RememberingView {
  const view: RememberingView = {
    shown: { kind: 'memuat' },
    current: () => view.shown,
    show: (session) => {
      view.shown = session;
    },
    showKeyLost: () => {},
    showNewPasswordAsked: () => {},
    showAppointmentAsked: () => {},
    changed: () => Promise.resolve(),
  };
  return view;
}

/** Hears nothing of what other windows do with a desk. */
export const deaf: OwnedDeskListener = {
  onLocked: () => {},
  onSignedOut: () => {},
  onKey: () => {},
  onProfile: () => {},
  onWaiting: () => {},
};

/** Builds a PC on which nobody signed in yet. */
export function makeSessionPc(): SessionPc {
  const indexedDb: IndexedDbPorts = { indexedDB: new IDBFactory(), IDBKeyRange };
  const host = openHostDatabase(indexedDb);
  const openKeyChannel = makeChannels();
  const keys = new Map<string, CryptoKey>();
  const asked: string[] = [];

  const keep = async (profile: Profile, key: CryptoKey): Promise<boolean> => {
    keys.set(profile.account.id, key);
    const database = openAccountDatabase(profile.account.id, makeVault(key), indexedDb);
    const { account, policy, appointments } = profile;
    const told = { account, policy, ...(appointments && { appointments: [...appointments] }) };
    await takeSeat(host, database, { ...told, ...tokens }, Date.now());
    database.close();
    pc.onKept();
    return true;
  };
  const signIn = (username: string, password: string): Promise<Result<SignedIn, SignInFailure>> => {
    if (!pc.reached) return Promise.resolve(fail({ kind: 'tak_terjangkau' }));
    const profile = Object.values(people).find(({ account }) => account.username === username);
    if (!profile || password !== pc.password) {
      return Promise.resolve(fail(refused));
    }
    return Promise.resolve(
      succeed({
        ...profile,
        deviceSecret: tokens.deviceSecret,
        newPasswordAsked: pc.asksNewPassword,
        keep: (key: CryptoKey) => keep(profile, key),
        decline: () => {
          asked.push(`decline ${username}`);
          return Promise.resolve();
        },
        sendWaiting: () => Promise.resolve(fail({ kind: 'tak_terjangkau' })),
      }),
    );
  };

  const ports: SessionPorts = {
    deskRoles: ['verifikator'],
    host,
    sealing: {
      rounds: 1_000,
      protection: {
        protect: () => Promise.resolve(null),
        unprotect: () => Promise.resolve({ kind: 'hilang' }),
      },
    },
    envelopes: {
      keepEnvelope: () => Promise.resolve(),
      readEnvelopes: () => Promise.resolve([]),
    },
    openKeyChannel,
    sync: () =>
      Promise.resolve({
        signIn,
        offerFactor: () => Promise.resolve(fail({ kind: 'tak_terjangkau' })),
        agreeToServer: () => Promise.resolve(true),
        start: (accountId: string) => void asked.push(`start ${accountId}`),
        signOut: () => {
          asked.push('sign out');
          return Promise.resolve(pc.workerRuns);
        },
      }),
    openDatabase: (accountId, vault) => openAccountDatabase(accountId, vault, indexedDb),
    readSeat: () => readSeat(indexedDb),
    countWaiting: (accountId) => countWaiting(accountId, indexedDb),
    onSeated: ({ account }) => void asked.push(`seat ${account.username}`),
    onLocked: async () => {
      asked.push('lock');
      await pc.onClearing();
    },
    onLeft: async () => {
      asked.push('leave');
      await pc.onClearing();
    },
    eraseJournal: (accountId) => {
      asked.push(`erase ${accountId}`);
      return Promise.resolve();
    },
    onSignedInAgain: () => void asked.push('again'),
    isServerReached: () => Promise.resolve(pc.reached),
    keyPatienceMs: 20,
    onError: (cause) => void pc.failures.push(cause),
    now: () => new Date(),
  };

  const pc: SessionPc = {
    indexedDb,
    host,
    ports,
    asked,
    failures: [],
    reached: true,
    workerRuns: true,
    password: 'benar',
    asksNewPassword: false,
    onClearing: () => Promise.resolve(),
    onKept: () => {},
    open: () => {
      const session = makeSessionStore(ports);
      return {
        session,
        restored: session.restore(),
        shown: () => session.store.getState().session,
        signIn: (username = 'verifikator', password = pc.password) =>
          session.store.getState().signIn(username, password),
      };
    },
    signedIn: async () => {
      const window = pc.open();
      await window.restored;
      const done = await window.signIn();
      if (!done.ok) throw new Error('The sign-in failed.');
      return window;
    },
    leaveWaiting: async (accountId) => {
      const { entry, ...decision } = rejectionOf(sampleUsul(1), 1, new Date());
      const database = pc.database(accountId);
      await database.outbox.put({
        ...decision,
        ...(await sealCommand(database, entry)),
        touched: 0,
        state: entry.state.kind,
        progress: entry.state,
      });
      database.close();
    },
    keyOf: (accountId) => {
      const key = keys.get(accountId);
      if (!key) throw new Error(`Nobody signed in as ${accountId}.`);
      return key;
    },
    database: (accountId) =>
      openAccountDatabase(accountId, makeVault(pc.keyOf(accountId)), indexedDb),
  };
  return pc;
}
