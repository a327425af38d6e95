import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import { isNewerDatabase } from '#renderer/data/schema/newer-database.ts';
import { isFull } from '#renderer/core/is-full.ts';
import { sessionSentences, signInFailed } from '#renderer/core/session/session-sentences.ts';
import { chooseAppointment } from '#renderer/core/session/choose-appointment.ts';
import { accountEnded, type AccountEnd } from '#renderer/core/session/account-end.ts';
import { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { DeskLock } from '#renderer/core/session/lock.ts';
import { readOutdated, sendOutdated } from '#renderer/core/session/outdated-desk.ts';
import { restoreSession } from '#renderer/core/session/restore-session.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import { makeSessionView, type SessionView } from '#renderer/core/session/session-view.ts';
import { signIn } from '#renderer/core/session/sign-in.ts';
import { signOut } from '#renderer/core/session/sign-out.ts';
import { holdDesk } from '#renderer/core/session/windows.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { forgetAccount } from '#renderer/data/keyring/host.ts';

/** The session store, and what the desk tells it. */
export interface SessionDesk {
  readonly store: StoreApi<SessionStore>;
  /** Finds whose desk this is; see `restoreSession`. */
  restore(): Promise<void>;
  /** The server wants a new sign-in (or no longer does). */
  setNeedsSignIn(needsSignIn: boolean): void;
  /** The server ended the account on this PC: what it kept here is gone or handed over, and the desk with it. */
  endAccount(accountId: string, end: AccountEnd): Promise<void>;
}

const atStart = {
  session: { kind: 'memuat' },
  keyLost: false,
  newPasswordAsked: false,
  appointmentAsked: false,
  choiceFailed: null,
} as const;

/** Builds the session: who sits at the desk, now and after a restart, and whether it is locked. */
export function makeSessionStore(ports: SessionPorts): SessionDesk {
  const guard = (failure: ShownError, act: () => Promise<Result<void, ShownError>>) =>
    guarded(ports, { held, view }, failure, act);
  const store = createStore<SessionStore>()((set) => ({
    ...atStart,
    lock: () => lock.lock(),
    unlock: (password) => guard(sessionSentences.unlockFailed, () => lock.unlock(password)),
    chooseAppointment: async (appointmentId) => {
      const answered = (): void => set({ appointmentAsked: false });
      const choose = () => chooseAppointment(held, appointmentId, answered);
      const chosen = await guard(sessionSentences.appointmentFailed, choose);
      set({ choiceFailed: chosen.ok ? null : chosen.error });
      return chosen;
    },
    signIn: (username, password, steps) =>
      guard(sessionSentences.signInFailed, () => signIn(ports, parts, username, password, steps)),
    offerFactor: (...typed) => offerFactor(ports, ...typed),
    sendWaiting: (password, steps) => sendOutdated(ports, password, steps),
    signOut: ({ force }) =>
      guard(sessionSentences.signOutFailed, () => signOut(ports, held, force)),
    agreeToServer: (key) =>
      guard(sessionSentences.agreementNotKept, async () => {
        const agreed = await (await ports.sync()).agreeToServer(key);
        return agreed ? succeed(undefined) : fail(sessionSentences.yetAnotherServer);
      }),
    dismissKeyLost: () => set({ keyLost: false }),
    dismissNewPassword: () => set({ newPasswordAsked: false }),
    dismissAppointment: () => set({ appointmentAsked: false, choiceFailed: null }),
    // The profile is written anew, which every window hears of.
    dismissEnded: () => held.owned?.seeEnded(),
  }));
  const view = makeSessionView(store);
  const held = new HeldDesk(ports, view);
  const lock: DeskLock = new DeskLock(ports, {
    held,
    view,
    signIn: (username, password) => signIn(ports, parts, username, password),
  });
  const parts = {
    held,
    view,
    hold: (owner: DeskOwner) =>
      holdDesk(owner, ports, {
        held,
        view,
        receiveKey: (desk, key) => lock.receiveKey(desk, key),
      }),
    opened: () => lock.opened(),
  };
  return {
    store,
    restore: () => restoreSession(ports, parts),
    setNeedsSignIn: (needsSignIn) => held.setNeedsSignIn(needsSignIn),
    endAccount: async (accountId, end) => {
      if (held.owned?.owner.id !== accountId) return;
      await held.leave();
      await forgetEnded(ports, accountId, end);
      view.show({ kind: 'keluar', lastUsername: '', ended: accountEnded(end) });
    },
  };
}

async function guarded(
  ports: SessionPorts,
  { held, view }: { readonly held: HeldDesk; readonly view: SessionView },
  failure: ShownError,
  act: () => Promise<Result<void, ShownError>>,
): Promise<Result<void, ShownError>> {
  try {
    return await act();
  } catch (cause) {
    ports.onError(cause);
    if (!isNewerDatabase(cause)) return fail(isFull(cause) ? sessionSentences.noRoom : failure);
    // Another window runs a newer version, which raised the database while this one was open.
    held.abandon();
    view.show(await readOutdated(ports));
    return fail(sessionSentences.databaseNewer);
  }
}

/**
 * Forgets what this PC knew of an account that the server ended. Decisions that nobody took stay as they lie, and so does
 * what opens them.
 */
async function forgetEnded(
  { host, eraseJournal, onError }: Pick<SessionPorts, 'host' | 'eraseJournal' | 'onError'>,
  accountId: string,
  { unheard }: AccountEnd,
): Promise<void> {
  await forgetAccount(host, accountId, unheard ? 'all_but_key' : 'all').catch(onError);
  if (!unheard) await eraseJournal(accountId).catch(onError);
}

async function offerFactor(
  { sync }: Pick<SessionPorts, 'sync'>,
  ...typed: Parameters<SessionStore['offerFactor']>
): ReturnType<SessionStore['offerFactor']> {
  const offered = await (await sync()).offerFactor(...typed);
  return offered.ok ? offered : fail(signInFailed(offered.error));
}
