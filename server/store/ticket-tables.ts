import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '#server/store/column-types.ts';
import type { Diagnostics } from '#shared/workflow/helpdesk/ticket-commands.ts';
import type { TicketChannel, TicketKind, TicketState } from '#shared/workflow/helpdesk/ticket.ts';

/** A ticket; what is written in it is the thread of its id. */
export interface TicketTable {
  id: string;
  /** The helpdesk that has it (`helpdeskKeyOf`). */
  desk_key: string;
  /** Counts within the helpdesk. */
  number: number;
  version: Generated<number>;
  kind: TicketKind;
  state: TicketState;
  channel: TicketChannel;
  /** Null: somebody without an account, or whose account nobody looked up. */
  reporter_id: string | null;
  reporter_name: string;
  reporter_nip: string;
  opened_by: string;
  /** The account of the officer that has it. */
  officer_id: ColumnType<string | null, string | null | undefined, string | null>;
  opened_at: Instant;
  changed_at: Instant;
  /** Until when a first answer is due. */
  due_at: Instant;
  first_answer_at: ColumnType<Date | null, Date | null | undefined, Date>;
  closed_at: ColumnType<Date | null, undefined, Date | null>;
  diagnostics: ColumnType<Diagnostics | null, string | null, never>;
  steps_done: ColumnType<number[], number[] | undefined, number[]>;
}

/** The last number of the tickets of a helpdesk. */
export interface TicketCounterTable {
  desk_key: string;
  number: number;
}

/** A version of an answer that officers give often, append-only (trigger); an empty text gives it up. */
export interface CannedReplyTable {
  desk_key: string;
  name: string;
  version: number;
  text: string;
  kind: TicketKind | null;
  written_by: string;
  written_at: Instant;
}

/** A code with which a person sets a new password once; the hash of it alone. */
export interface OneTimeCodeTable {
  id: Generated<number>;
  account_id: string;
  issued_by: string;
  code_hash: string;
  issued_at: Instant;
  expires_at: Instant;
  used_at: ColumnType<Date | null, undefined, Date>;
}

/** The helpdesk. */
export interface TicketTables {
  ticket: TicketTable;
  ticket_counter: TicketCounterTable;
  canned_reply: CannedReplyTable;
  one_time_code: OneTimeCodeTable;
}
