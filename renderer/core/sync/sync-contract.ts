import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Progress of fetching: bytes and documents; `secondsLeft` null while unknown. */
export interface FetchProgress {
  readonly doneDocuments: number;
  readonly totalDocuments: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly secondsLeft: number | null;
}

export type ConnectionState =
  | { readonly kind: 'belum' }
  | { readonly kind: 'tersambung' }
  | { readonly kind: 'luring' }
  | { readonly kind: 'gangguan'; readonly error: ShownError; readonly retryInSeconds: number }
  | { readonly kind: 'perlu_masuk' }
  /** The server ended the account on this PC; the desk is about to be cleared. */
  | { readonly kind: 'dicabut' };

/** What a person should know beside the connection; see `syncNoticesSchema`. */
export interface ExchangeNotices {
  /** Documents wait because so few bytes are free on the disk; null: they do not. */
  readonly diskLeftBytes: number | null;
  /** The server no longer names so many of this desk's usul; nothing is removed before `agreed`. */
  readonly heldRemovals: {
    readonly gone: number;
    readonly of: number;
    readonly agreed: boolean;
  } | null;
  /** How many usul of the server this application cannot read. */
  readonly unreadable: number;
  /** How many decisions went again because the server lost them; 0 once the person has seen it. */
  readonly deliveredAgain: number;
  /** How many messages of the helpdesk about what was reported here are unread. */
  readonly ticketNews: number;
  /** By how many ms this PC's clock is ahead of the server's (negative: behind). */
  readonly clockAheadMs: number;
}

export interface SyncStore {
  readonly connection: ConnectionState;
  /** ISO 8601; the last time that the server answered as the contract says. */
  readonly lastContact: string | null;
  readonly progress: FetchProgress;
  /** False until the first full pull of this account is on the PC. */
  readonly inboxComplete: boolean;
  /** How many exchanges came to their end: each compares this PC's clock with the server's. */
  readonly rounds: number;
  readonly notices: ExchangeNotices;
  syncNow(): void;
  /** The person agrees to so many removals that are held back, as it was shown; they happen with the next exchange. */
  agreeToRemovals(count: number): Promise<Result<void, ShownError>>;
  /** The person has seen that decisions went again. */
  seeDeliveredAgain(): Promise<void>;
}
