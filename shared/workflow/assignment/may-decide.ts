import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ToldAssignment, ToldInstead } from '#shared/records/told-assignment.ts';

/** Who has an usul, without names: whether whoever reads it may decide it is known by it. */
export type AssignedTo = Pick<ToldAssignment, 'to' | 'insteadFrom' | 'insteadUntil'>;

/** Whether somebody else has an usul, in whose place its reader may not decide it today. */
export function isColleagues(assigned: AssignedTo | undefined, today: LocalDate): boolean {
  if (assigned?.to !== 'rekan') return false;
  const { insteadFrom: from, insteadUntil: until } = assigned;
  const isInstead = from !== undefined && until !== undefined && from <= today && today <= until;
  return !isInstead;
}

/** In whose place its reader would decide an usul today without that being allowed; undefined: nobody's. */
export function barredInstead<One extends Pick<ToldInstead, 'from' | 'until' | 'bar'>>(
  actingFor: readonly One[] | undefined,
  today: LocalDate,
): One | undefined {
  const acting = actingFor?.find(({ from, until }) => from <= today && today <= until);
  return acting?.bar == null ? undefined : acting;
}
