/** A failure as a person reads it: what happened and the one thing to do (Bahasa Indonesia). */
export interface ShownError {
  readonly kind: string;
  readonly message: string;
  readonly action: string;
}

/** Puts one together. */
export function shownError(kind: string, message: string, action: string): ShownError {
  return { kind, message, action };
}
