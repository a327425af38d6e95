/** A failure as a person reads it: what happened and the one thing to do (Bahasa Indonesia). */
export interface ShownError {
  readonly kind: string;
  readonly message: string;
  readonly action: string;
}

/** Not the server that this PC knows: a person may agree to it, by the key that it shows (null: none). */
export interface OtherServer extends ShownError {
  readonly kind: 'server_lain';
  readonly key: string | null;
}

/** Whether a failure is one to which a person may agree. */
export function isOtherServer(error: ShownError): error is OtherServer {
  return error.kind === 'server_lain' && 'key' in error;
}

/** Puts one together. */
export function shownError(kind: string, message: string, action: string): ShownError {
  return { kind, message, action };
}
