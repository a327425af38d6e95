import { z } from 'zod';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/**
 * The 14 record types (jenis riwayat) of the self-service update (PDM).
 * Source: domain.md section 1; pendidikan, diklat and kursus are one menu category but differ in authority (0.4).
 */
export const recordTypeIds = [
  'personal',
  'jabatan',
  'pendidikan',
  'diklat',
  'kursus',
  'skp',
  'penghargaan',
  'golongan',
  'keluarga',
  'pmk',
  'pindah_instansi',
  'cltn',
  'cpns_pns',
  'organisasi',
] as const;

/** Id of a record type as zod schema. */
export const recordTypeIdSchema = z.enum(recordTypeIds);
/** Id of a record type. */
export type RecordTypeId = z.infer<typeof recordTypeIdSchema>;

/** Kind of employee; decides which record types may be proposed (domain.md 0.1). */
export const employeeKinds = ['pns', 'pppk', 'ppt_non_asn'] as const;
/** Kind of employee as zod schema. */
export const employeeKindSchema = z.enum(employeeKinds);
/** Kind of employee. */
export type EmployeeKind = z.infer<typeof employeeKindSchema>;

/** Who must agree after the OPD: nobody but BKPSDM, or BKN too (domain.md 0.2). */
export type Authority = 'opd' | 'bkn';

/**
 * How a field's text is to be read. Every value travels as plain text: dates as `yyyy-mm-dd`, numbers with `.` as
 * decimal separator and no grouping, codes as the id of their table, NIP and NIK as digits only.
 */
export type FieldFormat =
  | { readonly kind: 'text'; readonly maxLength: number; readonly multiline?: boolean }
  | { readonly kind: 'documentNumber' }
  | { readonly kind: 'personName' }
  | { readonly kind: 'date' }
  | { readonly kind: 'year' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number; readonly scale: number }
  | { readonly kind: 'money' }
  | { readonly kind: 'code'; readonly table: ReferenceTableId }
  | { readonly kind: 'nip' }
  | { readonly kind: 'nik' }
  | { readonly kind: 'email' }
  | { readonly kind: 'phone' };

/** Holds only while another field of the same record has one of these codes. */
export interface FieldCondition {
  readonly field: string;
  readonly values: readonly string[];
}

/**
 * A document that may prove a record. `id` is BKN's dok_id where known (domain.md 2.11), else our own, prefixed `mv-`.
 * `required` counts only while `appliesWhen` holds (a death certificate is due for the deceased only).
 */
export interface DocumentSpec {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly appliesWhen?: FieldCondition;
}

/** One field of a record type. `name` is BKN's own name where there is one, misspellings included. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly format: FieldFormat;
  readonly required: boolean;
  /** Ids of the record type's documents that prove this field, the strongest first. */
  readonly provenBy: readonly string[];
  readonly appliesWhen?: FieldCondition;
  /** Tells persons or records apart, beside what its format says (NIP, NIK): nobody but the ASN puts another one there. */
  readonly identity?: true;
}

/** Fields that stand together on the paper document. */
export interface FieldGroup {
  readonly label: string;
  readonly fields: readonly FieldSpec[];
}

/** One record type, declared once as data. */
export interface RecordType {
  readonly id: RecordTypeId;
  readonly label: string;
  /** BKN's jenis riwayat ids (domain.md 2.10); organisasi has none. */
  readonly siasnIds: readonly string[];
  readonly authority: Authority;
  readonly employeeKinds: readonly EmployeeKind[];
  readonly documents: readonly DocumentSpec[];
  readonly groups: readonly FieldGroup[];
  /** Field names whose values tell one record of this type from another in a list (shown as its title). */
  readonly titleFields: readonly string[];
}
