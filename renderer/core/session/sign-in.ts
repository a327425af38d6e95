import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import { sessionSentences } from '#renderer/core/session/session-sentences.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import type { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';
import { offeredAppointments } from '#renderer/core/session/offered-appointments.ts';
import { signInWithKey, type OpenedAccount } from '#renderer/core/session/sign-in-with-key.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';
import type { SignInSteps } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What signing in acts on. */
export interface SignInParts {
  readonly held: HeldDesk;
  readonly view: Omit<SessionView, 'changed'>;
  /** Holds an account's desk in this window. */
  readonly hold: (owner: DeskOwner) => OwnedDesk;
  /** Resolves when the desk is not being unlocked any more. */
  readonly opened: () => Promise<void>;
}

/** Signs in over the network, with what was asked for after the password; whoever signed in sits at the desk when this resolves. */
export async function signIn(
  ports: SessionPorts,
  parts: SignInParts,
  username: string,
  password: string,
  steps: SignInSteps = {},
): Promise<Result<void, ShownError>> {
  const { held } = parts;
  if (username.trim() === '' || password === '') return fail(sessionSentences.signInIncomplete);
  const typed = { username: username.trim(), password, steps };
  const account = await signInWithKey(ports, typed, async (accountId) => {
    if (held.owned?.owner.id === accountId) await held.leave();
  });
  if (!account.ok) return account;
  // Another window may have signed out meanwhile: this desk is cleared before somebody sits down at it.
  await held.atRest();
  await sitDown(ports, parts, account.value);
  return succeed(undefined);
}

/** Gives the desk to the one who just signed in; whoever sat here before leaves it. */
async function sitDown(
  ports: SessionPorts,
  { held, view, hold, opened }: SignInParts,
  { profile, key, keyLost, newPasswordAsked }: OpenedAccount,
): Promise<void> {
  if (held.owned && held.owned.owner.id !== profile.account.id) await held.leave();
  held.forgetNeedsSignIn();
  await opened();
  const desk = held.owned ?? hold(profile.account);
  if (view.current().kind === 'masuk') {
    await held.follow(desk, profile);
    ports.onSignedInAgain();
  } else {
    const offered = offeredAppointments(profile.appointments, ports.deskRoles);
    // Before the desk is in sight: nothing of it flashes by.
    view.showAppointmentAsked(offered.length > 1);
    await takeOver({ held, view }, desk, key, profile);
  }
  desk.share();
  if (keyLost) view.showKeyLost();
  view.showNewPasswordAsked(newPasswordAsked);
}

async function takeOver(
  { held, view }: Pick<SignInParts, 'held' | 'view'>,
  desk: OwnedDesk,
  key: CryptoKey,
  profile: Profile,
): Promise<void> {
  try {
    await desk.open(key);
  } catch (cause) {
    // Nobody sits at a desk that could not be opened: it stays as it was.
    if (view.current().kind === 'terkunci') desk.shut();
    else held.abandon();
    throw cause;
  }
  held.show(desk, key, profile);
}
