import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import type { Finding } from '#shared/domain/rules/finding.ts';

/** Applies every rule of domain.md section 7 that concerns this usul; worst level first, then field order. */
export function checkUsul(_usul: Usul, _today: LocalDate): readonly Finding[] {
  return [];
}
