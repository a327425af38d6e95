import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Instant, Json } from '#server/store/column-types.ts';
import type { AppointmentTables } from '#server/store/appointment-tables.ts';
import type { AssignmentTables } from '#server/store/assignment-tables.ts';
import type { EmployeeActTable } from '#server/store/employee-act-tables.ts';
import type { ReferenceVersionTable } from '#server/store/reference-tables.ts';
import type { BulkTables } from '#server/store/bulk-tables.ts';
import type { ImportTables } from '#server/store/import-tables.ts';
import type {
  AccountChangeTable,
  ChainSealTable,
  HistoryStartTable,
  SignInAttemptTable,
} from '#server/store/guard-tables.ts';
import type {
  HolidayTable,
  PeriodTable,
  SchedulePolicyTable,
} from '#server/store/schedule-tables.ts';
import type {
  DeviceKeyTable,
  DeviceSecretTable,
  DeviceTable,
  EnrolmentTable,
  RefreshTokenTable,
  SeenVersionTable,
  SessionTable,
} from '#server/store/session-tables.ts';
import type { FactorTables } from '#server/store/factor-tables.ts';
import type { HistoryTables } from '#server/store/history-tables.ts';
import type { ThreadTables } from '#server/store/thread-tables.ts';
import type { TicketTables } from '#server/store/ticket-tables.ts';
import type { CorrectionPolicyTable } from '#server/store/correction-tables.ts';
import type { TimeZone } from '#shared/kernel/time-zone.ts';
import type { OnBehalfOf } from '#shared/workflow/assignment/substitution.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ActiveStage, RecordValues, UsulKind, UsulPosition } from '#shared/records/usul.ts';

/** Regional office of BKN. */
export interface KanregTable {
  id: string;
  name: string;
}

/** An instansi; `kanreg_id` is filled exactly for kind `daerah`. */
export interface InstansiTable {
  id: string;
  name: string;
  kind: 'daerah' | 'pusat';
  kanreg_id: string;
  /** In which its days begin and end; WIB unless it is said. */
  time_zone: ColumnType<TimeZone, TimeZone | undefined, TimeZone>;
}

/** An office; `parent_id` makes the tree within one instansi. */
export interface OpdTable {
  id: string;
  instansi_id: string;
  parent_id: string | null;
  name: string;
}

/** A unit inside an OPD; `active` is false once a reorganisation has done away with it. */
export interface UnorTable {
  id: string;
  opd_id: string;
  name: string;
  active: Generated<boolean>;
}

/** A person who signs in; `password_hash` is an argon2id PHC string. What he or she may do, appointments say. */
export interface AccountTable {
  id: string;
  username: string;
  nip: string | null;
  display_name: string;
  password_hash: string;
  active: Generated<boolean>;
  /** Since when it is not active; a trigger notes it. */
  deactivated_at: ColumnType<Date | null, never, never>;
  /** Whether its password would be taken as a new one; null: nobody has typed it since that is asked. */
  password_good: ColumnType<boolean | null, boolean | undefined, boolean>;
  /** Somebody else typed its password: its person chooses another one before anything else. */
  password_due: ColumnType<boolean, boolean | undefined, boolean>;
  /** Whose admin added it: `instansi:ID` or `bkn_pusat`; null: its NIP and its appointments alone say where it belongs. */
  realm: ColumnType<string | null, string | null | undefined, never>;
  /** The account of the same person that is used in its place; null: none. It is closed then. */
  merged_into: ColumnType<string | null, never, string>;
  created_at: CreatedAt;
}

/** An ASN; `data` is the whole `Employee`, the other columns are for joins and search. */
export interface EmployeeTable {
  id: string;
  opd_id: string;
  unor_id: string;
  nip: string;
  data: Json<Employee>;
}

/** A record that an ASN already has. */
export interface ExistingRecordTable {
  employee_id: string;
  record_type: RecordTypeId;
  id: string;
  values: Json<RecordValues>;
}

/**
 * An usul as it stands. Position: `keadaan` with `stage` (menunggu, koordinasi, perbaikan: for perbaikan the stage that
 * returned it) or `result` (selesai); a CHECK refuses any other combination.
 */
export interface UsulTable {
  id: string;
  opd_id: string;
  unor_id: string;
  employee_id: string;
  record_type: RecordTypeId;
  kind: UsulKind;
  revision: number;
  version: number;
  keadaan: UsulPosition['kind'];
  stage: ActiveStage | null;
  result: 'disetujui' | 'ditolak' | 'ditarik' | null;
  submitted_at: Instant;
  /** Calendar day `yyyy-mm-dd`. */
  deadline: string;
  /** Since when it has this version; null: since before that was noted. */
  version_at: ColumnType<Date | null, Date | undefined, Date>;
  /** The period by which its deadlines go, of its instansi; null: of none. */
  period_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The instansi in which it was handed in: where its history lies, wherever it is handled since. */
  home_id: ColumnType<string, string, never>;
}

/** A file of the document store, named by its content. Size in bytes. */
export interface DocumentTable {
  sha256: string;
  size: number;
  media_type: string;
  created_at: CreatedAt;
  /** Pages; 0: it cannot be opened; null: not counted, or nobody could. */
  page_count: ColumnType<number | null, number | null | undefined, number | null>;
  counted_at: ColumnType<Date | null, Date | undefined, Date>;
}

