import type { ColumnType, Generated } from 'kysely';

type Once<T> = ColumnType<T, T, never>;

/** An act of an ASN that a command brought; append-only (trigger). */
export interface EmployeeActTable {
  number: Generated<number>;
  command_id: Once<string>;
  account_id: Once<string>;
  usul_id: Once<string>;
  action: Once<'ajukan_ulang' | 'tarik'>;
  /** Of the usul after it. */
  revision: Once<number>;
  at: Once<Date>;
  /** Of all that the command said; what its answer names, and what tells another command under the same id. */
  hash: Once<string>;
}
