import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  endAppointment,
  findAppointment,
  findAppointments,
  insertAppointments,
  type HeldAppointment,
  type Letter,
} from '#server/accounts/appointments.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { SubstitutionKind } from '#shared/workflow/assignment/substitution.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';
import { declarationOf } from '#shared/workflow/authority/roles.ts';
import { queueKeyOf, queueKeysOf } from '#shared/workflow/queues.ts';

/** A substitution to note down. */
export interface NewSubstitution {
  /** The appointment in whose place. */
  readonly holderId: string;
  /** The account that acts. */
  readonly substituteId: string;
  readonly kind: SubstitutionKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly letter: Letter;
}

/** Why nobody becomes a substitute: no such appointment, one that decides nothing, nobody there, or the same person. */
export type SubstitutionRefusal = 'tidak_ada' | 'tidak_memutus' | 'akun_tidak_ada' | 'orang_sama';

/** A substitution as it was noted down; `given`: the substitute got an appointment for it, by the same letter. */
export interface MadeSubstitution {
  readonly id: string;
  readonly appointmentId: string;
  readonly given: boolean;
}

/**
 * Notes down who acts in whose place, audited. The substitute decides under an own appointment to the same queue; who has
 * none for all of these days gets one for them.
 */
export async function addSubstitution(
  db: Db | Tx,
  one: NewSubstitution,
  by: Acting | null,
): Promise<Result<MadeSubstitution, SubstitutionRefusal>> {
  return inTransaction(db, async (tx) => {
    const holder = await findAppointment(tx, one.holderId);
    if (!holder) return fail('tidak_ada');
    if (declarationOf(holder.account.role).decides === null) return fail('tidak_memutus');
    const substitute = await tx
      .selectFrom('account')
      .select(['id', 'username', 'nip'])
      .where('id', '=', one.substituteId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!substitute) return fail('akun_tidak_ada');
    if (isSamePerson(substitute, holder.account)) return fail('orang_sama');
    const under = await appointmentOf(tx, one, holder, by);
    const id = randomUUID();
    await tx
      .insertInto('substitution')
      .values({
        id,
        holder_id: one.holderId,
        substitute_id: under.appointmentId,
        given: under.given,
        kind: one.kind,
        from_day: one.from,
        until_day: one.until,
        letter_number: one.letter.number,
        letter_date: one.letter.date,
        created_by: by?.accountId ?? null,
      })
      .execute();
    const details = { penggantian: id, pemegang: one.holderId, pengganti: under.appointmentId };
    await writeAudit(tx, actOf(by, 'penggantian', details));
    await announceHeld(tx, one.holderId);
    return succeed({ id, ...under });
  });
}

/** Ends a substitution, audited, with the appointment that was given for it. False: there is none, or it was ended. */
export async function endSubstitution(
  db: Db,
  id: string,
  by: Acting | null,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const ended = await tx
      .updateTable('substitution')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning(['holder_id', 'substitute_id', 'given'])
      .executeTakeFirst();
    if (!ended) return false;
    await writeAudit(tx, actOf(by, 'penggantian_diakhiri', { penggantian: id }));
    const { substitute_id: under } = ended;
    if (ended.given && !(await isUsed(tx, under))) await endAppointment(tx, under, by, now);
    await announceHeld(tx, ended.holder_id);
    return true;
  });
}

/** Whether somebody acts by another letter under the same appointment. */
async function isUsed(tx: Tx, appointmentId: string): Promise<boolean> {
  const other = await tx
    .selectFrom('substitution')
    .select('id')
    .where('substitute_id', '=', appointmentId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}

/** The appointment under which the substitute acts: an own one to the same queue for all of these days, else a new one. */
async function appointmentOf(
  tx: Tx,
  { substituteId, from, until, letter }: NewSubstitution,
  holder: HeldAppointment,
  by: Acting | null,
): Promise<Omit<MadeSubstitution, 'id'>> {
  const { role, scope } = holder.account;
  const queue = queueKeyOf(role, scope);
  const own = (await findAppointments(tx, substituteId)).find(
    ({ account, validFrom, validUntil, endedAt }) =>
      queueKeyOf(account.role, account.scope) === queue &&
      endedAt === null &&
      validFrom <= from &&
      (validUntil === null || validUntil >= until),
  );
  if (own) {
    const { appointmentId } = own.account;
    const given = await tx
      .selectFrom('substitution')
      .select('id')
      .where('substitute_id', '=', appointmentId)
      .where('given', '=', true)
      .executeTakeFirst();
    return { appointmentId, given: given !== undefined };
  }
  const id = randomUUID();
  const dates = { validFrom: from, validUntil: until };
  const to = { id, accountId: substituteId, role, scope };
  const appointedBy = by?.accountId ?? null;
  await insertAppointments(tx, [{ ...to, ...dates, letter, appointedBy }], by);
  return { appointmentId: id, given: true };
}

/** Who may decide what an appointment has is another now: its readers are told. */
async function announceHeld(tx: Tx, appointmentId: string): Promise<void> {
  const { rows } = await sql<{
    id: string;
    opd_id: string;
    employee_id: string;
    stage: ActiveStage;
  }>`
    SELECT usul.id, usul.opd_id, usul.employee_id, held.stage
    FROM usul_assignment AS held
    JOIN usul ON usul.id = held.usul_id AND usul.keadaan = 'menunggu' AND usul.stage = held.stage
    WHERE held.appointment_id = ${appointmentId} AND held.waiting
    ORDER BY usul.id FOR UPDATE OF usul`.execute(tx);
  const places = await findOpdPlaces(
    tx,
    rows.map((row) => row.opd_id),
  );
  await announceChanges(
    tx,
    rows.map((row) => {
      const place = { ...places.get(row.opd_id)!, employeeId: row.employee_id };
      const keys = queueKeysOf(place, { kind: 'menunggu', stage: row.stage });
      return { usulId: row.id, before: keys, now: keys };
    }),
  );
}
