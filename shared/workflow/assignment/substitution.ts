import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Person } from '#shared/workflow/authority/own-usul.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';
import type { Holder } from '#shared/workflow/workflow.ts';

/** Pelaksana harian: whose holder is away for some days; pelaksana tugas: whose place is vacant. */
export const substitutionKinds = ['Plh.', 'Plt.'] as const;
/** What somebody is called who acts in the place of another. */
export const substitutionKindSchema = z.enum(substitutionKinds);
/** What somebody is called who acts in the place of another. */
export type SubstitutionKind = z.infer<typeof substitutionKindSchema>;

/** That somebody acts in the place of another between two days (both belong to it), by a letter. */
export interface Substitution {
  readonly id: string;
  /** The appointment in whose place. */
  readonly holderId: string;
  readonly holder: Holder;
  readonly kind: SubstitutionKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly letterNumber: string;
  /** Whether the substitute has his or her appointment for this alone. */
  readonly given: boolean;
}

/** In whose place a decision was taken: a part of its link, as it was then. */
export const onBehalfOfSchema = z.object({
  substitutionId: z.uuid(),
  appointmentId: z.uuid(),
  accountId: z.uuid(),
  name: lineText,
  kind: substitutionKindSchema,
  letterNumber: codeText,
  letterDate: localDateSchema,
});
/** In whose place a decision was taken. */
export type OnBehalfOf = z.infer<typeof onBehalfOfSchema>;

/**
 * In whose place somebody acts on an usul on a day: in that of who has it; of what nobody has, or he or she has, only where
 * the appointment is for that alone. One step and no more: who stands in for a substitute stands in for nobody else.
 */
export function substitutionFor(
  substitutions: readonly Substitution[],
  actor: Person,
  assignedTo: Holder | undefined,
  day: LocalDate,
): Substitution | undefined {
  const about = substitutionsAbout(substitutions, actor, assignedTo);
  return about.find(({ from, until }) => from <= day && day <= until);
}

/** The substitutions by which somebody would act on an usul, each on its days; of several on one day the first counts. */
export function substitutionsAbout<S extends Substitution>(
  substitutions: readonly S[],
  actor: Person,
  assignedTo: Holder | undefined,
): readonly S[] {
  const others = substitutions.filter(({ holder }) => !isSamePerson(holder, actor));
  const isOwn = assignedTo === undefined || isSamePerson(assignedTo, actor);
  return isOwn
    ? others.filter(({ given }) => given)
    : others.filter(({ holder }) => isSamePerson(holder, assignedTo));
}

/** The name under which history keeps what somebody did in the place of another: both, and the letter. */
export function nameInstead(
  name: string,
  { holder, kind, letterNumber }: Pick<Substitution, 'holder' | 'kind' | 'letterNumber'>,
): string {
  return `${name} a.n. ${holder.name}, ${kind}, ${letterNumber}`;
}
