import { assertNever } from '#shared/kernel/assert-never.ts';
import { longDate, monthName } from '#shared/kernel/date-text.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import type { FieldFormat, FieldSpec } from '#shared/records/record-type.ts';
import { codeLabel } from '#shared/reference/reference-tables.ts';

/**
 * A field's value as a person reads it: `1 April 2020`, the name of a code, NIP grouped 8 6 1 3, `Rp 3.089.300`, decimal
 * comma. A value that does not fit its format is shown as it came, so that nothing is hidden; empty stays empty.
 */
export function showValue(format: FieldFormat, value: string): string {
  if (value === '') return '';
  switch (format.kind) {
    case 'date':
      return isLocalDate(value) ? longDate(value) : value;
    case 'code':
      return codeLabel(format.table, value) ?? value;
    case 'nip':
      return showNip(value);
    case 'money':
      return /^\d+$/.test(value) ? `Rp ${groupThousands(value)}` : value;
    case 'decimal':
      return /^\d+(\.\d+)?$/.test(value) ? value.replace('.', ',') : value;
    case 'integer':
      return format.unit !== undefined && /^\d+$/.test(value) ? `${value} ${format.unit}` : value;
    case 'text':
    case 'documentNumber':
    case 'personName':
    case 'year':
    case 'nik':
    case 'email':
    case 'phone':
      return value;
    default:
      return assertNever(format);
  }
}

/**
 * A field's value as `showValue`, and what only the field itself tells: the number of a month as its name, and the NIP of
 * an official grouped, although the field takes an NRP too.
 */
export function showField(spec: Pick<FieldSpec, 'name' | 'format'>, value: string): string {
  if (/^bulan.*Penilaian$/.test(spec.name)) return monthName(Number(value)) ?? value;
  if (spec.name.endsWith('NipNrp')) return showNip(value);
  return showValue(spec.format, value);
}

/** A NIP or NI PPPK grouped as on paper, `19900101 201503 1 999`; other texts unchanged. */
export function showNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

function groupThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
