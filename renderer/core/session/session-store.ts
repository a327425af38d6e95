import { createStore, type StoreApi } from 'zustand/vanilla';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import {
  hasSignedOut,
  isLocked,
  lockAccount,
  readHostSetting,
  unlockAccount,
  unseatAccount,
} from '#renderer/data/keyring/host.ts';
import { readOwner, type DeskOwner } from '#renderer/data/keyring/keyring.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { leaveSession } from '#renderer/data/keyring/session.ts';
import { isNewerDatabase } from '#renderer/data/schema/newer-database.ts';
import { sentences, stillWaiting } from '#renderer/core/sentences.ts';
import { accountEnded, type AccountEnd } from '#renderer/core/session/account-end.ts';
import { forgetEnded } from '#renderer/core/session/forget-ended.ts';
import { nextChange } from '#renderer/core/session/next-change.ts';
import { readOutdated, sendOutdated } from '#renderer/core/session/outdated.ts';
import { isFull } from '#renderer/core/is-full.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import { signInWithKey, type Arrival } from '#renderer/core/session/sign-in-with-key.ts';
import { tryPassword } from '#renderer/core/session/unlock.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What came of opening a locked desk. `kurang`: this PC lacks what it shows; the server must give it again. */
type Opening = 'terbuka' | 'ditinggalkan' | 'kurang';

