import { addMonths, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Employee } from '#shared/records/employee.ts';

/** Age of retirement, years, and the day from which somebody is retired. */
interface Retirement {
  readonly age: number;
  readonly from: LocalDate;
}

/**
 * When an employee retires: from the first of the month that follows the one in which the age is reached (PP 11/2017
 * article 239; UU 20/2023 article 55). The age is that of data utama, else that of the present post: 60 for a jabatan
 * pimpinan tinggi, 58 for administrator, pengawas and pelaksana; of a jabatan fungsional the highest that its level has
 * (65 ahli utama, else 60, domain.md 2.2), so that nobody is told too early. Undefined for a PPT Non-ASN, who has none,
 * and for a post of which nothing is known.
 */
export function retirementOf(employee: Employee): Retirement | undefined {
  if (employee.kind === 'ppt_non_asn') return undefined;
  const age = employee.bupPensiun ?? ageOfPost(employee);
  const month = employee.tanggalLahir.slice(0, 7).split('-').map(Number);
  const first = makeLocalDate(month[0] ?? 0, month[1] ?? 0, 1);
  return age === undefined || !first ? undefined : { age, from: addMonths(first, age * 12 + 1) };
}

function ageOfPost({ jenisJabatanId, eselonId, jabatan }: Employee): number | undefined {
  switch (jenisJabatanId ?? '') {
    case '1':
    case '3':
      // Eselon I and II are jabatan pimpinan tinggi.
      return eselonId === undefined ? undefined : /^[12]/.test(eselonId) ? 60 : 58;
    case '2':
      return /\bahli utama\b/i.test(jabatan) ? 65 : 60;
    case '4':
      return 58;
    default:
      return undefined;
  }
}
