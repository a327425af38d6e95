import { isLocked } from '#renderer/data/keyring/host.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';

type HeldDeskPorts = Pick<SessionPorts, 'host' | 'onSeated' | 'onLocked' | 'onLeft'>;

/**
 * The desk that this window holds, if any, and whether it is in sight. Every change of that goes through here: it is
 * hidden once and left once, however many reasons there are at the same time.
 */
export class HeldDesk {
  readonly #ports: HeldDeskPorts;
  readonly #view: SessionView;
  #owned: OwnedDesk | null = null;
  #needsSignIn = false;
  // Under which appointment the desk was laid.
  #laidFor: string | undefined;
  // Set while the desk is being cleared: two reasons to leave at the same time clear it once.
  #leaving: Promise<void> | null = null;
  // The same for hiding it.
  #hiding: Promise<void> | null = null;
  // Set while the desk is laid anew.
  #laying: Promise<void> | null = null;

  constructor(ports: HeldDeskPorts, view: SessionView) {
    this.#ports = ports;
    this.#view = view;
  }

  /** The desk, in sight or not. */
  get owned(): OwnedDesk | null {
    return this.#owned;
  }

  /** The desk is somebody's from here on; nothing of it is shown yet. */
  hold(desk: OwnedDesk): void {
    this.#owned = desk;
  }

  /** Whether it is still this desk that the window holds: another one may have been left or taken meanwhile. */
  holds(desk: OwnedDesk): boolean {
    return this.#owned === desk;
  }

  /** Brings the desk into sight, unless it is being left. */
  show(desk: OwnedDesk, key: CryptoKey, profile: Profile): void {
    if (this.#leaving) return;
    this.#laidFor = profile.account.appointmentId;
    desk.laidFor(profile.account);
    this.#ports.onSeated(profile, desk.database, key);
    this.#view.show({ kind: 'masuk', ...profile, needsSignIn: this.#needsSignIn });
  }

  /** Shows who sits here as that stands now; under another appointment the desk is laid anew. */
  async follow(desk: OwnedDesk, profile: Profile): Promise<void> {
    await this.#settled();
    const session = this.#view.current();
    if (!this.holds(desk) || session.kind !== 'masuk') return;
    if (profile.account.appointmentId !== this.#laidFor) return this.layAnew(desk);
    const { kind: _kind, needsSignIn, ...shown } = session;
    const isAsShown =
      needsSignIn === this.#needsSignIn && JSON.stringify(shown) === JSON.stringify(profile);
    if (isAsShown) return;
    this.#view.show({ kind: 'masuk', ...profile, needsSignIn: this.#needsSignIn });
  }

  /**
   * Puts everything on the disk, clears the desk, and lays it anew for who sits here by then; `change` happens in between. The
   * key stays. Whatever fails on the way, the desk is not left empty.
   */
  async layAnew(desk: OwnedDesk, change?: () => Promise<unknown>): Promise<void> {
    await this.#settled();
    if (this.#view.current().kind !== 'masuk' || !this.holds(desk)) return;
    const laying = this.#layNow(desk, change);
    // What goes wrong is told to whoever asked for it.
    this.#laying = laying
      .catch(() => {})
      .finally(() => {
        this.#laying = null;
      });
    await laying;
  }

  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needsSignIn: boolean): void {
    this.#needsSignIn = needsSignIn;
    const session = this.#view.current();
    if (session.kind !== 'masuk' || session.needsSignIn === needsSignIn) return;
    this.#view.show({ ...session, needsSignIn });
  }

  /** Somebody signs in, here or elsewhere: nothing asks for it any more. */
  forgetNeedsSignIn(): void {
    this.#needsSignIn = false;
  }

  /** Shows that the desk is locked, and drops the key. */
  showLocked(desk: OwnedDesk): void {
    this.#view.show({ kind: 'terkunci', account: desk.owner, waiting: 0 });
    // How many wait is told at once, and whenever it changes.
    desk.shut();
  }

  /** Puts everything on the disk and takes the desk out of sight, and the key out of this window. */
  hide(): Promise<void> {
    if (this.#laying) return this.#laying.then(() => this.hide());
    this.#hiding ??= this.#hideNow().finally(() => {
      this.#hiding = null;
    });
    return this.#hiding;
  }

  /** Puts everything on the disk and gives the desk up. */
  leave(): Promise<void> {
    this.#leaving ??= this.#leaveNow().finally(() => {
      this.#leaving = null;
    });
    return this.#leaving;
  }

  /** Gives up a desk of which nothing was in sight. */
  abandon(): void {
    this.#owned?.leave();
    this.#owned = null;
  }

  /** Resolves when the desk is not being hidden, or laid anew, any more. */
  async hidden(): Promise<void> {
    await this.#laying;
    await this.#hiding;
  }

  /** Resolves when the desk is neither being left nor being hidden any more. */
  async atRest(): Promise<void> {
    await this.#leaving;
    await this.hidden();
  }

  /** Resolves when the desk is neither being hidden nor laid anew, however often that begins meanwhile. */
  async #settled(): Promise<void> {
    while (this.#hiding ?? this.#laying) await this.hidden();
  }

  async #layNow(desk: OwnedDesk, change?: () => Promise<unknown>): Promise<void> {
    const { key } = desk;
    let profile: Profile | undefined;
    let isShut = true;
    this.#view.show({ kind: 'memuat' });
    try {
      await this.#ports.onLocked();
      await change?.();
    } finally {
      try {
        profile = await readSealedMeta(desk.database, 'profile');
        // Another window may have locked it meanwhile.
        isShut = await isLocked(this.#ports.host, desk.owner.id);
      } finally {
        if (this.holds(desk) && key && profile && !isShut) this.show(desk, key, profile);
        else if (this.holds(desk)) this.showLocked(desk);
      }
    }
  }

  async #hideNow(): Promise<void> {
    const desk = this.#owned;
    if (!desk || this.#view.current().kind !== 'masuk') return;
    desk.stopSharing();
    try {
      await this.#ports.onLocked();
    } finally {
      if (this.holds(desk)) this.showLocked(desk);
    }
  }

  async #leaveNow(): Promise<void> {
    await this.hidden();
    const desk = this.#owned;
    if (!desk) return;
    desk.stopSharing();
    await this.#ports.onLeft();
    desk.leave();
    this.#owned = null;
    this.#view.show({ kind: 'keluar', lastUsername: desk.owner.username });
  }
}
