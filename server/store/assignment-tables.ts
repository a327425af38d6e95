import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Json } from '#server/store/column-types.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { SkippedPerson } from '#shared/records/told-assignment.ts';
import type { AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import type { SubstitutionKind } from '#shared/workflow/assignment/substitution.ts';
import type { ScopeKind } from '#shared/workflow/authority/roles.ts';

/** Written once. */
type Once<T> = ColumnType<T, T, never>;
/** May be left out, and is then null. */
type OnceOrNone<T> = ColumnType<T | null, T | null | undefined, never>;

/** How somebody came to have an usul. */
export type AssignedWhy = 'aturan' | 'ambil' | 'ambil_alih' | 'manual';

/**
 * That somebody has an usul at a stage, until it is ended; never otherwise changed (trigger) but for `waiting`. At most one
 * of an usul and stage has not ended.
 */
export interface UsulAssignmentTable {
  id: Generated<number>;
  instansi_id: Once<string>;
  usul_id: Once<string>;
  stage: Once<ActiveStage>;
  /** Null: nobody has it yet; whoever opens it takes it. */
  appointment_id: OnceOrNone<string>;
  at: Once<Date>;
  why: Once<AssignedWhy>;
  /** Null: a rule, or at the server's command line. */
  by_account: OnceOrNone<string>;
  reason: Once<string>;
  skipped: ColumnType<SkippedPerson[], string, never>;
  /** Account from which it was taken over; null: from none. */
  taken_from: OnceOrNone<string>;
  command_id: OnceOrNone<string>;
  /** What the answer to that command names. */
  hash: OnceOrNone<string>;
  /** Whether the usul waits at this stage. */
  waiting: boolean;
  ended_at: ColumnType<Date | null, null | undefined, Date>;
}

/** A rule of a scope at a stage, append-only (trigger): of those that are valid the highest version counts. */
export interface AssignmentRuleTable {
  scope_kind: Exclude<ScopeKind, 'employee'>;
  scope_id: string;
  stage: ActiveStage;
  version: number;
  /** Calendar day `yyyy-mm-dd`. */
  valid_from: string;
  rule: Json<AssignmentRule>;
  created_at: CreatedAt;
  created_by: OnceOrNone<string>;
}

/** Days on which somebody is away; both days belong to it. */
export interface AbsenceTable {
  id: string;
  account_id: Once<string>;
  from_day: Once<string>;
  until_day: Once<string>;
  created_at: CreatedAt;
  created_by: OnceOrNone<string>;
  /** Taken back; null: it stands. */
  ended_at: ColumnType<Date | null, null | undefined, Date>;
}

/** That somebody acts in the place of another; never changed (trigger) but ended once. */
export interface SubstitutionTable {
  id: string;
  /** Appointment in whose place. */
  holder_id: Once<string>;
  /** Appointment under which the substitute decides. */
  substitute_id: Once<string>;
  /** Whether that appointment was given for this alone. */
  given: Once<boolean>;
  kind: Once<SubstitutionKind>;
  from_day: Once<string>;
  until_day: Once<string>;
  letter_number: Once<string>;
  letter_date: Once<string>;
  created_at: CreatedAt;
  created_by: OnceOrNone<string>;
  ended_at: ColumnType<Date | null, null | undefined, Date>;
}

/** Who has which usul. */
export interface AssignmentTables {
  usul_assignment: UsulAssignmentTable;
  assignment_rule: AssignmentRuleTable;
  absence: AbsenceTable;
  substitution: SubstitutionTable;
}
