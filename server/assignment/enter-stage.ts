import { sql } from 'kysely';
import { findCandidates, type NamedCandidate } from '#server/assignment/people.ts';
import { keyOf, readRules, type RuleOfUsul, type RuleScope } from '#server/assignment/rules.ts';
import {
  endAssignments,
  insertAssignments,
  resumeAssignments,
  type NewAssignment,
} from '#server/assignment/write-assignments.ts';
import type { Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn, type TimeZone } from '#shared/kernel/time-zone.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import {
  assignAll,
  type Assigned,
  type UnassignedUsul,
} from '#shared/workflow/assignment/assign.ts';
import { scopeCovers, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import { namedIn, type AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import type { EarlierDecision } from '#shared/workflow/workflow.ts';

/** An usul that comes to a stage; its row is locked by this transaction, or was made by it. */
export interface EnteringUsul {
  readonly id: string;
  readonly unorId: string;
  readonly place: UsulPlace;
  /** In this revision. */
  readonly decided: readonly EarlierDecision[];
}

/** An usul with the rule that counts for it. */
interface RuledUsul extends RuleOfUsul {
  readonly usul: EnteringUsul;
}

/** By usul: who had it at a stage in an earlier round, or has it. Null: it was for whoever opens it. */
type Before = ReadonlyMap<string, string | null>;

/**
 * Gives usul that come to a stage to people, by the rules of their scopes. Where nobody set a rule this is one question to
 * the database, and everything lies in the pool. Must run before the change is announced.
 */
export async function enterStage(
  tx: Tx,
  usuls: readonly EnteringUsul[],
  stage: ActiveStage,
  now: Date,
): Promise<void> {
  const rules = await readRules(tx, placesOf(usuls), stage);
  const before = await readBefore(tx, usuls, stage);
  if (rules.isEmpty && before.size === 0) return;
  const days = await readDays(tx, usuls, now);
  const ruled = usuls.map((usul) => ({
    usul,
    ...rules.ruleOf(usul.place, days.get(usul.place.instansiId)!),
  }));
  const byRule = new Map<string, RuledUsul[]>();
  for (const one of ruled) {
    const key = keyOf(one.reach.at(-1)!);
    byRule.set(key, [...(byRule.get(key) ?? []), one]);
  }
  // In one order, so that no two wait for each other.
  for (const [key, group] of [...byRule].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await inOneTurn(tx, `${key}/${stage}`);
    const today = days.get(group[0]!.usul.place.instansiId)!;
    await giveByRule(tx, group, { stage, before, today, now });
  }
}

interface Giving {
  readonly stage: ActiveStage;
  readonly before: Before;
  readonly today: LocalDate;
  readonly now: Date;
}

async function giveByRule(tx: Tx, group: readonly RuledUsul[], giving: Giving): Promise<void> {
  const { stage, before, today, now } = giving;
  const { rule } = group[0]!;
  const reached = rule.kind === 'bergilir' ? group : [];
  const scopes = new Map<string, RuleScope>(
    reached.flatMap(({ reach }) => reach.map((scope) => [keyOf(scope), scope] as const)),
  );
  const had = group.flatMap(({ usul }) => before.get(usul.id) ?? []);
  const alsoIds = [...new Set([...had, ...namedIn(rule)])];
  const candidates =
    scopes.size + alsoIds.length === 0
      ? []
      : await findCandidates(tx, { stage, scopes: [...scopes.values()], alsoIds, today });
  const usuls = group.map(({ usul }) => usul);
  const asked = await toAsk(tx, usuls, giving, candidates);
  const given = assignAll(asked, rule, candidates);
  const names = new Map(candidates.map(({ appointmentId, name }) => [appointmentId, name]));
  const kept: string[] = [];
  const ended: string[] = [];
  const made: NewAssignment[] = [];
  for (const [at, { id: usulId, place }] of usuls.entries()) {
    const { to, skipped }: Assigned = given[at]!;
    const last = before.get(usulId);
    if (to !== null && last === to) {
      kept.push(usulId);
      continue;
    }
    if (last !== undefined) ended.push(usulId);
    if (to === null && !opensPool(rule)) continue;
    const told = skipped.map(({ appointmentId, why }) => ({
      name: names.get(appointmentId)!,
      why,
    }));
    const { instansiId } = place;
    const assignment = { usulId, instansiId, stage, appointmentId: to, at: now, skipped: told };
    made.push({ ...assignment, why: 'aturan', reason: '' });
  }
  await resumeAssignments(tx, { usulIds: kept, stage });
  await endAssignments(tx, { usulIds: ended, stage }, now);
  await insertAssignments(tx, made);
}

/** Whether what comes to nobody waits for whoever opens it first. */
function opensPool(rule: AssignmentRule): boolean {
  return rule.kind === 'kolam' ? rule.ambil : rule.kind !== 'manual';
}

async function toAsk(
  tx: Tx,
  usuls: readonly EnteringUsul[],
  { stage, before }: Giving,
  candidates: readonly NamedCandidate[],
): Promise<readonly UnassignedUsul[]> {
  const nips = await readNips(tx, usuls);
  const together =
    candidates.length === 0 ? new Map<string, string>() : await readTogether(tx, usuls, stage);
  return usuls.map(({ id, unorId, place, decided }) => ({
    stage,
    unorId,
    employeeId: place.employeeId,
    employeeNip: nips.get(place.employeeId) ?? '',
    decided,
    coveredBy: new Set(
      candidates
        .filter(({ scope }) => scopeCovers(scope, place))
        .map(({ appointmentId }) => appointmentId),
    ),
    before: before.get(id) ?? null,
    sameAsn: together.get(place.employeeId) ?? null,
  }));
}

/** Who has least is asked by one after another, until the transaction ends. */
async function inOneTurn(tx: Tx, key: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`penugasan ${key}`}, 0))`.execute(tx);
}

async function readBefore(
  tx: Tx,
  usuls: readonly EnteringUsul[],
  stage: ActiveStage,
): Promise<Before> {
  const rows = await tx
    .selectFrom('usul_assignment')
    .select(['usul_id', 'appointment_id'])
    .where('usul_id', '=', sql<string>`ANY(${usuls.map(({ id }) => id)}::uuid[])`)
    .where('stage', '=', stage)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.usul_id, row.appointment_id]));
}

async function readDays(
  tx: Tx,
  usuls: readonly EnteringUsul[],
  now: Date,
): Promise<ReadonlyMap<string, LocalDate>> {
  const ids = [...new Set(usuls.map(({ place }) => place.instansiId))];
  const rows = await tx
    .selectFrom('instansi')
    .select(['id', 'time_zone'])
    .where('id', 'in', ids)
    .execute();
  const zones = new Map<string, TimeZone>(rows.map((row) => [row.id, row.time_zone]));
  return new Map(ids.map((id) => [id, localDateIn(zones.get(id) ?? 'WIB', now)]));
}

async function readNips(
  tx: Tx,
  usuls: readonly EnteringUsul[],
): Promise<ReadonlyMap<string, string>> {
  const ids = employeesOf(usuls);
  const rows = await tx
    .selectFrom('employee')
    .select(['id', 'nip'])
    .where('id', '=', sql<string>`ANY(${ids}::text[])`)
    .execute();
  return new Map(rows.map(({ id, nip }) => [id, nip]));
}

/** Who has usul of these ASN at a stage now, whoever got one last. */
async function readTogether(
  tx: Tx,
  usuls: readonly EnteringUsul[],
  stage: ActiveStage,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ employee_id: string; appointment_id: string }>`
    SELECT usul.employee_id, held.appointment_id
    FROM usul JOIN usul_assignment AS held ON held.usul_id = usul.id AND held.ended_at IS NULL
    WHERE usul.employee_id = ANY(${employeesOf(usuls)}::text[]) AND held.stage = ${stage}
      AND held.waiting AND held.appointment_id IS NOT NULL
    ORDER BY held.id`.execute(tx);
  return new Map(rows.map((row) => [row.employee_id, row.appointment_id]));
}

function employeesOf(usuls: readonly EnteringUsul[]): string[] {
  return [...new Set(usuls.map(({ place }) => place.employeeId))];
}

function placesOf(usuls: readonly EnteringUsul[]): readonly UsulPlace[] {
  return usuls.map(({ place }) => place);
}
