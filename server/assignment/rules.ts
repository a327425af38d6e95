import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { activeStages, type ActiveStage } from '#shared/records/usul.ts';
import {
  assignmentRuleSchema,
  usualRule,
  type AssignmentRule,
} from '#shared/workflow/assignment/assignment-rule.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import {
  deciderOf,
  roleFitsScope,
  scopesOver,
  type UsulPlace,
} from '#shared/workflow/authority/authority.ts';

/** What a rule may be over: what somebody who decides may be appointed to. */
export type RuleScope = Exclude<Scope, { kind: 'employee' }>;

/** A rule of a scope at a stage. */
export interface ScopedRule {
  readonly scope: RuleScope;
  readonly stage: ActiveStage;
  readonly rule: AssignmentRule;
}

/** A rule as it is kept. */
export interface KeptRule extends ScopedRule {
  readonly version: number;
  readonly validFrom: LocalDate;
}

/** The rules that count for usul at a stage. */
export interface RuleBook {
  /** Whether anybody set one for any of them. */
  readonly isEmpty: boolean;
  /** The rule of the nearest scope over an usul on a day, with the scopes up to that one; the usual one where there is none. */
  ruleOf(place: UsulPlace, today: LocalDate): RuleOfUsul;
}

/** The rule by which an usul comes to somebody. */
export interface RuleOfUsul {
  readonly rule: AssignmentRule;
  /** The scope of the rule, and those below it that cover the usul: whoever is appointed to one of them gets it. */
  readonly reach: readonly RuleScope[];
}

/** Reads the rules over these places at a stage. */
export async function readRules(
  tx: Db | Tx,
  places: readonly UsulPlace[],
  stage: ActiveStage,
): Promise<RuleBook> {
  const scopes = new Map(
    places.flatMap((place) => scopesAt(place, stage).map((one) => [keyOf(one), one] as const)),
  );
  const kept = await keptRules(tx, [...scopes.values()], stage);
  return {
    isEmpty: kept.length === 0,
    ruleOf: (place, today) => {
      const reach: RuleScope[] = [];
      for (const scope of scopesAt(place, stage)) {
        reach.push(scope);
        const valid = kept.find(
          (one) => keyOf(one.scope) === keyOf(scope) && one.validFrom <= today,
        );
        if (valid) return { rule: valid.rule, reach };
      }
      return { rule: usualRule, reach };
    },
  };
}

/** All rules of these scopes, of a stage where one is named; of each scope and stage the newest version first. */
export async function keptRules(
  db: Db | Tx,
  scopes: readonly RuleScope[],
  stage?: ActiveStage,
): Promise<readonly KeptRule[]> {
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom('assignment_rule')
    .selectAll()
    .where((where) =>
      where.or(
        scopes.map((scope) =>
          where.and([where('scope_kind', '=', scope.kind), where('scope_id', '=', idOf(scope))]),
        ),
      ),
    )
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage!))
    .orderBy('scope_kind')
    .orderBy('scope_id')
    .orderBy('stage')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    scope:
      row.scope_kind === 'bkn_pusat'
        ? { kind: row.scope_kind }
        : { kind: row.scope_kind, id: row.scope_id },
    stage: row.stage,
    version: row.version,
    validFrom: dayOf(row.valid_from),
    rule: assignmentRuleSchema.parse(row.rule),
  }));
}

/** Keeps a rule from a day on, as the next version, audited; answers its number. */
export async function keepRule(
  tx: Tx,
  { scope, stage, rule, validFrom }: Omit<KeptRule, 'version'>,
  by: Acting | null,
): Promise<number> {
  const [newest] = await keptRules(tx, [scope], stage);
  const version = (newest?.version ?? 0) + 1;
  await tx
    .insertInto('assignment_rule')
    .values({
      scope_kind: scope.kind,
      scope_id: idOf(scope),
      stage,
      version,
      valid_from: validFrom,
      rule: JSON.stringify(rule),
      created_by: by?.accountId ?? null,
    })
    .execute();
  const details = { cakupan: keyOf(scope), tahap: stage, versi: version, jenis: rule.kind };
  await writeAudit(tx, actOf(by, 'aturan_penugasan', details));
  return version;
}

/** Whether somebody decides at this stage under an appointment to such a scope. */
export function fitsStage(scope: Scope, stage: ActiveStage): scope is RuleScope {
  return scope.kind !== 'employee' && roleFitsScope(deciderOf(stage), scope.kind);
}

/** The stages at which rules of a scope may be. */
export function stagesUnder(scope: Scope): readonly ActiveStage[] {
  return activeStages.filter((stage) => fitsStage(scope, stage));
}

/** Text of a scope: `opd:dinas-a`, `bkn_pusat`. */
export function keyOf(scope: RuleScope): string {
  return scope.kind === 'bkn_pusat' ? scope.kind : `${scope.kind}:${scope.id}`;
}

/** The scopes over an usul in which it is decided at a stage, the nearest first. */
function scopesAt(place: UsulPlace, stage: ActiveStage): readonly RuleScope[] {
  return scopesOver(place).filter((scope) => fitsStage(scope, stage));
}

function idOf(scope: RuleScope): string {
  return scope.kind === 'bkn_pusat' ? '' : scope.id;
}

function dayOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}
