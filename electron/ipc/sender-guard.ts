import { isBundleUrl } from '#electron/main/protocol/bundle-origin.ts';

/** What the guard needs to know of the frame that called. */
export interface SenderFrame {
  readonly url: string;
  /** Null for the main frame. */
  readonly parent: unknown;
}

/** Whether a call comes from our own page: a living main frame under `app://bundle`. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isBundleUrl(frame.url);
}
