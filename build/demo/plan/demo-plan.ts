import type { Account } from '#shared/workflow/authority/account.ts';
import type { Deed } from '#shared/workflow/decision.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues, UsulKind } from '#shared/records/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { DocumentRecipe } from '#build/demo/documents/recipe.ts';
import type { Opd } from '#build/demo/offices/offices.ts';
import type { Person } from '#build/demo/people/person.ts';

/** What to plan: the seed names every choice; `today` is the day that deadlines stand around. */
export interface DemoRequest {
  readonly seed: string;
  readonly today: LocalDate;
  /** `small` is for tests: three OPD, 60 employees, one verifikator with at least 60 open usul of all record types. */
  readonly size: 'full' | 'small';
}

/** A document of an usul: how it is called and how its file is made. */
export interface PlannedDocument {
  readonly documentId: string;
  readonly fileName: string;
  readonly recipe: DocumentRecipe;
}

/** What is wrong on purpose, as only somebody finds who reads the documents. */
export const documentFaultKinds = [
  'angka_berubah',
  'tanggal_tertukar',
  'dokumen_orang_lain',
  'halaman_hilang',
  'pindaian_kabur',
  'pindaian_kosong',
  'dokumen_dipakai_ulang',
] as const;
/** Kind of a fault that a reader finds. */
export type DocumentFaultKind = (typeof documentFaultKinds)[number];

/** What is wrong on purpose so that the rules of the domain raise an error or a warning. */
export const ruleFaultKinds = [
  'data_ganda',
  'tahun_mustahil',
  'isian_bertentangan',
  'riwayat_melompat',
  'hapus_tanpa_dasar',
] as const;
/** Kind of a fault that the rules find. */
export type RuleFaultKind = (typeof ruleFaultKinds)[number];

/** Kind of a planted fault. */
export type FaultKind = DocumentFaultKind | RuleFaultKind;

/** A planted fault: the fields that it concerns, the document (index), and what that document says of the fields. */
export interface PlannedFault {
  readonly kind: FaultKind;
  readonly fields: readonly string[];
  readonly documentIndex: number;
  readonly documentSays: RecordValues;
}

/** What was wrong in the first round of an usul that was returned for repair: the field as the ASN first sent it. */
export interface FirstRound {
  readonly field: string;
  readonly value: string;
}

/** What happened to an usul after it was submitted, in order. */
export type PlannedStep = Deed | 'ajukan_ulang';

/** An usul as it will stand. */
export interface PlannedUsul {
  readonly id: string;
  readonly opd: Opd;
  readonly person: Person;
  readonly recordType: RecordTypeId;
  readonly kind: UsulKind;
  readonly values: RecordValues;
  readonly oldValues: RecordValues | null;
  readonly asnNote: string;
  /** ISO 8601 UTC. */
  readonly submittedAt: string;
  readonly deadline: LocalDate;
  readonly documents: readonly PlannedDocument[];
  readonly steps: readonly PlannedStep[];
  /** Only with `perbaikan` among the steps, and only where a field could be wrong. */
  readonly firstRound: FirstRound | null;
  readonly fault: PlannedFault | null;
}

/** A record that somebody has already. */
export interface PlannedRecord {
  readonly id: string;
  readonly personId: string;
  readonly recordType: RecordTypeId;
  readonly values: RecordValues;
}

/** An account of the demonstration; all share one password. */
export interface PlannedAccount {
  readonly account: Account;
  readonly nip: string | null;
  /** Another appointment of the same person. */
  readonly also?: Account;
}

/** Everything that the demonstration holds, before a single document is drawn. */
export interface DemoPlan {
  readonly request: DemoRequest;
  readonly offices: readonly Opd[];
  readonly people: readonly Person[];
  readonly accounts: readonly PlannedAccount[];
  readonly usuls: readonly PlannedUsul[];
  readonly records: readonly PlannedRecord[];
}
