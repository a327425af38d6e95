import type { ShownError } from '#renderer/core/shown-error.ts';
import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import type { WaitingSent } from '#renderer/workers/sync/client.ts';
import type { FactorOffer } from '#shared/contract/second-factor.ts';
import type { Policy, SignInSteps } from '#shared/contract/session.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Account, Appointment } from '#shared/workflow/authority/account.ts';

/** An appointment that ended: its list is gone from this PC. */
export type EndedAppointment = Pick<Appointment, 'role' | 'scopeName'>;

/**
 * Who sits at the desk. `needsSignIn`: the session ended while work goes on offline; sending waits for a sign-in.
 * `terkunci`: the application was started, or the person stepped away; nothing of the desk is shown, or can be opened in
 * this window, until the password is typed. `waiting` decisions are not sent yet.
 */
export type SessionState =
  | { readonly kind: 'memuat' }
  | {
      readonly kind: 'keluar';
      readonly lastUsername: string;
      /** The account was ended on this PC by the server: what became of what was here. */
      readonly ended?: ShownError;
    }
  | {
      readonly kind: 'masuk';
      readonly account: Account;
      readonly policy: Policy;
      /** All under which the person may act; absent where the server did not say. */
      readonly appointments?: readonly Appointment[];
      /** Those that ended, and the person has not seen it yet. */
      readonly ended?: readonly EndedAppointment[];
      readonly needsSignIn: boolean;
    }
  /** A newer version of the application wrote what is on this PC: the desk stays closed, so many decisions wait in it. */
  | { readonly kind: 'versi_lama'; readonly username: string; readonly waiting: number }
  | { readonly kind: 'terkunci'; readonly account: DeskOwner; readonly waiting: number };

export interface SessionStore {
  readonly session: SessionState;
  /** What was kept on this PC could not be opened any more at the last sign-in, and is fetched again. */
  readonly keyLost: boolean;
  /** The password that signed in last would not be taken as a new one. */
  readonly newPasswordAsked: boolean;
  /** Whoever signed in has several appointments, and was not asked yet under which one to go on. */
  readonly appointmentAsked: boolean;
  /** Why the person goes on under the appointment of before, though another one was chosen. */
  readonly choiceFailed: ShownError | null;
  /** Hides the desk until `unlock`; everything typed is on the disk first. */
  lock(): Promise<void>;
  /** Works without network. A wrong password is answered with a sentence, and slowed down when it repeats. */
  unlock(password: string): Promise<Result<void, ShownError>>;
  /** Goes on under another of the person's appointments, also without network; everything typed is on the disk first. */
  chooseAppointment(appointmentId: string): Promise<Result<void, ShownError>>;
  /** `steps`: what was asked for after the password (see `isSignInStep`), all of it at once. */
  signIn(
    username: string,
    password: string,
    steps?: SignInSteps,
  ): Promise<Result<void, ShownError>>;
  /** A second factor for an account, by its password and a code of the one that it has; a sign-in with its first code confirms it. */
  offerFactor(
    username: string,
    password: string,
    code?: string,
  ): Promise<Result<FactorOffer, ShownError>>;
  /** Delivers what waits on a desk that is `versi_lama`; nothing on this PC changes. */
  sendWaiting(password: string, steps?: SignInSteps): Promise<Result<WaitingSent, ShownError>>;
  /** Refused with a reason while decisions wait to be sent, unless `force`; the outbox survives in any case. */
  signOut(options: { readonly force: boolean }): Promise<Result<void, ShownError>>;
  /** A person trusts the server that answered in the place of the known one, by the key that was shown (null: none). */
  agreeToServer(key: string | null): Promise<Result<void, ShownError>>;
  dismissKeyLost(): void;
  dismissNewPassword(): void;
  /** The person goes on as it is. */
  dismissAppointment(): void;
  /** The person has seen which appointments ended. */
  dismissEnded(): void;
}
