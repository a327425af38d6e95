import { sql } from 'kysely';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { accountLiesIn } from '#server/accounts/realm.ts';
import type { DeliveryPorts } from '#server/commands/command-handler.ts';
import { refuseWaiting, release, weigh } from '#server/handover/rule-waiting.ts';
import { findWaiting, type LateDecision } from '#server/handover/waiting.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { heldDecisionsSchema, HeldDecision } from '#shared/contract/admin/handovers.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { decisionIn } from '#shared/workflow/commands.ts';
import type { z } from 'zod';

/** The decisions that wait for an admin of these accounts, the oldest first. */
export async function listHeld(
  db: Db,
  admin: Pick<Admin, 'realm'>,
): Promise<z.output<typeof heldDecisionsSchema>> {
  const own = await ofRealm(db, admin, await findWaiting(db));
  const rows: HeldDecision[] = [];
  for (const late of own.slice(0, adminPageRows)) rows.push(await describe(db, late));
  return { rows, more: Math.max(0, own.length - adminPageRows) };
}

/** What becomes of a decision that waits; of two admins at the same moment one rules. */
export async function ruleHeld(
  ports: DeliveryPorts,
  admin: Admin,
  id: string,
  ruling: 'lepas' | 'tolak',
): Promise<
  Result<{ result: 'diterima' | 'ditolak_server' | 'ditolak'; message: string }, ApiError>
> {
  return ports.db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('serahan'), hashtext(${id}))`.execute(tx);
    const waiting = (await findWaiting(tx)).filter(({ decisionId }) => decisionId === id);
    const [late] = await ofRealm(tx, admin, waiting);
    if (!late) return notFound();
    if (late.accountId === admin.acting.accountId) return refuse(adminRefusals.ownDecision);
    if (ruling === 'tolak') {
      await refuseWaiting(ports, late, admin.acting);
      return succeed({ result: 'ditolak', message: '' });
    }
    const taken = await release(ports, late, admin.acting);
    return taken.kind === 'diterima'
      ? succeed({ result: 'diterima', message: '' })
      : succeed({ result: 'ditolak_server', message: taken.error.message });
  });
}

/** Those of a realm's accounts; of an instansi's, those alone that are about its own usul. */
async function ofRealm(
  db: Db | Tx,
  { realm }: Pick<Admin, 'realm'>,
  waiting: readonly LateDecision[],
): Promise<readonly LateDecision[]> {
  if (waiting.length === 0) return [];
  const keys = waiting.map(({ accountId, payload }) => ({
    account: accountId,
    usul: usulIn(payload),
  }));
  const isForeign =
    realm.kind === 'instansi'
      ? sql`EXISTS (SELECT FROM usul JOIN opd ON opd.id = usul.opd_id
          WHERE usul.id::text = late.one ->> 'usul' AND opd.instansi_id <> ${realm.id})`
      : sql`false`;
  const { rows } = await sql<{ at: number }>`
    SELECT late.at::integer AS at FROM jsonb_array_elements(${JSON.stringify(keys)}::jsonb) WITH ORDINALITY AS late (one, at)
      JOIN account ON account.id::text = late.one ->> 'account'
    WHERE ${accountLiesIn(realm)} AND NOT ${isForeign}`.execute(db);
  const own = new Set(rows.map(({ at }) => at - 1));
  return waiting.filter((_late, at) => own.has(at));
}

/** The usul that a decision names, as its maker wrote it. */
function usulIn(payload: string): string {
  const read: unknown = JSON.parse(payload);
  const id = typeof read === 'object' && read !== null && 'usulId' in read ? read.usulId : '';
  return typeof id === 'string' ? id.toLowerCase() : '';
}

async function describe(db: Db, late: LateDecision): Promise<HeldDecision> {
  const { command, subject, accountName, deviceName, doubts } = await weigh(db, late);
  const usul =
    subject &&
    (await db
      .selectFrom('usul')
      .innerJoin('employee', 'employee.id', 'usul.employee_id')
      .select(['usul.record_type', sql<string>`employee.data ->> 'nama'`.as('name')])
      .where('usul.id', '=', subject.usulId)
      .executeTakeFirst());
  const { username } = await db
    .selectFrom('account')
    .select('username')
    .where('id', '=', late.accountId)
    .executeTakeFirstOrThrow();
  const decision = decisionIn(command);
  return {
    id: late.decisionId,
    displayName: accountName,
    username,
    deviceName,
    madeAt: late.madeAt.toISOString(),
    endedAt: late.endedAt.toISOString(),
    receivedAt: late.receivedAt.toISOString(),
    doubts: doubts.map(({ kind }) => kind),
    usul:
      subject && usul
        ? { id: subject.usulId, employeeName: usul.name, recordType: usul.record_type }
        : null,
    outcome: decision?.outcome ?? null,
    note: decision?.note ?? '',
  };
}
