import { longDate, monthName } from '#shared/kernel/date-text.ts';
import {
  parseEmployeeNumber,
  type EmployeeNumber,
  type NiPppkParts,
  type NipParts,
} from '#shared/records/identity/employee-number.ts';
import type { Sex } from '#shared/records/identity/identity-problem.ts';
import { parseNik } from '#shared/records/identity/nik.ts';
import { numberName, type Employee } from '#shared/records/employee.ts';
import { employeeKindLabels } from '#shared/records/record-labels.ts';
import {
  anyKind,
  type Rule,
  type RuleContext,
  type RuleProblem,
} from '#shared/records/rules/rule.ts';

/** First year in which PPPK were appointed (domain.md 3.2). */
export const firstPppkYear = 2019;

/** The employee's number is no NIP or NI PPPK (domain.md 3.1, 3.2); a PPT Non-ASN has none. */
export const numberReadable: Rule = employeeRule('NIP_TIDAK_SAH', ({ usul }) => {
  if (usul.employee.kind === 'ppt_non_asn') return [];
  const number = parseEmployeeNumber(usul.employee.nip, numberName(usul.employee));
  return number.ok ? [] : [problem(number.error.sentence)];
});

/** The number belongs to another kind of employee (digits 13 and 14, domain.md 3.2). */
export const numberOfItsKind: Rule = employeeRule('NIP_JENIS_PEGAWAI', ({ usul }) => {
  const number = employeeNumberOf(usul.employee);
  if (!number || number.kind === usul.employee.kind) return [];
  const [of, stated] = [employeeKindLabels[number.kind], employeeKindLabels[usul.employee.kind]];
  return [problem(`Nomor induk berbentuk nomor ${of}, tetapi pegawai tercatat ${stated}.`)];
});

/** IKD CON_1: TMT CPNS of the employee differs from digits 9 to 14 of the NIP. */
export const tmtCpnsInNip: Rule = employeeRule('CON_1', ({ usul }) => {
  const number = employeeNumberOf(usul.employee);
  const { tmtCpns } = usul.employee;
  if (usul.employee.kind !== 'pns' || number?.kind !== 'pns') return [];
  if (!tmtCpns || tmtMatchesNip(tmtCpns, number)) return [];
  return [problem(tmtDiffers(tmtCpns, number))];
});

/** IKD CON_2: birth date differs from digits 1 to 8 of the NIP. */
export const birthDateInNip: Rule = employeeRule('CON_2', ({ usul }) => {
  const number = employeeNumberOf(usul.employee);
  const { tanggalLahir } = usul.employee;
  if (!number || number.birthDate === tanggalLahir) return [];
  const inNip = longDate(number.birthDate);
  const name = numberName(number);
  return [problem(`Tanggal lahir ${longDate(tanggalLahir)} berbeda dengan ${name} (${inNip}).`)];
});

/** IKD CON_3: sex differs from digit 15 of the NIP. */
export const sexInNip: Rule = employeeRule('CON_3', ({ usul }) => {
  const number = employeeNumberOf(usul.employee);
  const { jenisKelamin } = usul.employee;
  if (!number || number.sex === jenisKelamin) return [];
  const inNip = sexLabels[number.sex];
  const name = numberName(number);
  return [problem(`Jenis kelamin ${sexLabels[jenisKelamin]} berbeda dengan ${name} (${inNip}).`)];
});

/** IKD CON_4: TMT of a PPPK differs from digits 9 to 12 of the NI PPPK. */
export const tmtInNiPppk: Rule = employeeRule('CON_4', ({ usul }) => {
  const number = pppkNumberOf(usul.employee);
  const { tmtCpns } = usul.employee;
  if (!number || !tmtCpns || +tmtCpns.slice(0, 4) === number.appointmentYear) return [];
  const sentence = `TMT pengangkatan ${longDate(tmtCpns)} berbeda dengan tahun pada NI PPPK (${number.appointmentYear}).`;
  return [problem(sentence)];
});

/** IKD ACC_7: the year in a NI PPPK lies outside the years of procurement. */
export const pppkYearPlausible: Rule = employeeRule('ACC_7', ({ usul, today }) => {
  const number = pppkNumberOf(usul.employee);
  if (!number) return [];
  const year = number.appointmentYear;
  if (year >= firstPppkYear && year <= +today.slice(0, 4)) return [];
  return [problem(`Tahun pengangkatan pada NI PPPK (${year}) di luar tahun pengadaan PPPK.`)];
});

/** Age at TMT CPNS, by the NIP, outside 18 to 58 (domain.md 3.1). */
export const plausibleAge: Rule = employeeRule('USIA_PENGANGKATAN', ({ usul }) => {
  const number = employeeNumberOf(usul.employee);
  if (usul.employee.kind !== 'pns' || number?.kind !== 'pns') return [];
  const months =
    number.tmtCpnsYear * 12 +
    number.tmtCpnsMonth -
    (+number.birthDate.slice(0, 4) * 12 + +number.birthDate.slice(5, 7));
  const years = Math.floor(months / 12);
  if (years >= 18 && years <= 58) return [];
  return [problem(`Menurut NIP, diangkat CPNS pada usia ${years} tahun.`)];
});

/** IKD ACC_5: the employee's NIK is empty or cannot be one. The province is not judged here. */
export const nikReadable: Rule = employeeRule('ACC_5', ({ usul }) => {
  if (usul.employee.nik === '') return [problem('NIK pegawai kosong.')];
  const nik = parseNik(usul.employee.nik);
  return nik.ok ? [] : [problem(nik.error.sentence)];
});

/** Every rule about the employee's own data, which an usul does not propose. */
export const employeeRules: readonly Rule[] = [
  numberReadable,
  numberOfItsKind,
  tmtCpnsInNip,
  birthDateInNip,
  sexInNip,
  tmtInNiPppk,
  pppkYearPlausible,
  plausibleAge,
  nikReadable,
];

/** Names of the sexes within a sentence. */
export const sexLabels: Readonly<Record<Sex, string>> = { M: 'pria', F: 'wanita' };

/** Whether a TMT CPNS (`yyyy-mm-dd`) falls in the month that the NIP states. */
export function tmtMatchesNip(tmtCpns: string, nip: NipParts): boolean {
  return +tmtCpns.slice(0, 4) === nip.tmtCpnsYear && +tmtCpns.slice(5, 7) === nip.tmtCpnsMonth;
}

/** Sentence on a TMT CPNS that the NIP contradicts. */
export function tmtDiffers(tmtCpns: Parameters<typeof longDate>[0], nip: NipParts): string {
  const inNip = `${monthName(nip.tmtCpnsMonth)} ${nip.tmtCpnsYear}`;
  return `TMT CPNS ${longDate(tmtCpns)} berbeda dengan NIP (${inNip}).`;
}

/** The employee's number; undefined when it cannot be read or the employee has none. */
export function employeeNumberOf(employee: Employee): EmployeeNumber | undefined {
  if (employee.kind === 'ppt_non_asn') return undefined;
  const number = parseEmployeeNumber(employee.nip);
  return number.ok ? number.value : undefined;
}

function pppkNumberOf(employee: Employee): NiPppkParts | undefined {
  const number = employeeNumberOf(employee);
  return number?.kind === 'pppk' ? number : undefined;
}

function employeeRule(id: string, check: (context: RuleContext) => readonly RuleProblem[]): Rule {
  // The agency's own data, not proposed here: the verifikator cannot return it, hence never galat.
  return { id, level: 'peringatan', recordTypes: 'all', kinds: anyKind, check };
}

function problem(sentence: string): RuleProblem {
  return { fields: [], sentence };
}
