import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import { usualRule, type AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';

/** A rule as a person chooses it. */
export const ruleChoices = ['kolam', 'kolam_ambil', 'per_unor', 'bergilir', 'manual'] as const;
/** A rule as a person chooses it. */
export type RuleChoice = (typeof ruleChoices)[number];

/** Who shares the usul of one unor (`otherUnor`: of those that are not named); an empty id: none was chosen yet. */
export interface UnorPeople {
  readonly unor: string;
  readonly people: readonly string[];
}

/** More units than that nobody divides by hand. */
export const mostDivided = 60;

/** The choice that a rule is. */
export function choiceOf(rule: AssignmentRule): RuleChoice {
  return rule.kind === 'kolam' && rule.ambil ? 'kolam_ambil' : rule.kind;
}

/** The division of a rule by unor, as it is typed. */
export function divisionOf(rule: AssignmentRule): readonly UnorPeople[] {
  if (rule.kind !== 'per_unor') return [];
  return Object.entries(rule.people).map(([unor, people]) => ({ unor, people }));
}

/** The rule that was chosen; null where something of its division is missing or there twice. */
export function ruleOf(choice: RuleChoice, division: readonly UnorPeople[]): AssignmentRule | null {
  switch (choice) {
    case 'kolam':
    case 'kolam_ambil':
      return { kind: 'kolam', ambil: choice === 'kolam_ambil' };
    case 'per_unor': {
      const whole = division.every(({ unor, people }) => unor !== '' && people.length > 0);
      if (division.length === 0 || !whole || hasTwice(division)) return null;
      const entries = division.map(({ unor, people }): [string, string[]] => [unor, [...people]]);
      return { kind: 'per_unor', people: Object.fromEntries(entries) };
    }
    case 'bergilir':
    case 'manual':
      return { kind: choice };
  }
}

/** Whether a unor stands in a division twice. */
export function hasTwice(division: readonly UnorPeople[]): boolean {
  const named = division.flatMap(({ unor }) => (unor === '' ? [] : unor));
  return new Set(named).size < named.length;
}

/** A rule in words. */
export function ruleText(rule: AssignmentRule): string {
  const text = texts.rule[choiceOf(rule)];
  if (rule.kind !== 'per_unor') return text;
  return `${text}: ${texts.units(Object.keys(rule.people).length)}`;
}

type Kept = ManagedAssignment['rules'][number];

/** The rule that counts at a stage on a day (null: nobody set one), and the one that will. */
export function rulesAt(
  rules: readonly Kept[],
  stage: ActiveStage,
  today: LocalDate,
): { readonly now: Kept | null; readonly next: Kept | null; readonly rule: AssignmentRule } {
  const ofStage = rules.filter((one) => one.stage === stage);
  const now = ofStage.find(({ validFrom }) => validFrom <= today) ?? null;
  // A version before the one that counts never will.
  const coming = ofStage.filter(
    ({ validFrom, version }) => validFrom > today && version > (now?.version ?? 0),
  );
  const [next = null] = coming.toSorted(
    (a, b) => a.validFrom.localeCompare(b.validFrom) || b.version - a.version,
  );
  return { now, next, rule: now?.rule ?? usualRule };
}
