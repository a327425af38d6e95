import { hasSignedOut, isLocked, lockAccount, unlockAccount } from '#renderer/data/keyring/host.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { sessionSentences } from '#renderer/core/session/session-sentences.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import type { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';
import { isSignInStep } from '#renderer/core/session/sign-in-step.ts';
import { tryPassword } from '#renderer/core/session/unlock.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What came of opening a locked desk. `kurang`: this PC lacks what it shows; the server must give it again. */
type Opening = 'terbuka' | 'ditinggalkan' | 'kurang';

/** What the lock acts on. `signIn`: what it falls back on when the server must be asked. */
export interface LockParts {
  readonly held: HeldDesk;
  readonly view: Pick<SessionView, 'current'>;
  readonly signIn: (username: string, password: string) => Promise<Result<void, ShownError>>;
}

/** The lock of the desk: closed by a person or another window, opened by a password or another window's key. */
export class DeskLock {
  readonly #ports: SessionPorts;
  readonly #parts: LockParts;
  // A password and another window's key may come at the same moment: the desk is opened once.
  #opening: Promise<unknown> = Promise.resolve();

  constructor(ports: SessionPorts, parts: LockParts) {
    this.#ports = ports;
    this.#parts = parts;
  }

  /** Takes the desk out of sight, in every window of this PC. */
  async lock(): Promise<void> {
    const { held, view } = this.#parts;
    const desk = held.owned;
    if (!desk || view.current().kind !== 'masuk') return;
    await held.hide();
    // It is locked in this window in any case; a disk that takes nothing only keeps the others from hearing of it.
    await lockAccount(this.#ports.host, desk.owner.id).catch(this.#ports.onError);
  }

  /**
   * Opens the desk with a password, without network where this PC alone can know. It asks for no second factor: that guards the
   * server, which is asked at each sign-in. What lies on this PC lies under the password, and a code that changes every half
   * minute can be the key of nothing that must open without network.
   */
  async unlock(password: string): Promise<Result<void, ShownError>> {
    const { held, view, signIn } = this.#parts;
    await held.hidden();
    const desk = held.owned;
    if (view.current().kind !== 'terkunci' || !desk) return fail(sessionSentences.notLocked);
    const { id: accountId, username } = desk.owner;
    const { host, sealing, envelopes, onError, now } = this.#ports;
    const tried = await tryPassword(
      { host, sealing, envelopes, onError, accountId, now },
      password,
    );
    if (!tried.ok) return tried;
    if (tried.value.kind === 'opened') {
      await unlockAccount(host, accountId).catch(onError);
      const opened = await this.#open(desk, tried.value.key);
      if (opened !== 'kurang') return succeed(undefined);
    }
    const refusal =
      tried.value.kind === 'opened' ? sessionSentences.unlockNeedsNetwork : tried.value.error;
    // Perhaps it is a new one that only the server knows yet; the turn is counted already.
    if (!(await this.#ports.isServerReached())) return fail(refusal);
    const signedIn = await signIn(username, password);
    // A step after the password says that the password was right.
    const isTold = signedIn.ok || isSignInStep(signedIn.error);
    return isTold || tried.value.kind !== 'wrong' ? signedIn : fail(refusal);
  }

  /** Another window hands over the key: this one opens too, unless it was locked meanwhile. */
  async receiveKey(desk: OwnedDesk, key: CryptoKey): Promise<void> {
    await this.#parts.held.hidden();
    if (!(await isLocked(this.#ports.host, desk.owner.id))) await this.#open(desk, key);
  }

  /** Resolves when the desk is not being opened any more. */
  async opened(): Promise<void> {
    await this.#opening;
  }

  #open(desk: OwnedDesk, key: CryptoKey): Promise<Opening> {
    const opening = this.#opening.then(() => this.#openNow(desk, key));
    this.#opening = opening.catch(() => 'kurang');
    return opening;
  }

  async #openNow(desk: OwnedDesk, key: CryptoKey): Promise<Opening> {
    const { held } = this.#parts;
    if (!held.holds(desk)) return 'ditinggalkan';
    if (desk.key !== null) return 'terbuka';
    const profile = await readProfile(desk, key);
    // Another window may have signed out meanwhile: then nothing comes into sight again.
    const left = await hasSignedOut(this.#ports.host, desk.owner.id);
    if (!held.holds(desk)) return 'ditinggalkan';
    if (profile && !left) {
      held.show(desk, key, profile);
      desk.share();
      return 'terbuka';
    }
    desk.shut();
    return left ? 'ditinggalkan' : 'kurang';
  }
}

async function readProfile(desk: OwnedDesk, key: CryptoKey): Promise<Profile | undefined> {
  try {
    return await readSealedMeta(await desk.open(key), 'profile');
  } catch (cause) {
    desk.shut();
    throw cause;
  }
}
