import { takeUpAppointment } from '#renderer/data/appointments/list-in-use.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
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
    await held.follow(desk, await keptProfile(ports, desk.database, profile));
    ports.onSignedInAgain();
  } else {
    await takeOver(ports, { held, view }, desk, { key, profile });
  }
  desk.share();
  if (keyLost) view.showKeyLost();
  view.showNewPasswordAsked(newPasswordAsked);
}

async function takeOver(
  ports: Pick<SessionPorts, 'deskRoles'>,
  { held, view }: Pick<SignInParts, 'held' | 'view'>,
  desk: OwnedDesk,
  { key, profile }: Pick<OpenedAccount, 'key' | 'profile'>,
): Promise<void> {
  let kept: Profile;
  try {
    kept = await keptProfile(ports, await desk.open(key), profile);
  } catch (cause) {
    // Nobody sits at a desk that could not be opened: it stays as it was.
    if (view.current().kind === 'terkunci') desk.shut();
    else held.abandon();
    throw cause;
  }
  const offered = offeredAppointments(kept.appointments, ports.deskRoles);
  // Before the desk is in sight: nothing of it flashes by.
  view.showAppointmentAsked(offered.length > 1);
  held.show(desk, key, kept);
}

/** Who sits here now, as it was kept: under the appointment whose list is on this PC, or under one that has a desk. */
async function keptProfile(
  { deskRoles }: Pick<SessionPorts, 'deskRoles'>,
  database: AccountDatabase,
  told: Profile,
): Promise<Profile> {
  const profile: Profile = (await readSealedMeta(database, 'profile')) ?? told;
  if (deskRoles?.includes(profile.account.role) !== false) return profile;
  const [other] = offeredAppointments(profile.appointments, deskRoles);
  return (other && (await takeUpAppointment(database, other.id))) ?? profile;
}
