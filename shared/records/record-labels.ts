import type { EmployeeKind } from '#shared/records/record-type.ts';
import type { FindingLevel } from '#shared/records/rules/finding.ts';
import type { UsulKind } from '#shared/records/usul.ts';

/** Names of the kinds of usul. */
export const usulKindLabels: Readonly<Record<UsulKind, string>> = {
  tambah: 'Tambah',
  ubah: 'Ubah',
  hapus: 'Hapus',
};

/** Names of the kinds of employee. */
export const employeeKindLabels: Readonly<Record<EmployeeKind, string>> = {
  pns: 'PNS',
  pppk: 'PPPK',
  ppt_non_asn: 'PPT Non-ASN',
};

/** Names of the levels of a finding. */
export const findingLevelLabels: Readonly<Record<FindingLevel, string>> = {
  galat: 'Galat',
  peringatan: 'Peringatan',
  info: 'Info',
};
