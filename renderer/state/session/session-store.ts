import { createStore, type StoreApi } from 'zustand/vanilla';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import { readHostSetting, unseatAccount } from '#renderer/data/repositories/host.ts';
import { readMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { faultShown, sentences, stillWaiting } from '#renderer/state/sentences.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { SessionStore } from '#renderer/state/store-contracts.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';
import type { Policy } from '#shared/contract/session.ts';
import type { Account } from '#shared/domain/model/account.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Who is at the desk, with the rules that the server set. */
export interface Profile {
  readonly account: Account;
  readonly policy: Policy;
}

/** What signing in and out needs. */
export interface SessionPorts {
  readonly host: HostDatabase;
  readonly sync: () => Promise<SyncClient>;
  readonly openDatabase: (accountId: string) => AccountDatabase;
  /** Gives the desk to an account. */
  readonly onSeated: (profile: Profile, database: AccountDatabase) => Promise<void>;
  /** Puts everything on the disk and clears the desk. */
  readonly onLeft: () => Promise<void>;
  /** The running desk may exchange again. */
  readonly onSignedInAgain: () => void;
}

/** The session store with what the composition tells it. */
export interface SessionDesk {
  readonly store: StoreApi<SessionStore>;
  /** Finds who sat here last and gives the desk back, with or without network. */
  restore(): Promise<void>;
  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needed: boolean): void;
}

/** Builds the session. */
export function makeSessionStore(ports: SessionPorts): SessionDesk {
  let database: AccountDatabase | null = null;
  const store = createStore<SessionStore>()(() => ({
    session: { kind: 'memuat' },
    signIn,
    signOut,
  }));

  async function seat(profile: Profile): Promise<void> {
    database = ports.openDatabase(profile.account.id);
    await ports.onSeated(profile, database);
    store.setState({ session: { kind: 'masuk', ...profile, needsSignIn: false } });
  }

  async function unseat(): Promise<void> {
    const { session } = store.getState();
    await ports.onLeft();
    database?.close();
    database = null;
    const lastUsername = session.kind === 'masuk' ? session.account.username : '';
    store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  async function signIn(username: string, password: string): Promise<Result<void, ShownError>> {
    if (username.trim() === '' || password === '') return fail(sentences.isianMasukKosong);
    const sync = await ports.sync();
    const answer = await sync.signIn(username.trim(), password);
    if (!answer.ok) {
      const unreachable = answer.error.kind === 'tak_terjangkau';
      return fail(unreachable ? sentences.masukTanpaJaringan : faultShown(answer.error));
    }
    const { session } = store.getState();
    if (session.kind === 'masuk' && session.account.id === answer.value.account.id) {
      store.setState({ session: { kind: 'masuk', ...answer.value, needsSignIn: false } });
      ports.onSignedInAgain();
      return succeed(undefined);
    }
    if (session.kind === 'masuk') await unseat();
    await seat(answer.value);
    return succeed(undefined);
  }

  async function signOut(options: { readonly force: boolean }): Promise<Result<void, ShownError>> {
    const { session } = store.getState();
    if (session.kind !== 'masuk' || !database) return succeed(undefined);
    const waiting = await countUndelivered(database);
    if (waiting > 0 && !options.force) return fail(stillWaiting(waiting));
    const sync = await ports.sync();
    sync.stop();
    await sync.signOut(session.account.id);
    await unseatAccount(ports.host);
    await unseat();
    return succeed(undefined);
  }

  async function restore(): Promise<void> {
    const accountId = await readHostSetting(ports.host, 'currentAccountId');
    const profile = accountId ? await readProfile(accountId) : undefined;
    if (profile) return seat(profile);
    const lastUsername = (await readHostSetting(ports.host, 'lastUsername')) ?? '';
    store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  async function readProfile(accountId: string): Promise<Profile | undefined> {
    const known = ports.openDatabase(accountId);
    try {
      return await readMeta(known, 'profile');
    } finally {
      known.close();
    }
  }

  function setNeedsSignIn(needed: boolean): void {
    const { session } = store.getState();
    if (session.kind !== 'masuk' || session.needsSignIn === needed) return;
    store.setState({ session: { ...session, needsSignIn: needed } });
  }

  return { store, restore, setNeedsSignIn };
}
