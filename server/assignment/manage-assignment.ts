import { sql } from 'kysely';
import type { z } from 'zod';
import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import { findAppointment } from '#server/accounts/appointments.ts';
import { accountLiesIn, isScopeIn, lockRealm, scopeLiesIn } from '#server/accounts/realm.ts';
import { addAbsence, endAbsence, listAbsences } from '#server/assignment/absences.ts';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { listSubstitutions } from '#server/assignment/list-substitutions.ts';
import { findCandidates } from '#server/assignment/people.ts';
import { keptRules, stagesUnder, type RuleScope } from '#server/assignment/rules.ts';
import { setRule } from '#server/assignment/set-rule.ts';
import { addSubstitution, endSubstitution } from '#server/assignment/substitutions.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type {
  handAssignedSchema,
  handAssignmentSchema,
  keptRuleSchema,
  managedAssignmentSchema,
  newAbsenceSchema,
  newSubstitutionSchema,
} from '#shared/contract/admin/assignment.ts';
import type { RuleSetting } from '#shared/contract/assignment.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';
import { declarationOf } from '#shared/workflow/authority/roles.ts';

type Answer<Schema extends z.ZodType> = Promise<Result<z.output<Schema>, ApiError>>;

/** The rules of a scope of the admin's, and who decides there. */
export async function readManagedAssignment(
  db: Db,
  { realm, today }: Admin,
  scope: RuleScope,
): Answer<typeof managedAssignmentSchema> {
  if (!(await isScopeIn(db, realm, scope))) return notFound();
  const rules = await keptRules(db, [scope]);
  const people = await Promise.all(
    stagesUnder(scope).map(async (stage) => {
      const found = await findCandidates(db, { stage, scopes: [scope], alsoIds: [], today });
      return found.map(({ appointmentId, person, name, onLeave, load }) => ({
        appointmentId,
        ...(person.id !== undefined && { accountId: person.id }),
        stage,
        name,
        onLeave,
        load,
      }));
    }),
  );
  return succeed({
    rules: rules.map(({ stage, version, validFrom, rule }) => ({
      stage,
      version,
      validFrom,
      rule,
    })),
    people: people.flat(),
    ...(scope.kind === 'opd' && { units: await listUnits(db, scope.id) }),
  });
}

/** So many unor of an OPD are told; a division of more is set from a file. */
const mostUnits = 2_000;

