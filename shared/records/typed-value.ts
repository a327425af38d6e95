import { parseDateText } from '#shared/kernel/date-text.ts';
import type { FieldFormat } from '#shared/records/record-type.ts';

/**
 * What a person typed for a value, in the plain-text form of its format (`FieldFormat`): a day in any usual spelling, a number
 * with the office's separators or its unit. As it was typed, without blanks around it, where it is none: what is wrong with it
 * says `formatProblem`.
 */
export function readTyped(format: FieldFormat, typed: string): string {
  const text = typed.trim();
  switch (format.kind) {
    case 'date':
      return parseDateText(text) ?? text;
    case 'integer':
      return /^(\d+)\s*\p{L}*$/u.exec(text)?.[1] ?? text;
    case 'decimal':
      return text.replace(/^(\d+),(\d+)$/u, '$1.$2');
    case 'money':
      return rupiahIn(text) ?? text;
    case 'nip':
    case 'nik':
      return /^[\d\s.]+$/u.test(text) ? text.replaceAll(/\D/gu, '') : text;
    case 'text':
    case 'documentNumber':
    case 'personName':
    case 'year':
    case 'code':
    case 'email':
    case 'phone':
      return text;
  }
}

/** `Rp 3.089.300`, `3.089.300,00`, `3089300`; undefined for anything else. */
function rupiahIn(text: string): string | undefined {
  const amount = /^(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00|-))?$/iu.exec(text)?.[1];
  return amount?.replaceAll('.', '');
}
