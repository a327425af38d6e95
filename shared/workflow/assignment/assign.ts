import type { ActiveStage } from '#shared/records/usul.ts';
import { otherUnor, type AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import { isOwnUsul, type Person } from '#shared/workflow/authority/own-usul.ts';
import { hasDecidedEarlier, type EarlierDecision } from '#shared/workflow/workflow.ts';

/** Somebody who may decide the usul of a scope at a stage. */
export interface Candidate {
  readonly appointmentId: string;
  readonly person: Person;
  readonly onLeave: boolean;
  /** Whether he or she is appointed where the rule is; false: named by it, or had some in an earlier round. */
  readonly inTurn: boolean;
  /** How many usul wait for him or her at that stage. */
  readonly load: number;
}

/** An usul that is to come to somebody. */
export interface UnassignedUsul {
  readonly stage: ActiveStage;
  readonly unorId: string;
  readonly employeeId: string;
  readonly employeeNip: string;
  readonly decided: readonly EarlierDecision[];
  /** Appointments whose scope covers it. */
  readonly coveredBy: ReadonlySet<string>;
  /** Who had it at this stage before, in an earlier round; null: nobody. */
  readonly before: string | null;
  /** Who has other usul of the same ASN at this stage; null: nobody. */
  readonly sameAsn: string | null;
}

/** Why somebody whose turn it could have been was passed over. */
export type SkipReason = 'cuti' | 'milik_sendiri' | 'sudah_memutus';

/** Somebody who was passed over. */
export interface Skip {
  readonly appointmentId: string;
  readonly why: SkipReason;
}

/** To whom an usul comes; `to` null: to nobody, it lies in the pool. `skipped`: who was passed over, and why. */
export interface Assigned {
  readonly to: string | null;
  readonly skipped: readonly Skip[];
}

/**
 * To whom an usul comes by a rule. Nobody gets one that he or she may not decide (own, or decided at an earlier stage), and
 * nobody who is on leave gets any: such people are skipped, and where nobody is left it lies in the pool. Whoever had it in
 * an earlier round has it again, by whatever rule; else one ASN's usul stay together, whoever joins or leaves meanwhile.
 */
export function assign(
  usul: UnassignedUsul,
  rule: AssignmentRule,
  candidates: readonly Candidate[],
): Assigned {
  const covering = candidates.filter(({ appointmentId }) => usul.coveredBy.has(appointmentId));
  const before = covering.find(({ appointmentId }) => appointmentId === usul.before);
  if (before && whySkipped(usul, before) === null) return { to: before.appointmentId, skipped: [] };
  const asked = askedBy(rule, usul, covering);
  const able: Candidate[] = [];
  const skipped: Skip[] = [];
  for (const candidate of asked) {
    const why = whySkipped(usul, candidate);
    if (why === null) able.push(candidate);
    else skipped.push({ appointmentId: candidate.appointmentId, why });
  }
  const together = able.find(({ appointmentId }) => appointmentId === usul.sameAsn);
  const to = (together ?? leastLoaded(usul, able))?.appointmentId ?? null;
  return { to, skipped };
}

/**
 * Several usul after one another, each with those before it counted: one ASN's stay together also when they come at once.
 * Answers in the order given.
 */
export function assignAll(
  usuls: readonly UnassignedUsul[],
  rule: AssignmentRule,
  candidates: readonly Candidate[],
): readonly Assigned[] {
  const loads = new Map(candidates.map(({ appointmentId, load }) => [appointmentId, load]));
  const ofAsn = new Map<string, string>();
  return usuls.map((usul) => {
    const counted = candidates.map((one) => ({ ...one, load: loads.get(one.appointmentId)! }));
    const sameAsn = usul.sameAsn ?? ofAsn.get(usul.employeeId) ?? null;
    const assigned = assign({ ...usul, sameAsn }, rule, counted);
    if (assigned.to !== null) {
      ofAsn.set(usul.employeeId, assigned.to);
      loads.set(assigned.to, loads.get(assigned.to)! + 1);
    }
    return assigned;
  });
}

/** Whose turn it may be by the rule. */
function askedBy(
  rule: AssignmentRule,
  { unorId }: UnassignedUsul,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  switch (rule.kind) {
    case 'bergilir':
      return candidates.filter(({ inTurn }) => inTurn);
    case 'per_unor': {
      const key = [unorId, otherUnor].find((one) => Object.hasOwn(rule.people, one));
      const named = key === undefined ? [] : rule.people[key]!;
      return candidates.filter(({ appointmentId }) => named.includes(appointmentId));
    }
    case 'kolam':
    case 'manual':
      return [];
  }
}

function whySkipped(usul: UnassignedUsul, { person, onLeave }: Candidate): SkipReason | null {
  if (isOwnUsul(person, usul.employeeNip)) return 'milik_sendiri';
  const position = { kind: 'menunggu', stage: usul.stage } as const;
  if (hasDecidedEarlier({ position, decided: usul.decided }, person)) return 'sudah_memutus';
  return onLeave ? 'cuti' : null;
}

/** Of those with equally much, another one for each ASN: else the first of the list would get all that comes alone. */
function leastLoaded(
  { employeeId }: UnassignedUsul,
  able: readonly Candidate[],
): Candidate | undefined {
  const least = Math.min(...able.map(({ load }) => load));
  return able
    .filter(({ load }) => load === least)
    .toSorted((a, b) => turnOf(employeeId, a) - turnOf(employeeId, b) || compare(a, b))[0];
}

function compare(a: Candidate, b: Candidate): number {
  return a.appointmentId < b.appointmentId ? -1 : 1;
}

/** A number that is the same whenever it is asked for (FNV-1a, 32 bits). */
function turnOf(employeeId: string, { appointmentId }: Candidate): number {
  let hash = 0x811c9dc5;
  for (const letter of `${employeeId}/${appointmentId}`) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  }
  return hash >>> 0;
}
