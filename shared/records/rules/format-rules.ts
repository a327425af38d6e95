import { assertNever } from '#shared/kernel/assert-never.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { parseEmployeeNumber } from '#shared/records/identity/employee-number.ts';
import { parseNik } from '#shared/records/identity/nik.ts';
import { fieldApplies } from '#shared/records/judged-fields.ts';
import type { FieldFormat, FieldSpec } from '#shared/records/record-type.ts';
import { proposing, type Rule, type RuleContext } from '#shared/records/rules/rule.ts';
import { codeLabel } from '#shared/reference/reference-tables.ts';

/**
 * A required field that applies is empty (domain.md section 1; BKN publishes no required marks, so never galat). Covers
 * IKD COM_2 (jabatan kosong) and COM_4 (TMT PNS kosong) as far as an usul shows them.
 */
export const requiredFilled: Rule = {
  id: 'ISIAN_WAJIB',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: proposing,
  check: (context) => {
    const missing = [...context.fields.values()].filter(
      (field) =>
        field.required &&
        fieldApplies(field, context.values) &&
        context.values[field.name] === undefined,
    );
    return listed(missing, (labels) => `Isian wajib belum terisi: ${labels}.`);
  },
};

/** A field is filled although it does not apply, for instance an eselon of a jabatan pelaksana (domain.md 7.3). */
export const onlyApplicableFilled: Rule = {
  id: 'ISIAN_TIDAK_BERLAKU',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: proposing,
  check: (context) => {
    const superfluous = [...context.fields.values()].filter(
      (field) => context.values[field.name] !== undefined && !fieldApplies(field, context.values),
    );
    return listed(superfluous, (labels) => `Isian tidak berlaku untuk usul ini: ${labels}.`);
  },
};

/** A value under a name that this version does not know: it would not be shown otherwise. */
export const fieldsKnown: Rule = {
  id: 'ISIAN_TIDAK_DIKENAL',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: proposing,
  check: ({ fields, values }) => {
    const unknown = Object.keys(values).filter((name) => !fields.has(name));
    if (unknown.length === 0) return [];
    const sentence = `Isian tidak dikenal aplikasi versi ini: ${unknown.join(', ')}.`;
    return [{ fields: [], sentence }];
  },
};

/** A code is not in its reference table (domain.md section 2). */
export const codesExist: Rule = formatRule('KODE_TIDAK_DIKENAL', 'galat', unknownCode);

/** A value contradicts its format: no day of the calendar, no number, out of bounds, no NIP or NIK. */
export const formatsHold: Rule = formatRule('FORMAT_SALAH', 'galat', (field, value) =>
  contradiction(field.label, field.format, value),
);

/** A value is unusual for its format: too long, digits in a name, a number without digits, a strange address. */
export const formatsUsual: Rule = formatRule('FORMAT_JANGGAL', 'peringatan', (field, value) =>
  // The private address has an indicator of its own, COM_6.
  field.name === 'email' ? undefined : oddity(field.label, field.format, value),
);

/** Every rule about the form of single fields. */
export const formatRules: readonly Rule[] = [
  requiredFilled,
  onlyApplicableFilled,
  fieldsKnown,
  codesExist,
  formatsHold,
  formatsUsual,
];

/** Why a value cannot be one of a field (a sentence); undefined where it can. */
export function formatProblem(field: FieldSpec, value: string): string | undefined {
  return unknownCode(field, value) ?? contradiction(field.label, field.format, value);
}

function unknownCode({ label, format }: FieldSpec, value: string): string | undefined {
  return format.kind === 'code' && codeLabel(format.table, value) === undefined
    ? `${label}: kode "${value}" tidak ada dalam tabel acuan.`
    : undefined;
}

/** Whether a text has the form of an e-mail address: one @, a dotted domain, no spaces. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/.test(text);
}

function contradiction(label: string, format: FieldFormat, value: string): string | undefined {
  switch (format.kind) {
    case 'date':
      return isLocalDate(value) ? undefined : `${label}: "${value}" bukan tanggal dalam kalender.`;
    case 'year':
      return /^(19|20)\d{2}$/.test(value) ? undefined : `${label}: "${value}" bukan tahun.`;
    case 'integer':
      if (!/^\d+$/.test(value)) return `${label}: "${value}" bukan bilangan bulat.`;
      return bounds(label, value, format.min, format.max);
    case 'decimal':
      if (!/^\d+(\.\d+)?$/.test(value)) return `${label}: "${value}" bukan angka.`;
      return bounds(label, value, format.min, format.max);
    case 'money':
      return /^\d+$/.test(value) ? undefined : `${label}: "${value}" bukan jumlah rupiah.`;
    case 'nip': {
      const nip = parseEmployeeNumber(value);
      return nip.ok ? undefined : `${label}: ${nip.error.sentence}`;
    }
    case 'nik': {
      const nik = parseNik(value);
      return nik.ok ? undefined : `${label}: ${nik.error.sentence}`;
    }
    case 'code':
    case 'text':
    case 'documentNumber':
    case 'personName':
    case 'email':
    case 'phone':
      return undefined;
    default:
      return assertNever(format);
  }
}

function bounds(label: string, value: string, min: number, max: number): string | undefined {
  const number = Number(value);
  if (number < min) return `${label} ${value} kurang dari ${min}.`;
  return number > max ? `${label} ${value} melebihi ${max}.` : undefined;
}

function oddity(label: string, format: FieldFormat, value: string): string | undefined {
  switch (format.kind) {
    case 'text':
      return value.length > format.maxLength
        ? `${label} lebih dari ${format.maxLength} huruf.`
        : undefined;
    case 'personName':
      return /\d/.test(value) ? `${label} "${value}" memuat angka.` : undefined;
    case 'documentNumber':
      return /\d/.test(value) ? undefined : `${label} "${value}" tidak memuat angka.`;
    case 'email':
      return isEmailAddress(value) ? undefined : `${label} "${value}" bukan alamat surel.`;
    case 'phone':
      return /^(\+62|62|0)\d{7,13}$/.test(value.replaceAll(/[\s().-]/g, ''))
        ? undefined
        : `${label} "${value}" bukan nomor telepon Indonesia.`;
    case 'decimal':
      return (value.split('.')[1] ?? '').length > format.scale
        ? `${label} ${value} mempunyai lebih dari ${format.scale} angka desimal.`
        : undefined;
    case 'date':
    case 'year':
    case 'integer':
    case 'money':
    case 'code':
    case 'nip':
    case 'nik':
      return undefined;
    default:
      return assertNever(format);
  }
}

function formatRule(
  id: string,
  level: Rule['level'],
  judge: (field: FieldSpec, value: string) => string | undefined,
): Rule {
  const check = ({ fields, values }: RuleContext) =>
    [...fields.values()].flatMap((field) => {
      const value = values[field.name];
      const sentence = value === undefined ? undefined : judge(field, value);
      return sentence === undefined ? [] : [{ fields: [field.name], sentence }];
    });
  return { id, level, recordTypes: 'all', kinds: proposing, check };
}

function listed(
  fields: readonly FieldSpec[],
  sentence: (labels: string) => string,
): ReturnType<Rule['check']> {
  if (fields.length === 0) return [];
  const labels = fields.map((field) => field.label).join(', ');
  return [{ fields: fields.map((field) => field.name), sentence: sentence(labels) }];
}
