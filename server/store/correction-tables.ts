import type { RecordTypeId } from '#shared/records/record-type.ts';

/** Whether verifikators of an instansi may correct records of a type from a day on, until the next row. */
export interface CorrectionPolicyTable {
  instansi_id: string;
  record_type: RecordTypeId;
  /** Calendar day `yyyy-mm-dd`. */
  valid_from: string;
  allowed: boolean;
}
