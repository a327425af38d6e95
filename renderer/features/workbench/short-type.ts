import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';

/** Name of a record type where room is scarce: "Riwayat jabatan" is "Jabatan", every record is a riwayat. */
export function shortType(recordType: RecordTypeId): string {
  const label = recordTypes[recordType].label.replace(/^Riwayat /, '');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
