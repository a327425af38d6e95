import type { ColumnType } from 'kysely';
import type { Instant } from '#server/store/column-types.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** The second factor of an account; `secret` is sealed, `last_step` of the last code that was taken. */
export interface SecondFactorTable {
  account_id: string;
  secret: string;
  last_step: number;
  confirmed_at: Instant;
}

/** A second factor that nobody has shown to have yet, with the hashes of its recovery codes. */
export interface FactorOfferTable {
  account_id: string;
  secret: string;
  code_hashes: string[];
  offered_at: Instant;
}

/** A code that takes the place of the factor once; SHA-256, lower-case hex. */
export interface RecoveryCodeTable {
  account_id: string;
  code_hash: string;
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** From when those with a role must have a second factor; `realm` as in `account.realm`. */
export interface FactorPolicyTable {
  realm: string;
  role: Role;
  /** Calendar day `yyyy-mm-dd`. */
  asked_from: string;
  asked_at: Instant;
}

/** Second factors, and who must have one. */
export interface FactorTables {
  second_factor: SecondFactorTable;
  factor_offer: FactorOfferTable;
  recovery_code: RecoveryCodeTable;
  factor_policy: FactorPolicyTable;
}
