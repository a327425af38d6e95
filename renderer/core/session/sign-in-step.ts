import type { ShownError } from '#renderer/core/shown-error.ts';

/** What a sign-in is refused with while something is asked for after the password. */
export const signInStepKinds = [
  'sandi_baru_diperlukan',
  'kode_diperlukan',
  'kode_salah',
  'faktor_wajib',
] as const;
/** What is asked for after the password. */
export type SignInStepKind = (typeof signInStepKinds)[number];

/** A sign-in whose password was right, and that asks for more. */
export interface SignInStep extends ShownError {
  readonly kind: SignInStepKind;
}

/** Whether a sign-in failed because something is asked for after the password. */
export function isSignInStep(failure: ShownError): failure is SignInStep {
  return signInStepKinds.some((kind) => kind === failure.kind);
}
