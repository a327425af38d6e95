import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchLock } from '#renderer/data/live/watch-lock.ts';
import { watchSignOut } from '#renderer/data/live/watch-sign-out.ts';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import {
  hasSignedOut,
  isLocked,
  lockAccount,
  readHostSetting,
  unlockAccount,
  unseatAccount,
} from '#renderer/data/repositories/host.ts';
import { readSealedMeta } from '#renderer/data/repositories/sealed-meta.ts';
import { keepPasswordCheck, leaveSession } from '#renderer/data/repositories/session.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { signInFailed, sentences, stillWaiting } from '#renderer/state/sentences.ts';
import { makePasswordCheck } from '#renderer/state/session/password-check.ts';
import type { SessionPorts } from '#renderer/state/session/session-ports.ts';
import { tryPassword } from '#renderer/state/session/unlock.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { SessionState, SessionStore } from '#renderer/state/store-contracts.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Somebody's desk, open or locked. */
type Taken = Extract<SessionState, { kind: 'masuk' | 'terkunci' }>;

/** The session: who sits at the desk, now and after a restart, and whether it is locked. */
export class SessionDesk {
  readonly store: StoreApi<SessionStore>;
  readonly #ports: SessionPorts;
  #database: AccountDatabase | null = null;
  #stopWatching: readonly (() => void)[] = [];
  #needsSignIn = false;
  // Set while the desk is being cleared: two reasons to leave at the same time clear it once.
  #leaving: Promise<void> | null = null;
  // The same for hiding it.
  #hiding: Promise<void> | null = null;
  // Resolves when what unlocks the desk is on the disk, or was said not to be.
  #keeping: Promise<void> = Promise.resolve();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.store = createStore<SessionStore>()(() => ({
      session: { kind: 'memuat' },
      lock: () => this.#lock(),
      unlock: (password) => this.#guard(sentences.bukaKunciGagal, () => this.#unlock(password)),
      signIn: (username, password) =>
        this.#guard(sentences.masukGagal, () => this.#signIn(username, password)),
      signOut: (options) => this.#guard(sentences.keluarGagal, () => this.#signOut(options.force)),
    }));
  }

  /** Finds who sat here last and gives the desk back (locked as it was left), with or without network. */
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
    const { host } = this.#ports;
    const accountId = await readHostSetting(host, 'currentAccountId');
    const profile = accountId ? await this.#readProfile(accountId) : undefined;
    if (profile) {
      this.#seat(profile, await isLocked(host, profile.account.id));
      return;
    }
    const lastUsername = (await readHostSetting(host, 'lastUsername')) ?? '';
    this.store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needsSignIn: boolean): void {
    this.#needsSignIn = needsSignIn;
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
    await this.#hiding;
    await this.#welcome(answer.value);
    this.#keepCheck(password);
    return succeed(undefined);
  }

  /** Gives the desk to the one who just signed in; whoever sat here before leaves it. */
  async #welcome(profile: Profile): Promise<void> {
    const taken = this.#taken();
    if (taken && taken.account.id !== profile.account.id) await this.#unseat();
    this.#needsSignIn = false;
    if (taken?.account.id !== profile.account.id) return this.#seat(profile, false);
    if (taken.kind === 'terkunci') this.#show();
    this.store.setState({ session: { kind: 'masuk', ...profile, needsSignIn: false } });
    this.#ports.onSignedInAgain();
  }

  async #signOut(force: boolean): Promise<Result<void, ShownError>> {
    const taken = this.#taken();
    const database = this.#database;
    if (!taken || !database) return succeed(undefined);
    const waiting = await countUndelivered(database);
    if (waiting > 0 && !force) return fail(stillWaiting(waiting));
    const { id } = taken.account;
    const sync = await this.#ports.sync();
    sync.stop();
    try {
      // What unlocks the desk is forgotten with the session, also when it was only just being made.
      await this.#keeping;
      const forgotten = await sync.signOut(id);
      // Without a worker the tokens are forgotten from here: whoever sits down next must not find them.
      if (!forgotten) await leaveSession(database, id, this.#ports.now());
      await unseatAccount(this.#ports.host, id);
    } catch (cause) {
      // Unless another window signed out too and this desk is cleared already.
      if (this.#taken()?.account.id === id) sync.start(id);
      throw cause;
    }
    await this.#unseat();
    return succeed(undefined);
  }

  async #lock(): Promise<void> {
    await this.#keeping;
    const taken = this.#taken();
    if (taken?.kind !== 'masuk') return;
    await this.#hide();
    // It is locked in this window in any case; a disk that takes nothing only keeps the others from hearing of it.
    await lockAccount(this.#ports.host, taken.account.id).catch(this.#ports.onError);
  }

  async #unlock(password: string): Promise<Result<void, ShownError>> {
    await this.#hiding;
    const taken = this.#taken();
    const database = this.#database;
    if (taken?.kind !== 'terkunci' || !database) return fail(sentences.tidakTerkunci);
    const { host, now } = this.#ports;
    const accountId = taken.account.id;
    const tried = await tryPassword({ host, database, accountId, now }, password);
    if (!tried.ok) return tried;
    if (tried.value.kind === 'salah') {
      // Perhaps it is a new one that only the server knows yet; the turn is counted already.
      if (!this.#ports.isServerReached()) return fail(tried.value.error);
      const signedIn = await this.#signIn(taken.account.username, password);
      return signedIn.ok ? signedIn : fail(tried.value.error);
    }
    if (tried.value.kind === 'tidak_diketahui') {
      const signedIn = await this.#signIn(taken.account.username, password);
      const offline = !signedIn.ok && signedIn.error === sentences.masukTanpaJaringan;
      return offline ? fail(sentences.bukaKunciPerluJaringan) : signedIn;
    }
    await unlockAccount(host, accountId).catch(this.#ports.onError);
    await this.#showUnlessLeft(accountId);
    return succeed(undefined);
  }

  /** Another window may have signed out while the password was compared: then nothing comes into sight again. */
  async #showUnlessLeft(accountId: string): Promise<void> {
    if (await hasSignedOut(this.#ports.host, accountId)) return;
    if (this.#taken()?.account.id === accountId) this.#show();
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

  #seat(profile: Profile, locked: boolean): void {
    const { id } = profile.account;
    const database = this.#ports.openDatabase(id);
    this.#database = database;
    this.#ports.onArrived(profile);
    if (!locked) this.#ports.onSeated(profile, database);
    this.store.setState({
      session: locked
        ? { kind: 'terkunci', ...profile }
        : { kind: 'masuk', ...profile, needsSignIn: false },
    });
    this.#watch(id);
  }

  /** On a shared PC what one window does with the session must not leave names and decisions open in another one. */
  #watch(accountId: string): void {
    const { host, onError } = this.#ports;
    const leave = (): void => {
      if (this.#taken()?.account.id === accountId) this.#unseat().catch(onError);
    };
    let wasLocked = false;
    const follow = (locked: boolean): void => {
      const opened = wasLocked && !locked;
      wasLocked = locked;
      if (this.#taken()?.account.id !== accountId) return;
      if (locked) this.#hide().catch(onError);
      else if (opened) this.#showIfUnlocked(accountId).catch(onError);
    };
    this.#stopWatching = [
      watchSignOut(host, accountId, leave, onError),
      watchLock(host, accountId, follow, onError),
    ];
  }

  /** Puts everything on the disk and takes the desk out of sight; sending goes on. */
  #hide(): Promise<void> {
    this.#hiding ??= this.#hideDesk().finally(() => {
      this.#hiding = null;
    });
    return this.#hiding;
  }

  async #hideDesk(): Promise<void> {
    const before = this.#taken();
    if (before?.kind !== 'masuk') return;
    await this.#ports.onLocked();
    const { account, policy } = before;
    if (this.#taken()?.account.id !== account.id) return;
    this.store.setState({ session: { kind: 'terkunci', account, policy } });
  }

  /** Another window was unlocked; unless this one was locked again meanwhile. */
  async #showIfUnlocked(accountId: string): Promise<void> {
    await this.#hiding;
    if (!(await isLocked(this.#ports.host, accountId))) await this.#showUnlessLeft(accountId);
  }

  #show(): void {
    if (this.#leaving) return;
    const taken = this.#taken();
    const database = this.#database;
    if (taken?.kind !== 'terkunci' || !database) return;
    const { account, policy } = taken;
    this.#ports.onSeated({ account, policy }, database);
    const needsSignIn = this.#needsSignIn;
    this.store.setState({ session: { kind: 'masuk', account, policy, needsSignIn } });
  }

  /** Keeps what the password is compared with while there is no network; nobody at the desk waits for it. */
  #keepCheck(password: string): void {
    const database = this.#database;
    if (!database) return;
    const keep = async (): Promise<void> => {
      const check = await makePasswordCheck(password);
      if (this.#database === database) await keepPasswordCheck(database, check);
    };
    this.#keeping = keep().catch(this.#ports.onError);
  }

  #taken(): Taken | null {
    const { session } = this.store.getState();
    return session.kind === 'masuk' || session.kind === 'terkunci' ? session : null;
  }

  #unseat(): Promise<void> {
    this.#leaving ??= this.#clearDesk().finally(() => {
      this.#leaving = null;
    });
    return this.#leaving;
  }

  async #clearDesk(): Promise<void> {
    await this.#hiding;
    const taken = this.#taken();
    if (!taken) return;
    for (const stop of this.#stopWatching) stop();
    this.#stopWatching = [];
    await this.#ports.onLeft();
    this.#database?.close();
    this.#database = null;
    const lastUsername = taken.account.username;
    this.store.setState({ session: { kind: 'keluar', lastUsername } });
  }

  async #readProfile(accountId: string): Promise<Profile | undefined> {
    const database = this.#ports.openDatabase(accountId);
    try {
      return await readSealedMeta(database, 'profile');
    } finally {
      database.close();
    }
  }
}