/** A decision, append-only (trigger), chained per instansi; hashes are lower-case hex SHA-256. */
export interface DecisionTable {
  id: string;
  instansi_id: string;
  chain_seq: number;
  usul_id: string;
  account_id: string;
  payload: Json<Decision>;
  prev_hash: string;
  hash: string;
  received_at: Instant;
  /** The epoch in which it was taken in; no part of the link. */
  epoch: Generated<number>;
  /** Form in which the link is hashed; 1 knows none of the columns below. */
  link_format: number;
  /** The PC of the session or hand-over that brought it, whatever the decision states. */
  device_id: string | null;
  /** Null: it came in a hand-over. */
  session_id: string | null;
  /** Version of the application in that session; null where it named none. */
  app_version: string | null;
  /** When it was made: as it states, where that can be, else when it came. */
  decided_at: ColumnType<Date | null, Date | null, never>;
  /** Under which it was taken; null: before there were any. */
  appointment_id: ColumnType<string | null, string | null, never>;
  /** In whose place; null: in nobody's. */
  on_behalf_of: ColumnType<OnBehalfOf | null, string | null | undefined, never>;
}

/** A stretch of the server's life in which its data only went on, append-only (trigger); the highest number is open. */
export interface EpochTable {
  number: number;
  token: Generated<string>;
  reason: string;
  opened_at: CreatedAt;
  /** That a server opened it; null: one of before seals did. */
  seal: ColumnType<string | null, string | null | undefined, never>;
}

/** A change that was announced in feeds; a cursor names the last one that its reader saw. */
export interface FeedStepTable {
  id: Generated<number>;
  token: Generated<string>;
}

/** A mark of how far the database came; the newest one is kept outside it as well. */
export interface HighWaterTable {
  number: number;
  token: Generated<string>;
  at: Instant;
}

/** Last link of the chain of one instansi; its row lock orders the writers. */
export interface ChainHeadTable {
  instansi_id: string;
  seq: number;
  hash: string;
}

/** Counter of the feed of one queue; `epoch` changes when its numbers begin anew. `present`: how many usul lie in it. */
export interface FeedCounterTable {
  queue_key: string;
  epoch: string;
  seq: number;
  present: Generated<number>;
}

/** Latest change of an usul in the feed of a queue; `present` is false once the usul has left the queue. */
export interface FeedEntryTable {
  queue_key: string;
  usul_id: string;
  seq: number;
  present: boolean;
}

/** A decision of a hand-over that was not taken in, append-only (trigger); `payload` is JSON as it came. */
export interface HandoverRefusalTable {
  decision_id: string;
  account_id: string;
  device_id: string;
  payload: string;
  reason: string;
  message: string;
  received_at: Instant;
}

/** A decision of a hand-over that arrived after an end and waits for BKPSDM; ruled once (trigger), never removed. */
export interface HandoverWaitingTable {
  decision_id: string;
  account_id: string;
  device_id: string;
  /** JSON as it came. */
  payload: string;
  /** When it was made, as it states. */
  made_at: Instant;
  /** When its file was sealed, by the PC's clock. */
  sealed_at: Instant;
  /** When device or account ended. */
  ended_at: Instant;
  /** When this PC last asked for changes in the name of the account; null: not known. */
  pulled_at: ColumnType<Date | null, Date | null, never>;
  received_at: Instant;
  ruling: ColumnType<'dilepas' | 'ditolak' | null, null | undefined, 'dilepas' | 'ditolak'>;
  ruled_at: ColumnType<Date | null, null | undefined, Date>;
}

/** Who did what, append-only (trigger); never personal data in `details`. */
export interface AuditTable {
  id: Generated<number>;
  /** The realm that it belongs to, as it was when it was written (`realm_of_entry`); empty: to none. Part of the key. */
  realm: ColumnType<string, string | undefined, never>;
  at: CreatedAt;
  account_id: string | null;
  device_id: string | null;
  action: string;
  details: Json<Record<string, unknown>>;
}

/** An entry of the audit about an account of this realm that was written in another one (a trigger notes it). */
export interface AuditAlsoTable {
  realm: string;
  audit_id: number;
  audit_realm: string;
}

/** A key that the server made once and keeps. */
export interface ServerSecretTable {
  name: string;
  value: string;
}

/** Every table of the central server. */
export interface Database
  extends
    AppointmentTables,
    AssignmentTables,
    BulkTables,
    FactorTables,
    HistoryTables,
    ImportTables,
    ThreadTables,
    TicketTables {
  kanreg: KanregTable;
  instansi: InstansiTable;
  opd: OpdTable;
  unor: UnorTable;
  account: AccountTable;
  employee: EmployeeTable;
  existing_record: ExistingRecordTable;
  usul: UsulTable;
  employee_act: EmployeeActTable;
  reference_version: ReferenceVersionTable;
  document: DocumentTable;
  decision: DecisionTable;
  chain_head: ChainHeadTable;
  chain_seal: ChainSealTable;
  account_change: AccountChangeTable;
  history_start: HistoryStartTable;
  epoch: EpochTable;
  feed_step: FeedStepTable;
  high_water: HighWaterTable;
  feed_counter: FeedCounterTable;
  feed_entry: FeedEntryTable;
  device: DeviceTable;
  enrolment: EnrolmentTable;
  device_key: DeviceKeyTable;
  device_secret: DeviceSecretTable;
  session: SessionTable;
  seen_version: SeenVersionTable;
  refresh_token: RefreshTokenTable;
  sign_in_attempt: SignInAttemptTable;
  handover_refusal: HandoverRefusalTable;
  handover_waiting: HandoverWaitingTable;
  audit: AuditTable;
  audit_also: AuditAlsoTable;
  server_secret: ServerSecretTable;
  schedule_policy: SchedulePolicyTable;
  holiday: HolidayTable;
  period: PeriodTable;
  correction_policy: CorrectionPolicyTable;
}
