import { seeEnded } from '#renderer/data/appointments/list-in-use.ts';
import { sealOldRows } from '#renderer/data/migrations/seal-old-rows.ts';
import { watchProfile } from '#renderer/data/live/watch-profile.ts';
import { watchLock } from '#renderer/data/live/watch-lock.ts';
import { watchSignOut } from '#renderer/data/live/watch-sign-out.ts';
import { watchUndelivered } from '#renderer/data/live/watch-undelivered.ts';
import { changeAccountRow } from '#renderer/data/keyring/host.ts';
import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { lockedVault, makeVault } from '#renderer/data/sealing/vault.ts';
import { joinKeyWindows, type KeyWindows } from '#renderer/core/session/key-windows.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';

/** What becomes of an owned desk in other windows, or in none. */
export interface OwnedDeskListener {
  /** Another window locked the desk. */
  readonly onLocked: () => void;
  /** Another window signed out. */
  readonly onSignedOut: () => void;
  /** Another window has the desk open and hands the key over. */
  readonly onKey: (key: CryptoKey) => void;
  /** What is known of whoever sits here, under which appointment, was written anew; told while the desk is open. */
  readonly onProfile: (profile: Profile) => void;
  /** How many decisions wait to be sent while the desk is locked. */
  readonly onWaiting: (count: number) => void;
}

/** The key is here, and with it everything that it opens. */
interface OpenPart {
  readonly key: CryptoKey;
  readonly database: AccountDatabase;
}

/**
 * Somebody's desk in this window, from arriving to leaving, with its key or without. On a shared PC what one window does
 * with the session must not leave names and decisions open in another one.
 */
export class OwnedDesk {
  #owner: DeskOwner;
  readonly #ports: Pick<SessionPorts, 'host' | 'openDatabase' | 'openKeyChannel' | 'onError'>;
  readonly #windows: KeyWindows;
  readonly #stopWatching: readonly (() => void)[];
  readonly #listener: OwnedDeskListener;
  // Always there: counting what waits needs no key.
  readonly #shut: AccountDatabase;
  #stopCounting: (() => void) | null = null;
  #stopFollowing: (() => void) | null = null;
  #open: OpenPart | null = null;
  #sharing = false;

  constructor(owner: DeskOwner, ports: SessionPorts, listener: OwnedDeskListener) {
    this.#owner = owner;
    this.#ports = ports;
    this.#listener = listener;
    const { host, onError } = ports;
    this.#shut = ports.openDatabase(owner.id, lockedVault);
    this.#windows = joinKeyWindows(ports.openKeyChannel, owner.id, {
      ownKey: () => (this.#sharing ? (this.#open?.key ?? null) : null),
      onKey: listener.onKey,
    });
    this.#stopWatching = [
      watchSignOut(host, owner.id, listener.onSignedOut, onError),
      watchLock(host, owner.id, (locked) => locked && listener.onLocked(), onError),
    ];
  }

  /** Whose desk it is: what the lock screen shows. */
  get owner(): DeskOwner {
    return this.#owner;
  }

  /** Notes for which office the desk is laid; on this PC as well, so that the next start says so before any password. */
  laidFor({ scopeName }: Pick<DeskOwner, 'scopeName'>): void {
    const { host, onError } = this.#ports;
    const { id } = this.#owner;
    if (scopeName === this.#owner.scopeName) return;
    this.#owner = { ...this.#owner, scopeName };
    changeAccountRow(host, id, (row) => ({ ...row, scopeName })).catch(onError);
  }

  /** The database as it is: sealed and shut while there is no key. */
  get database(): AccountDatabase {
    return this.#open?.database ?? this.#shut;
  }

  /** The key, while the desk is open. */
  get key(): CryptoKey | null {
    return this.#open?.key ?? null;
  }

  /** Opens the database with the key; what an older version left clear in it is sealed before anything else happens. */
  async open(key: CryptoKey): Promise<AccountDatabase> {
    this.#stopCounting?.();
    this.#stopCounting = null;
    this.#closeOpen();
    const database = this.#ports.openDatabase(this.owner.id, makeVault(key));
    this.#open = { key, database };
    await sealOldRows(database);
    const { onProfile } = this.#listener;
    // Whoever closed it meanwhile hears nothing of it.
    if (this.#open?.database === database) {
      this.#stopFollowing = watchProfile(database, onProfile, this.#ports.onError);
    }
    return database;
  }

  /** The person has seen which appointments ended. */
  seeEnded(): void {
    if (this.#open) seeEnded(this.#open.database).catch(this.#ports.onError);
  }

  /** From now on other windows are given the key when they ask, and now without asking. */
  share(): void {
    this.#sharing = true;
    if (this.#open) this.#windows.tell(this.#open.key);
  }

  /** No window gets the key from this one any more. */
  stopSharing(): void {
    this.#sharing = false;
  }

  /** Asks other windows for the key. */
  askForKey(): void {
    this.#windows.ask();
  }

  /** Drops the key and what it opened. */
  shut(): void {
    this.#sharing = false;
    this.#closeOpen();
    this.#open = null;
    const { onError } = this.#ports;
    this.#stopCounting ??= watchUndelivered(this.#shut, this.#listener.onWaiting, onError);
  }

  #closeOpen(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#open?.database.close();
  }

  /** Drops everything. */
  leave(): void {
    for (const stop of this.#stopWatching) stop();
    this.shut();
    this.#stopCounting?.();
    this.#windows.close();
    this.#shut.close();
  }
}