/** The unor of an OPD and of those below it, by name. */
async function listUnits(db: Db, opdId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    WITH RECURSIVE below AS (
      SELECT id FROM opd WHERE id = ${opdId}
      UNION SELECT opd.id FROM opd JOIN below ON opd.parent_id = below.id
    )
    SELECT unor.id, unor.name FROM unor JOIN below ON below.id = unor.opd_id
    ORDER BY unor.name, unor.id LIMIT ${mostUnits}`.execute(db);
  return rows;
}

/** Sets a rule of a scope of the admin's. */
export async function setManagedRule(
  db: Db,
  { realm, acting, today, now }: Admin,
  setting: RuleSetting,
): Answer<typeof keptRuleSchema> {
  if (!(await isScopeIn(db, realm, setting.scope))) return notFound();
  const done = await setRule(db, setting, today, { by: acting, reason: '', now });
  if (done.ok) return succeed({ ...done.value });
  return refuse(
    done.error.kind === 'cakupan' ? adminRefusals.wrongScope : adminRefusals.notDecider,
  );
}

/** Gives usul to somebody who decides within the admin's realm. */
export async function assignManaged(
  db: Db,
  { realm, acting, now }: Admin,
  { to, filter, reason }: z.output<typeof handAssignmentSchema>,
): Answer<typeof handAssignedSchema> {
  const held = await findAppointment(db, to);
  const scope = held?.account.scope;
  if (!held || !scope || !(await isScopeIn(db, realm, scope))) return notFound();
  const stage = declarationOf(held.account.role).decides;
  if (stage === null || scope.kind === 'employee') return refuse(adminRefusals.notDecider);
  const done = await assignByHand(db, { scope, stage, filter }, to, { by: acting, reason, now });
  if (!done.ok) return refuse(adminRefusals.notDecider);
  const left = { milik_sendiri: 0, sudah_memutus: 0, di_luar_cakupan: 0 };
  for (const { why } of done.value.left) left[why] += 1;
  return succeed({ assigned: done.value.assigned, left });
}

/** Who of the admin's realm is away. */
export async function listManagedAbsences(db: Db, admin: Admin) {
  const all = await listAbsences(db, admin.today);
  const ids = await ownAccounts(
    db,
    admin,
    all.map(({ accountId }) => accountId),
  );
  const own = all.filter(({ accountId }) => ids.has(accountId));
  return own.map(({ id, accountId, displayName, from, until }) => ({
    id,
    accountId,
    displayName,
    from,
    until,
  }));
}

/** Notes that somebody of the admin's realm is away. */
export async function addManagedAbsence(
  db: Db,
  admin: Admin,
  one: z.output<typeof newAbsenceSchema>,
): Promise<Result<{ id: string }, ApiError>> {
  return inTransaction(db, async (tx) => {
    if (!(await ownAccounts(tx, admin, [one.accountId])).has(one.accountId)) return notFound();
    await lockRealm(tx, admin.realm);
    // Sent twice it is noted once.
    const same = (await listAbsences(tx, admin.today)).find(
      ({ accountId, from, until }) =>
        accountId === one.accountId && from === one.from && until === one.until,
    );
    return succeed({ id: same?.id ?? (await addAbsence(tx, one, admin.acting, admin.now)) });
  });
}

/** Takes the absence of somebody of the admin's realm back. */
export async function endManagedAbsence(
  db: Db,
  admin: Admin,
  id: string,
): Promise<Result<{ id: string }, ApiError>> {
  const row = await db
    .selectFrom('absence')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const isOwn = row && (await ownAccounts(db, admin, [row.account_id])).has(row.account_id);
  const isEnded = isOwn === true && (await endAbsence(db, id, admin.acting, admin.now));
  return isEnded ? succeed({ id }) : notFound();
}

/** Who acts in whose place within the admin's realm. */
export async function listManagedSubstitutions(db: Db, { realm }: Admin) {
  return listSubstitutions(db, scopeLiesIn(realm, sql`b.scope_kind`, sql`b.scope_id`));
}

/** Notes down who acts in whose place; both belong to the admin's realm, and it is never the admin. */
export async function addManagedSubstitution(
  db: Db,
  admin: Admin,
  one: z.output<typeof newSubstitutionSchema>,
): Promise<Result<{ id: string }, ApiError>> {
  const held = await findAppointment(db, one.holderId);
  const isOwn =
    held !== undefined &&
    (await isScopeIn(db, admin.realm, held.account.scope)) &&
    (await ownAccounts(db, admin, [one.substituteId])).has(one.substituteId);
  if (!isOwn) return notFound();
  if (await isAdminsOwn(db, admin, one.substituteId)) return refuse(adminRefusals.ownAppointment);
  if (one.until < admin.today) return refuse(adminRefusals.wrongDays);
  if (one.from < admin.today) return refuse(adminRefusals.pastDay);
  return inTransaction(db, async (tx) => {
    // Of two at the same moment the second one finds what the first one wrote.
    await lockRealm(tx, admin.realm);
    if (await isSubstitute(tx, one)) return refuse(adminRefusals.alreadyAppointed);
    const made = await addSubstitution(tx, one, admin.acting);
    return made.ok ? succeed({ id: made.value.id }) : refuse(adminRefusals.notDecider);
  });
}

/** Whether the account acts in that place already on one of these days. */
async function isSubstitute(
  tx: Tx,
  { holderId, substituteId, from, until }: z.output<typeof newSubstitutionSchema>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('substitution')
    .innerJoin('appointment', 'appointment.id', 'substitution.substitute_id')
    .select('substitution.id')
    .where('substitution.holder_id', '=', holderId)
    .where('appointment.account_id', '=', substituteId)
    .where('substitution.ended_at', 'is', null)
    .where('substitution.from_day', '<=', until)
    .where('substitution.until_day', '>=', from)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a substitution within the admin's realm. */
export async function endManagedSubstitution(
  db: Db,
  { realm, acting, now }: Admin,
  id: string,
): Promise<Result<{ id: string }, ApiError>> {
  const row = await db
    .selectFrom('substitution')
    .select('holder_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const held = row && (await findAppointment(db, row.holder_id));
  const isOwn = held !== undefined && (await isScopeIn(db, realm, held.account.scope));
  return isOwn && (await endSubstitution(db, id, acting, now)) ? succeed({ id }) : notFound();
}

/** Those of these accounts that belong to the admin's realm. */
async function ownAccounts(
  db: Db | Tx,
  { realm }: Admin,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .where(accountLiesIn(realm))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function isAdminsOwn(db: Db, admin: Admin, accountId: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'username', 'nip'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  const { nip, username } = admin;
  return (
    account !== undefined && isSamePerson(account, { id: admin.acting.accountId, nip, username })
  );
}
