import {
  stripGrouping,
  type IdentityProblem,
  type Sex,
} from '#shared/records/identity/identity-problem.ts';
import { makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Parts of a NIP of a PNS: birth date, month of TMT CPNS, sex, serial. */
export interface NipParts {
  readonly kind: 'pns';
  readonly digits: string;
  readonly birthDate: LocalDate;
  readonly tmtCpnsYear: number;
  readonly tmtCpnsMonth: number;
  readonly sex: Sex;
  readonly serial: string;
}

/** Parts of a NI PPPK: birth date, year of the first appointment, code of the agreement, sex, serial. */
export interface NiPppkParts {
  readonly kind: 'pppk';
  readonly digits: string;
  readonly birthDate: LocalDate;
  readonly appointmentYear: number;
  readonly agreementCode: string;
  readonly sex: Sex;
  readonly serial: string;
}

/** Parts of an 18-digit employee number. */
export type EmployeeNumber = NipParts | NiPppkParts;

/**
 * Reads a NIP or NI PPPK from text with any grouping. Digits 13 and 14 tell them apart: 01 to 12 is the month of TMT CPNS,
 * 13 and above the agreement code of a PPPK. `name` is what the sentence on a
 * fault calls the number. Source: domain.md 3.1, 3.2 and 3.4 (Perka BKN 22/2007).
 */
export function parseEmployeeNumber(
  text: string,
  name = 'NIP',
): Result<EmployeeNumber, IdentityProblem> {
  const digits = stripGrouping(text);
  if (!/^\d*$/.test(digits)) {
    return problem('bukan_angka', `${name} "${text}" memuat tanda selain angka.`);
  }
  if (digits.length !== 18) {
    return problem('panjang', `${name} terdiri atas 18 angka, bukan ${digits.length}.`);
  }
  const birthDate = birthDateOf(digits.slice(0, 8));
  if (!birthDate) {
    return problem(
      'tanggal_lahir',
      `Angka 1–8 ${name} (${digits.slice(0, 8)}) bukan tanggal lahir.`,
    );
  }
  const sex = sexOf(digits.charAt(14));
  if (!sex) {
    return problem(
      'jenis_kelamin',
      `Angka ke-15 ${name} harus 1 atau 2, bukan ${digits.charAt(14)}.`,
    );
  }
  const serial = digits.slice(15);
  if (serial === '000') return problem('nomor_urut', `Nomor urut ${name} tidak boleh 000.`);
  return appointment(digits, { digits, birthDate, sex, serial }, name);
}

function appointment(
  digits: string,
  common: Pick<EmployeeNumber, 'digits' | 'birthDate' | 'sex' | 'serial'>,
  name: string,
): Result<EmployeeNumber, IdentityProblem> {
  const year = +digits.slice(8, 12);
  const code = digits.slice(12, 14);
  if (code === '00' || year < 1900 || year > 2099 || year <= +common.birthDate.slice(0, 4)) {
    const sentence = `Angka 9–14 ${name} (${digits.slice(8, 14)}) bukan tahun dan bulan pengangkatan.`;
    return problem('pengangkatan', sentence);
  }
  if (+code <= 12) {
    return succeed({ kind: 'pns', ...common, tmtCpnsYear: year, tmtCpnsMonth: +code });
  }
  if (year < 2000) {
    const sentence = `Angka 13–14 ${name} (${code}) bukan bulan, dan ${year} bukan tahun pengangkatan PPPK.`;
    return problem('pengangkatan', sentence);
  }
  return succeed({ kind: 'pppk', ...common, appointmentYear: year, agreementCode: code });
}

function birthDateOf(digits: string): LocalDate | undefined {
  const year = +digits.slice(0, 4);
  if (year < 1900 || year > 2099) return undefined;
  return makeLocalDate(year, +digits.slice(4, 6), +digits.slice(6));
}

function sexOf(digit: string): Sex | undefined {
  if (digit === '1') return 'M';
  return digit === '2' ? 'F' : undefined;
}

function problem(
  kind: IdentityProblem['kind'],
  sentence: string,
): { readonly ok: false; readonly error: IdentityProblem } {
  return fail({ kind, sentence });
}
