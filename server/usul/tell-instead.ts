import type { HeldAssignment } from '#server/usul/assignments.ts';
import type { LetteredSubstitution } from '#server/usul/substitutions.ts';
import type { InsteadBar, ToldInstead } from '#shared/records/told-assignment.ts';
import type { Usul } from '#shared/records/usul.ts';
import { isOwnUsul, type Person } from '#shared/workflow/authority/own-usul.ts';
import { substitutionsAbout } from '#shared/workflow/assignment/substitution.ts';
import { hasDecidedEarlier, type EarlierDecision } from '#shared/workflow/workflow.ts';

/** What is known of an usul that waits for a reader. */
export interface WaitingUsul {
  readonly usul: Pick<Usul, 'position' | 'employee'>;
  readonly decided: readonly EarlierDecision[];
  readonly held: HeldAssignment | undefined;
}

/**
 * In whose place a reader would decide an usul, where somebody of those may not decide it: two pairs of eyes are two people,
 * whoever acts for whom. Undefined: nothing keeps the reader from it for another's sake.
 */
export function tellInstead(
  reader: Person,
  { usul, decided, held }: WaitingUsul,
  substitutions: readonly LetteredSubstitution[],
): ToldInstead[] | undefined {
  const about = substitutionsAbout(substitutions, reader, held?.holder ?? undefined);
  const told = about.map(({ holder, from, until }) => {
    const bar = barOf(holder, usul, decided);
    return { name: holder.name, from, until, bar };
  });
  // So many letters for one appointment nobody has at once; the last are those that may still come.
  return told.some(({ bar }) => bar !== null) ? told.slice(-100) : undefined;
}

function barOf(
  person: Person,
  { position, employee }: WaitingUsul['usul'],
  decided: readonly EarlierDecision[],
): InsteadBar | null {
  if (isOwnUsul(person, employee.nip)) return 'milik_sendiri';
  if (position.kind !== 'menunggu') return null;
  return hasDecidedEarlier({ position, decided }, person) ? 'sudah_memutus' : null;
}
