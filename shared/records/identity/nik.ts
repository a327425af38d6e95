import {
  stripGrouping,
  type IdentityProblem,
  type Sex,
} from '#shared/records/identity/identity-problem.ts';
import { makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Parts of a NIK. The year has two digits, so the birth date is one of `birthDates` (19yy, 20yy). */
export interface NikParts {
  readonly digits: string;
  readonly province: string;
  readonly regency: string;
  readonly district: string;
  readonly birthDates: readonly LocalDate[];
  readonly sex: Sex;
  readonly serial: string;
}

/**
 * Reads a NIK from text with any grouping; women's day of birth has 40 added. Source: domain.md 3.3. The place is that of
 * the first registration and is not judged here, see `hasKnownProvince`.
 */
export function parseNik(text: string): Result<NikParts, IdentityProblem> {
  const digits = stripGrouping(text);
  if (!/^\d*$/.test(digits)) {
    return problem('bukan_angka', `NIK "${text}" memuat tanda selain angka.`);
  }
  if (digits.length !== 16) {
    return problem('panjang', `NIK terdiri atas 16 angka, bukan ${digits.length}.`);
  }
  const written = +digits.slice(6, 8);
  const sex: Sex = written > 40 ? 'F' : 'M';
  const birthDates = [1900, 2000].flatMap((century) => {
    const year = century + +digits.slice(10, 12);
    return makeLocalDate(year, +digits.slice(8, 10), sex === 'F' ? written - 40 : written) ?? [];
  });
  if (birthDates.length === 0) {
    const sentence = `Angka 7–12 NIK (${digits.slice(6, 12)}) bukan tanggal lahir.`;
    return problem('tanggal_lahir', sentence);
  }
  const serial = digits.slice(12);
  if (serial === '0000') return problem('nomor_urut', 'Nomor urut NIK tidak boleh 0000.');
  return succeed({
    digits,
    province: digits.slice(0, 2),
    regency: digits.slice(2, 4),
    district: digits.slice(4, 6),
    birthDates,
    sex,
    serial,
  });
}

/**
 * Whether the province code lies in the range in use, 11 to 97. Invented people carry 99 on purpose (domain.md 6.4);
 * `strict` refuses that too.
 */
export function hasKnownProvince(nik: NikParts, strict: boolean): boolean {
  const province = +nik.province;
  return (province >= 11 && province <= 97) || (!strict && province === 99);
}

function problem(
  kind: IdentityProblem['kind'],
  sentence: string,
): { readonly ok: false; readonly error: IdentityProblem } {
  return fail({ kind, sentence });
}