/** The session: who sits at the desk, now and after a restart, and whether it is locked. */
export class SessionDesk {
  readonly store: StoreApi<SessionStore>;
  readonly #ports: SessionPorts;
  #desk: OwnedDesk | null = null;
  #needsSignIn = false;
  // Set while the desk is being cleared: two reasons to leave at the same time clear it once.
  #leaving: Promise<void> | null = null;
  // The same for hiding it.
  #hiding: Promise<void> | null = null;
  // A password and another window's key may come at the same moment: the desk is opened once.
  #opening: Promise<unknown> = Promise.resolve();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.store = createStore<SessionStore>()((set) => ({
      session: { kind: 'memuat' },
      keyLost: false,
      lock: () => this.#lock(),
      unlock: (password) => this.#guard(sentences.bukaKunciGagal, () => this.#unlock(password)),
      signIn: (username, password) =>
        this.#guard(sentences.masukGagal, () => this.#signIn(username, password)),
      sendWaiting: (password) => sendOutdated(this.#ports, password),
      signOut: (options) => this.#guard(sentences.keluarGagal, () => this.#signOut(options.force)),
      dismissKeyLost: () => set({ keyLost: false }),
    }));
  }

  /** Finds whose desk this is. It is locked, unless another window has it open and hands over the key. */
  async restore(): Promise<void> {
    try {
      await this.#restore();
    } catch (cause) {
      // A store that cannot be read must not leave the person before an endless wait: signing in says what is wrong.
      this.#ports.onError(cause);
      this.#abandon();
      const session = isNewerDatabase(cause)
        ? await readOutdated(this.#ports)
        : ({ kind: 'keluar', lastUsername: '' } as const);
      this.store.setState({ session });
    }
  }

  async #restore(): Promise<void> {
    const { host, keyPatienceMs } = this.#ports;
    const accountId = await readHostSetting(host, 'currentAccountId');
    const owner = accountId ? await readOwner(host, accountId) : undefined;
    if (!owner) {
      const lastUsername = (await readHostSetting(host, 'lastUsername')) ?? '';
      this.store.setState({ session: { kind: 'keluar', lastUsername } });
      return;
    }
    const desk = this.#arrive(owner);
    // A database that cannot be opened at all is told now, not after a password was typed.
    await desk.database.open();
    if (!(await isLocked(host, owner.id))) {
      desk.askForKey();
      await nextChange(this.store, keyPatienceMs);
      await this.#opening;
    }
    if (this.#desk === desk && desk.key === null) this.#showLocked(desk);
  }

  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needsSignIn: boolean): void {
    this.#needsSignIn = needsSignIn;
    const { session } = this.store.getState();
    if (session.kind !== 'masuk' || session.needsSignIn === needsSignIn) return;
    this.store.setState({ session: { ...session, needsSignIn } });
  }

  /** The server ended the account on this PC: what it kept here is gone or handed over, and the desk with it. */
  async endAccount(accountId: string, end: AccountEnd): Promise<void> {
    if (this.#desk?.owner.id !== accountId) return;
    await this.#unseat();
    await forgetEnded(this.#ports, accountId, end);
    this.store.setState({
      session: { kind: 'keluar', lastUsername: '', ended: accountEnded(end) },
    });
  }

  async #signIn(username: string, password: string): Promise<Result<void, ShownError>> {
    if (username.trim() === '' || password === '') return fail(sentences.isianMasukKosong);
    const arrived = await signInWithKey(this.#ports, username.trim(), password, (accountId) =>
      this.#desk?.owner.id === accountId ? this.#unseat() : Promise.resolve(),
    );
    if (!arrived.ok) return arrived;
    // Another window may have signed out meanwhile: this desk is cleared before somebody sits down at it.
    await this.#leaving;
    await this.#hiding;
    await this.#welcome(arrived.value);
    return succeed(undefined);
  }

  /** Gives the desk to the one who just signed in; whoever sat here before leaves it. */
  async #welcome({ profile, key, keyLost }: Arrival): Promise<void> {
    if (this.#desk && this.#desk.owner.id !== profile.account.id) await this.#unseat();
    this.#needsSignIn = false;
    await this.#opening;
    const desk = this.#desk ?? this.#arrive(profile.account);
    if (this.store.getState().session.kind === 'masuk') {
      this.store.setState({ session: { kind: 'masuk', ...profile, needsSignIn: false } });
      this.#ports.onSignedInAgain();
    } else {
      await this.#takeOver(desk, key, profile);
    }
    desk.share();
    if (keyLost) this.store.setState({ keyLost });
  }

  async #takeOver(desk: OwnedDesk, key: CryptoKey, profile: Profile): Promise<void> {
    try {
      await desk.open(key);
    } catch (cause) {
      // Nobody sits at a desk that could not be opened: it stays as it was.
      if (this.store.getState().session.kind === 'terkunci') desk.shut();
      else this.#abandon();
      throw cause;
    }
    this.#seat(desk, key, profile);
  }

  #abandon(): void {
    this.#desk?.leave();
    this.#desk = null;
  }

  async #signOut(force: boolean): Promise<Result<void, ShownError>> {
    const desk = this.#desk;
    if (!desk) return succeed(undefined);
    const waiting = await countUndelivered(desk.database);
    if (waiting > 0 && !force) return fail(stillWaiting(waiting));
    const { id } = desk.owner;
    const sync = await this.#ports.sync();
    try {
      const forgotten = await sync.signOut(id);
      // Without a worker the tokens are forgotten from here: whoever sits down next must not find them.
      if (!forgotten) await leaveSession(desk.database, id, this.#ports.now());
      await unseatAccount(this.#ports.host, id);
    } catch (cause) {
      // Unless another window signed out too and this desk is cleared already.
      if (this.#desk === desk && desk.key) sync.start(id, desk.key);
      throw cause;
    }
    await this.#unseat();
    return succeed(undefined);
  }

  async #lock(): Promise<void> {
    const desk = this.#desk;
    if (!desk || this.store.getState().session.kind !== 'masuk') return;
    await this.#hide();
    // It is locked in this window in any case; a disk that takes nothing only keeps the others from hearing of it.
    await lockAccount(this.#ports.host, desk.owner.id).catch(this.#ports.onError);
  }

  async #unlock(password: string): Promise<Result<void, ShownError>> {
    await this.#hiding;
    const desk = this.#desk;
    if (this.store.getState().session.kind !== 'terkunci' || !desk) {
      return fail(sentences.tidakTerkunci);
    }
    const { id: accountId, username } = desk.owner;
    const { host, sealing, envelopes, onError, now } = this.#ports;
    const tried = await tryPassword(
      { host, sealing, envelopes, onError, accountId, now },
      password,
    );
    if (!tried.ok) return tried;
    if (tried.value.kind === 'benar') {
      await unlockAccount(host, accountId).catch(onError);
      const opened = await this.#openWith(desk, tried.value.key);
      if (opened !== 'kurang') return succeed(undefined);
    }
    const refusal =
      tried.value.kind === 'benar' ? sentences.bukaKunciPerluJaringan : tried.value.error;
    // Perhaps it is a new one that only the server knows yet; the turn is counted already.
    if (!(await this.#ports.isServerReached())) return fail(refusal);
    const signedIn = await this.#signIn(username, password);
    return signedIn.ok || tried.value.kind !== 'salah' ? signedIn : fail(refusal);
  }

  #openWith(desk: OwnedDesk, key: CryptoKey): Promise<Opening> {
    const opening = this.#opening.then(() => this.#openNow(desk, key));
    this.#opening = opening.catch(() => 'kurang');
    return opening;
  }

  async #openNow(desk: OwnedDesk, key: CryptoKey): Promise<Opening> {
    if (this.#desk !== desk) return 'ditinggalkan';
    if (desk.key !== null) return 'terbuka';
    const profile = await this.#readProfile(desk, key);
    // Another window may have signed out meanwhile: then nothing comes into sight again.
    const left = await hasSignedOut(this.#ports.host, desk.owner.id);
    if (this.#desk !== desk) return 'ditinggalkan';
    if (profile && !left) {
      this.#seat(desk, key, profile);
      desk.share();
      return 'terbuka';
    }
    desk.shut();
    return left ? 'ditinggalkan' : 'kurang';
  }

  async #readProfile(desk: OwnedDesk, key: CryptoKey): Promise<Profile | undefined> {
    try {
      return await readSealedMeta(await desk.open(key), 'profile');
    } catch (cause) {
      desk.shut();
      throw cause;
    }
  }

  /** Another window hands over the key: this one opens too, unless it was locked meanwhile. */
  async #receiveKey(desk: OwnedDesk, key: CryptoKey): Promise<void> {
    await this.#hiding;
    if (!(await isLocked(this.#ports.host, desk.owner.id))) await this.#openWith(desk, key);
  }

  async #guard(
    failure: ShownError,
    act: () => Promise<Result<void, ShownError>>,
  ): Promise<Result<void, ShownError>> {
    try {
      return await act();
    } catch (cause) {
      this.#ports.onError(cause);
      if (isNewerDatabase(cause)) return this.#outgrown();
      return fail(isFull(cause) ? sentences.tidakAdaRuang : failure);
    }
  }

  /** Another window runs a newer version, which raised the database while this one was open. */
  async #outgrown(): Promise<Result<never, ShownError>> {
    this.#abandon();
    this.store.setState({ session: await readOutdated(this.#ports) });
    return fail(sentences.simpananLebihBaru);
  }

  /** The desk is somebody's from here on; nothing of it is shown yet. */
  #arrive(owner: DeskOwner): OwnedDesk {
    const { onError } = this.#ports;
    const desk: OwnedDesk = new OwnedDesk(owner, this.#ports, {
      onSignedOut: () => {
        if (this.#desk === desk) this.#unseat().catch(onError);
      },
      onLocked: () => {
        if (this.#desk === desk) this.#hide().catch(onError);
      },
      onKey: (key) => {
        this.#receiveKey(desk, key).catch(onError);
      },
      onWaiting: (waiting) => {
        const { session } = this.store.getState();
        if (this.#desk !== desk || session.kind !== 'terkunci') return;
        this.store.setState({ session: { ...session, waiting } });
      },
    });
    this.#desk = desk;
    return desk;
  }

  /** Brings the desk into sight. */
  #seat(desk: OwnedDesk, key: CryptoKey, profile: Profile): void {
    if (this.#leaving) return;
    this.#ports.onSeated(profile, desk.database, key);
    const needsSignIn = this.#needsSignIn;
    this.store.setState({ session: { kind: 'masuk', ...profile, needsSignIn } });
  }

  #showLocked(desk: OwnedDesk): void {
    this.store.setState({ session: { kind: 'terkunci', account: desk.owner, waiting: 0 } });
    // How many wait is told at once, and whenever it changes.
    desk.shut();
  }

  /** Puts everything on the disk and takes the desk out of sight, and the key out of this window. */
  #hide(): Promise<void> {
    this.#hiding ??= this.#hideDesk().finally(() => {
      this.#hiding = null;
    });
    return this.#hiding;
  }

  async #hideDesk(): Promise<void> {
    const desk = this.#desk;
    if (!desk || this.store.getState().session.kind !== 'masuk') return;
    desk.stopSharing();
    try {
      await this.#ports.onLocked();
    } finally {
      if (this.#desk === desk) this.#showLocked(desk);
    }
  }

  #unseat(): Promise<void> {
    this.#leaving ??= this.#clearDesk().finally(() => {
      this.#leaving = null;
    });
    return this.#leaving;
  }

  async #clearDesk(): Promise<void> {
    await this.#hiding;
    const desk = this.#desk;
    if (!desk) return;
    desk.stopSharing();
    await this.#ports.onLeft();
    desk.leave();
    this.#desk = null;
    this.store.setState({ session: { kind: 'keluar', lastUsername: desk.owner.username } });
  }
}
