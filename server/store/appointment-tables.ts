import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt } from '#server/store/column-types.ts';
import type { Role, ScopeKind } from '#shared/workflow/authority/roles.ts';

/** A calendar day `yyyy-mm-dd`. */
type Day = ColumnType<string, string, never>;
type DayOrNone = ColumnType<string | null, string | null, never>;

/**
 * What a person was appointed to: given once, ended once, never otherwise changed (trigger). A CHECK refuses a role over a
 * scope that it cannot have. `scope_id` is empty for `bkn_pusat`. The first one of an account has the account's id, so that
 * what names an account alone (decisions of before there were appointments) belongs to it.
 */
export interface AppointmentTable {
  id: ColumnType<string, string, never>;
  account_id: ColumnType<string, string, never>;
  role: ColumnType<Role, Role, never>;
  scope_kind: ColumnType<ScopeKind, ScopeKind, never>;
  scope_id: ColumnType<string, string, never>;
  valid_from: Day;
  /** The last day; null: until it is ended. */
  valid_until: DayOrNone;
  /** Of the letter of assignment; null for what came from before, or without one. */
  letter_number: ColumnType<string | null, string | null, never>;
  letter_date: DayOrNone;
  /** Null: at the server's command line. */
  appointed_by: ColumnType<string | null, string | null, never>;
  created_at: CreatedAt;
  /** Before its last day. */
  ended_at: ColumnType<Date | null, null | undefined, Date>;
  ended_by: ColumnType<string | null, null | undefined, string | null>;
}

/** What an appointment was from a moment on, append-only (trigger); a trigger on `appointment` writes it. */
export interface AppointmentChangeTable {
  id: Generated<number>;
  at: CreatedAt;
  appointment_id: string;
  account_id: string;
  role: string;
  scope_kind: string;
  scope_id: string;
  valid_from: string;
  valid_until: string | null;
  ended_at: Date | null;
}

/** An account that came from a file, without a password that anybody knows; see `activation.ts`. */
export interface ActivationTable {
  account_id: string;
  /** The hash under which the account waits; once it has another one, no code works. */
  waiting_hash: string;
  /** SHA-256 of the code, lower-case hex; null: none was made yet. */
  code_hash: ColumnType<string | null, undefined, string>;
  expires_at: ColumnType<Date | null, undefined, Date>;
  used_at: ColumnType<Date | null, undefined, Date>;
}

/** Why an appointment was ended, append-only (trigger); in a table of its own, since an appointment takes nothing but its end. */
export interface AppointmentEndTable {
  appointment_id: string;
  reason: string;
}

/** What accounts may do, and how those that came from a file are opened. */
export interface AppointmentTables {
  appointment: AppointmentTable;
  appointment_change: AppointmentChangeTable;
  activation: ActivationTable;
  appointment_end: AppointmentEndTable;
}
