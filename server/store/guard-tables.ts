import type { Generated } from 'kysely';
import type { CreatedAt, Instant } from '#server/store/column-types.ts';

/** How far a server checked the chain of an instansi; sealed under a key that the database does not have. */
export interface ChainSealTable {
  instansi_id: string;
  seq: number;
  hash: string;
  seal: string;
}

/** After which event of the history seals begin, and in which epoch; one row. */
export interface HistoryStartTable {
  one: Generated<boolean>;
  after_id: number;
  epoch: string;
  seal: string;
}

/**
 * What an account was from a moment on, append-only (trigger); a trigger on `account` writes it. Role and scope: of before there
 * were appointments.
 */
export interface AccountChangeTable {
  id: Generated<number>;
  at: CreatedAt;
  account_id: string;
  username: string;
  nip: string | null;
  role: string | null;
  scope_kind: string | null;
  scope_id: string | null;
  active: boolean;
}

/** Tries to sign in without success, in a row; see `sign-in-attempts.ts`. */
export interface SignInAttemptTable {
  subject: string;
  failures: number;
  wait_until: Instant;
  last_at: Instant;
}
