import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ActivationRequest } from '#shared/contract/activation.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Passwords of accounts: the first one, and another one. */
export interface PasswordDesk {
  /** Gives an account its first password, for the code of its slip. Nobody is signed in by that. */
  activate(request: ActivationRequest): Promise<Result<void, ShownError>>;
  /** Gives whoever sits here another password, at the server and on this PC. */
  change(oldPassword: string, newPassword: string): Promise<Result<void, ShownError>>;
}
