import { assignByRule, type Assigning } from '#server/assignment/assign-many.ts';
import { findCandidates } from '#server/assignment/people.ts';
import { fitsStage, keepRule, type RuleScope, type ScopedRule } from '#server/assignment/rules.ts';
import { findScopeName } from '#server/accounts/organisation.ts';
import { inTransaction, type Db } from '#server/store/database.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RuleSetting } from '#shared/contract/assignment.ts';
import { namedIn } from '#shared/workflow/assignment/assignment-rule.ts';
import { scopeSchema, type Scope } from '#shared/workflow/authority/account.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';

/** Why a rule is not set: nobody decides at that stage in such a scope, or it names people who do not. */
export type RuleRefusal =
  | { readonly kind: 'cakupan' }
  | { readonly kind: 'orang'; readonly appointmentIds: readonly string[] };

/** The rule that was set, and how many usul came to people by it. */
export interface SetRule {
  readonly version: number;
  readonly given: number;
}

/**
 * Sets a rule. What waits and was neither taken nor given by hand comes to people by it at once, where it is valid today.
 * Nobody is named in it who does not decide within the scope.
 */
export async function setRule(
  db: Db,
  { scope, stage, rule, validFrom }: RuleSetting,
  today: LocalDate,
  assigning: Assigning,
): Promise<Result<SetRule, RuleRefusal>> {
  if (!fitsStage(scope, stage) || (await findScopeName(db, scope)) === undefined) {
    return fail({ kind: 'cakupan' });
  }
  const unknown = await strangersIn(db, { scope, stage, rule }, today);
  if (unknown.length > 0) return fail({ kind: 'orang', appointmentIds: unknown.slice(0, 20) });
  const from = validFrom ?? today;
  const version = await inTransaction(db, (tx) =>
    keepRule(tx, { scope, stage, rule, validFrom: from }, assigning.by),
  );
  const selection = { scope, stage, filter: {}, byRuleOnly: true } as const;
  const given = from <= today ? await assignByRule(db, selection, assigning) : 0;
  return succeed({ version, given });
}

/** The appointments that a rule names and that do not decide usul of its scope. */
async function strangersIn(
  db: Db,
  { scope, stage, rule }: ScopedRule,
  today: LocalDate,
): Promise<readonly string[]> {
  const named = namedIn(rule);
  if (named.length === 0) return [];
  const known = await findCandidates(db, { stage, scopes: [], alsoIds: named, today });
  const meets = await makeMeets(db, [scope, ...known.map((one) => one.scope)]);
  const able = new Set(
    known.filter((one) => meets(one.scope, scope)).map((one) => one.appointmentId),
  );
  return named.filter((id) => !able.has(id));
}

/** Whether one of two scopes lies in the other. */
async function makeMeets(
  db: Db,
  scopes: readonly Scope[],
): Promise<(one: Scope, other: Scope) => boolean> {
  const ids = scopes.flatMap((scope) => (scope.kind === 'opd' ? [scope.id] : []));
  const places = await findOpdPlaces(db, ids);
  const covers = (outer: Scope, inner: Scope): boolean => {
    if (outer.kind === inner.kind && inner.kind !== 'opd') return sameScope(outer, inner);
    const place = inner.kind === 'opd' ? places.get(inner.id) : undefined;
    return place !== undefined && scopeCovers(outer, { ...place, employeeId: '' });
  };
  return (one, other) => covers(one, other) || covers(other, one);
}

function sameScope(one: Scope, other: Scope): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A scope as it is typed: `opd:dinas-a`, `bkn_pusat`; undefined: it is none that a rule may be over. */
export function ruleScopeIn(text: string): RuleScope | undefined {
  const [kind, id] = text.trim().split(/:(.*)/su);
  const scope = scopeSchema.safeParse(kind === 'bkn_pusat' ? { kind } : { kind, id }).data;
  return scope?.kind === 'employee' ? undefined : scope;
}
