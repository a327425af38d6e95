import type { LocalDate } from '#shared/kernel/local-date.ts';
import { dayOf } from '#build/demo/calendar.ts';
import { regency } from '#build/demo/offices/regency.ts';

/** Serial numbers of NIP and NI PPPK here run from 900: real ones do not reach there (domain.md 6.4). */
export const firstUnrealSerial = 900;

/** NIP of a PNS: birth date, month of TMT CPNS, sex, serial (domain.md 3.1). */
export function makeNip(
  born: LocalDate,
  tmtCpns: LocalDate,
  sex: 'M' | 'F',
  serial: number,
): string {
  return `${digits(born)}${digits(tmtCpns).slice(0, 6)}${sexDigit(sex)}${serial}`;
}

/** NI PPPK: birth date, year of the first contract, "21", sex, serial (domain.md 3.2). */
export function makeNiPppk(born: LocalDate, year: number, sex: 'M' | 'F', serial: number): string {
  return `${digits(born)}${year}21${sexDigit(sex)}${serial}`;
}

/** NIK in the unused province 99; a woman's day of birth is raised by 40 (domain.md 3.3). */
export function makeNik(
  born: LocalDate,
  sex: 'M' | 'F',
  subdistrictCode: string,
  serial: number,
): string {
  const shownDay = dayOf(born) + (sex === 'F' ? 40 : 0);
  return [
    regency.nikPrefix,
    subdistrictCode,
    String(shownDay).padStart(2, '0'),
    born.slice(5, 7),
    born.slice(2, 4),
    String(serial).padStart(4, '0'),
  ].join('');
}

const digits = (date: LocalDate): string => date.replaceAll('-', '');
const sexDigit = (sex: 'M' | 'F'): string => (sex === 'M' ? '1' : '2');
