import type { Generated } from 'kysely';
import type { Instant } from '#server/store/column-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { BulkFate, BulkState } from '#shared/workflow/bulk/bulk-batch.ts';
import type { BulkRefusal } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/** What an instansi lets be approved in bulk; see `BulkPolicy`. */
export interface BulkPolicyTable {
  instansi_id: string;
  percent: number;
  least: number;
  excluded_types: RecordTypeId[];
}

/** A selection of usul to be approved in bulk; an account has at most one of an instansi that is open. */
export interface BulkBatchTable {
  /** Of the command that selected it. */
  id: string;
  instansi_id: string;
  account_id: string;
  appointment_id: string;
  state: BulkState;
  /** The command under which the rest is approved. */
  confirmed_by: string | null;
  made_at: Instant;
}

/** An usul of a batch, as it was selected; what was drawn stays drawn (trigger). */
export interface BulkItemTable {
  batch_id: string;
  usul_id: string;
  revision: number;
  version: number;
  /** Who verified it; null where it was refused at once. */
  verifikator_id: string | null;
  drawn: Generated<boolean>;
  fate: BulkFate;
  reason: BulkRefusal | null;
}

/** How many times as many are drawn of a verifikator; without a row: once. */
export interface BulkFactorTable {
  instansi_id: string;
  verifikator_id: string;
  factor: number;
}

/** A command about a batch that was taken in, append-only (trigger), with its answer. */
export interface BulkCommandTable {
  id: string;
  batch_id: string;
  account_id: string;
  /** SHA-256 of what was sent, lower-case hex. */
  digest: string;
  received_at: Instant;
  chain_seq: number;
  hash: string;
}

/** What is approved in bulk. */
export interface BulkTables {
  bulk_policy: BulkPolicyTable;
  bulk_batch: BulkBatchTable;
  bulk_item: BulkItemTable;
  bulk_factor: BulkFactorTable;
  bulk_command: BulkCommandTable;
}
