import { parseDateText } from '#shared/kernel/date-text.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldSpec, RecordType, RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues, Usul, UsulKind } from '#shared/records/usul.ts';
import { showValue } from '#shared/records/value-text.ts';
import type { FindingLevel } from '#shared/records/rules/finding.ts';

/** What a rule looks at. `values` are the proposed ones, trimmed, without empty ones. */
export interface RuleContext {
  readonly usul: Usul;
  readonly recordType: RecordType;
  /** Every field of the record type, by name. */
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly values: RecordValues;
  readonly today: LocalDate;
  /** Whether the NIK province code 99 of invented people is refused too (domain.md 6.4). */
  readonly strictProvince: boolean;
}

/** What a rule found: a sentence in Bahasa Indonesia with the values in it, and the fields concerned. */
export interface RuleProblem {
  readonly fields: readonly string[];
  readonly sentence: string;
}

/** One rule: pure, silent (an empty list) when there is nothing to say or when values that it needs are missing. */
export interface Rule {
  /** Stable id; IKD indicators keep BKN's code (COM_6). */
  readonly id: string;
  readonly level: FindingLevel;
  readonly recordTypes: 'all' | readonly RecordTypeId[];
  /** A record that is to go need not be right, so most rules leave `hapus` alone. */
  readonly kinds: readonly UsulKind[];
  readonly check: (context: RuleContext) => readonly RuleProblem[];
  /**
   * The application's version that first knew the rule, or what it finds now: an older one could not ask about it. Absent:
   * known to every application that asks (0.2.0).
   */
  readonly since?: string;
}

/** Kinds of usul that propose values. */
export const proposing: readonly UsulKind[] = ['tambah', 'ubah'];
/** Every kind of usul. */
export const anyKind: readonly UsulKind[] = ['tambah', 'ubah', 'hapus'];

/** The value of a date field; undefined when empty or not a day. */
export function dateOf(values: RecordValues, name: string): LocalDate | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  return isLocalDate(value) ? value : parseDateText(value);
}

/** The value of a number field; undefined when empty or not a plain number. */
export function numberOf(values: RecordValues, name: string): number | undefined {
  const value = values[name];
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Label of a field, to begin a sentence with; the bare name for a field that the record type lacks. */
export function labelOf(context: RuleContext, name: string): string {
  return context.fields.get(name)?.label ?? name;
}

/** Label of a field within a sentence: `tanggal SK`, but `TMT golongan`. */
export function innerLabel(context: RuleContext, name: string): string {
  const label = labelOf(context, name);
  const abbreviation = /^\p{Lu}{2}/u.test(label);
  return abbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Value of a field as a person reads it. */
export function shown(context: RuleContext, name: string): string {
  const field = context.fields.get(name);
  const value = context.values[name] ?? '';
  return field ? showValue(field.format, value) : value;
}

/** Label and value to begin a sentence with: `Tanggal SK 1 April 2020`. */
export function named(context: RuleContext, name: string): string {
  return `${labelOf(context, name)} ${shown(context, name)}`;
}

/** Label and value within a sentence: `tanggal SK 1 April 2020`. */
export function innerNamed(context: RuleContext, name: string): string {
  return `${innerLabel(context, name)} ${shown(context, name)}`;
}
