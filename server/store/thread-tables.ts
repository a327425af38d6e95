import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '#server/store/column-types.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { threadActs } from '#shared/workflow/threads/thread-commands.ts';

type Fixed<T> = ColumnType<T, T, never>;

/**
 * What was asked at a stage of a revision of an usul, and what BKPSDM answered. `last_seq`, `last_hash`: of its newest
 * message; the row's lock orders those who write.
 */
export interface ThreadTable {
  id: Generated<string>;
  /** Null: of no instansi, and about no usul. */
  instansi_id: string | null;
  usul_id: Fixed<string | null>;
  revision: Fixed<number | null>;
  stage: Fixed<ActiveStage | null>;
  state: 'terbuka' | 'dijawab' | 'ditutup';
  /** Since when the usul waits for the answer, or did last. */
  asked_at: Instant;
  /** The appointment that answers it; null: nobody took it on. */
  holder_id: ColumnType<string | null, null | undefined, string | null>;
  /** The last sign of the holder. */
  held_at: ColumnType<Date | null, null | undefined, Date | null>;
  last_seq: Generated<number>;
  last_hash: Generated<string>;
}

/** A message, append-only (trigger), chained within its thread; its `id` is that of the command that brought it. */
export interface ThreadMessageTable {
  id: string;
  thread_id: string;
  seq: number;
  kind: 'tanya' | 'pesan' | 'jawab';
  /** Null: not known. */
  account_id: string | null;
  appointment_id: string | null;
  /** As they were then. */
  author_name: string;
  author_role: string;
  text: string;
  /** As its PC states; null: it did not. */
  made_at: ColumnType<Date | null, Date | null, never>;
  received_at: Instant;
  device_id: string | null;
  session_id: string | null;
  app_version: string | null;
  epoch: number;
  prev_hash: string | null;
  /** See `append-message.ts`; null: it was a line of the history before there were threads. */
  hash: string | null;
}

/** What else was done to a thread, append-only (trigger); `id` is that of the command. */
export interface ThreadActTable {
  id: string;
  thread_id: string;
  account_id: string;
  appointment_id: string | null;
  act: (typeof threadActs)[number];
  up_to: number;
  device_id: string | null;
  received_at: Instant;
}

/** Up to which message a person has read a thread. */
export interface ThreadReadTable {
  thread_id: string;
  account_id: string;
  up_to: number;
}

/** What is written about usul. */
export interface ThreadTables {
  thread: ThreadTable;
  thread_message: ThreadMessageTable;
  thread_act: ThreadActTable;
  thread_read: ThreadReadTable;
}
