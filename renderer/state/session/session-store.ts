import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchSignOut } from '#renderer/data/live/watch-sign-out.ts';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import { readHostSetting, unseatAccount } from '#renderer/data/repositories/host.ts';
import { readMeta } from '#renderer/data/repositories/meta.ts';
import { leaveSession } from '#renderer/data/repositories/session.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { signInFailed, sentences, stillWaiting } from '#renderer/state/sentences.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { SessionStore } from '#renderer/state/store-contracts.ts';
import type { Profile, SyncClient } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What signing in and out needs. */
export interface SessionPorts {
  readonly host: HostDatabase;
  readonly sync: () => Promise<SyncClient>;
  readonly openDatabase: (accountId: string) => AccountDatabase;
  /** Gives the desk to an account. */
  readonly onSeated: (profile: Profile, database: AccountDatabase) => void;
  /** Puts everything on the disk and clears the desk. */
  readonly onLeft: () => Promise<void>;
  /** The running desk may exchange again. */
  readonly onSignedInAgain: () => void;
  readonly onError: (cause: unknown) => void;
  readonly now: () => Date;
}

/** The session: who sits at the desk, now and after a restart. */
export class SessionDesk {
  readonly store: StoreApi<SessionStore>;
  readonly #ports: SessionPorts;
  #database: AccountDatabase | null = null;
  #stopWatching: (() => void) | null = null;
  // Set while the desk is being cleared: two reasons to leave at the same time clear it once.
  #leaving: Promise<void> | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.store = createStore<SessionStore>()(() => ({
      session: { kind: 'memuat' },
      signIn: (username, password) =>
        this.#guard(sentences.masukGagal, () => this.#signIn(username, password)),
      signOut: (options) => this.#guard(sentences.keluarGagal, () => this.#signOut(options.force)),
    }));
  }

  /** Finds who sat here last and gives the desk back, with or without network. */
  async restore(): Promise<void> {
    try {
      await this.#restore();
    } catch (cause) {
      // A store that cannot be read must not leave the person before an endless wait: signing in says what is wrong.
      this.#ports.onError(cause);
      this.store.setState({ session: { kind: 'keluar', lastUsername: '' } });
    }
  }

  async #restore(): Promise<void> {
    const accountId = await readHostSetting(this.#ports.host, 'currentAccountId');
    const profile = accountId ? await this.#readProfile(accountId) : undefined;
    if (profile) {
      this.#seat(profile);
      return;
    }
    const lastUsername = (await readHostSetting(this.#ports.host, 'lastUsername')) ?? '';
    this.store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needsSignIn: boolean): void {
    const { session } = this.store.getState();
    if (session.kind !== 'masuk' || session.needsSignIn === needsSignIn) return;
    this.store.setState({ session: { ...session, needsSignIn } });
  }

  async #signIn(username: string, password: string): Promise<Result<void, ShownError>> {
    if (username.trim() === '' || password === '') return fail(sentences.isianMasukKosong);
    const sync = await this.#ports.sync();
    const answer = await sync.signIn(username.trim(), password);
    if (!answer.ok) return fail(signInFailed(answer.error));
    // Another window may have signed out meanwhile: this desk is cleared before somebody sits down at it.
    await this.#leaving;
    const { session } = this.store.getState();
    if (session.kind === 'masuk' && session.account.id === answer.value.account.id) {
      this.store.setState({ session: { kind: 'masuk', ...answer.value, needsSignIn: false } });
      this.#ports.onSignedInAgain();
      return succeed(undefined);
    }
    if (session.kind === 'masuk') await this.#unseat();
    this.#seat(answer.value);
    return succeed(undefined);
  }

  async #signOut(force: boolean): Promise<Result<void, ShownError>> {
    const { session } = this.store.getState();
    const database = this.#database;
    if (session.kind !== 'masuk' || !database) return succeed(undefined);
    const waiting = await countUndelivered(database);
    if (waiting > 0 && !force) return fail(stillWaiting(waiting));
    const { id } = session.account;
    const sync = await this.#ports.sync();
    sync.stop();
    try {
      const forgotten = await sync.signOut(id);
      // Without a worker the tokens are forgotten from here: whoever sits down next must not find them.
      if (!forgotten) await leaveSession(database, id, this.#ports.now());
      await unseatAccount(this.#ports.host, id);
    } catch (cause) {
      // Unless another window signed out too and this desk is cleared already.
      if (this.#seated(id)) sync.start(id);
      throw cause;
    }
    await this.#unseat();
    return succeed(undefined);
  }

  async #guard(
    failure: ShownError,
    act: () => Promise<Result<void, ShownError>>,
  ): Promise<Result<void, ShownError>> {
    try {
      return await act();
    } catch (cause) {
      this.#ports.onError(cause);
      return fail(failure);
    }
  }

  #seat(profile: Profile): void {
    this.#database = this.#ports.openDatabase(profile.account.id);
    this.#ports.onSeated(profile, this.#database);
    this.#watchSignOut(profile.account.id);
    this.store.setState({ session: { kind: 'masuk', ...profile, needsSignIn: false } });
  }

  /** On a shared PC a sign-out in one window must not leave names and decisions open in another one. */
  #watchSignOut(accountId: string): void {
    const { host, onError } = this.#ports;
    const leave = (): void => {
      if (this.#seated(accountId)) this.#unseat().catch(onError);
    };
    this.#stopWatching = watchSignOut(host, accountId, leave, onError);
  }

  #seated(accountId: string): boolean {
    const { session } = this.store.getState();
    return session.kind === 'masuk' && session.account.id === accountId;
  }

  #unseat(): Promise<void> {
    this.#leaving ??= this.#clearDesk().finally(() => {
      this.#leaving = null;
    });
    return this.#leaving;
  }

  async #clearDesk(): Promise<void> {
    const { session } = this.store.getState();
    if (session.kind !== 'masuk') return;
    this.#stopWatching?.();
    this.#stopWatching = null;
    await this.#ports.onLeft();
    this.#database?.close();
    this.#database = null;
    const lastUsername = session.account.username;
    this.store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  async #readProfile(accountId: string): Promise<Profile | undefined> {
    const database = this.#ports.openDatabase(accountId);
    try {
      return await readMeta(database, 'profile');
    } finally {
      database.close();
    }
  }
}
