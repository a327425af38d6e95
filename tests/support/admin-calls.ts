import { randomUUID } from 'node:crypto';
import { addWaitingAccounts, hashOfNobodysPassword } from '#server/accounts/activation.ts';
import { inTransaction } from '#server/store/database.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { addAbsence } from '#server/assignment/absences.ts';
import { addSubstitution } from '#server/assignment/substitutions.ts';
import { addAccount, appoint, day, makeRefusal } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import type { Usul } from '#shared/records/usul.ts';

const kabA = { kind: 'instansi', id: 'kab-a' } as const;
const dinasA = { kind: 'opd', id: 'dinas-a' } as const;

/**
 * A good body of a route of admins of `kab-a`, with whatever it is about; undefined for another route. What it is about is new each
 * time: most of it can be done once.
 */
export async function adminBodyOf(
  { db }: Pick<TestServer, 'db'>,
  path: string,
  usul: Usul,
): Promise<object | undefined> {
  const person = () => addAccount(db, `pegawai-${randomUUID()}`, 'monitor', kabA);
  switch (path) {
    case apiRoutes.adminAddAccount.path:
      return { username: `baru-${randomUUID()}`, displayName: 'Petugas Baru', nip: null };
    case apiRoutes.adminResetAccount.path:
      return { accountId: (await person()).id };
    case apiRoutes.adminExportAudit.path:
      return { from: '2026-01-01' };
    case apiRoutes.adminResetFactor.path: {
      const { id } = await person();
      const factor = { account_id: id, secret: 'apa saja', last_step: 0, confirmed_at: new Date() };
      await db.insertInto('second_factor').values(factor).execute();
      return { accountId: id };
    }
    case apiRoutes.adminSetFactorRule.path:
      return { role: 'monitor', from: '2999-01-01' };
    case apiRoutes.adminChangeAccount.path:
      return { accountId: (await person()).id, active: false };
    case apiRoutes.adminAppoint.path: {
      const today = localDateIn('WIB', new Date());
      const letter = { number: '800/1/BKPSDM', date: today };
      const days = { validFrom: today, validUntil: null };
      return {
        accountId: (await person()).id,
        role: 'verifikator',
        scope: dinasA,
        ...days,
        letter,
      };
    }
    case apiRoutes.adminEndAppointment.path: {
      const { appointmentId } = await appoint(db, await person(), 'verifikator', dinasA);
      return { appointmentId, reason: 'Mutasi.' };
    }
    case apiRoutes.adminRuleDevice.path:
      return { deviceId: await addWaitingDevice(db, (await person()).id), ruling: 'setujui' };
    case apiRoutes.adminRuleHandover.path:
      return { id: await addHeld(db, (await person()).id, usul), ruling: 'tolak' };
    case apiRoutes.adminSlips.path:
      await addWaitingAsn(db);
      return { opdId: 'dinas-a' };
    case apiRoutes.adminKeepSchedule.path:
      return { holidays: [{ day: '2026-12-25', name: 'Natal' }] };
    case apiRoutes.adminSetRule.path:
      return { scope: dinasA, stage: 'verifikasi', rule: { kind: 'kolam', ambil: false } };
    case apiRoutes.adminAssign.path: {
      const { appointmentId: to } = await appoint(db, await person(), 'verifikator', dinasA);
      return { to, filter: { usulIds: [randomUUID()] }, reason: '' };
    }
    case apiRoutes.adminAddAbsence.path:
      return { accountId: (await person()).id, from: '2999-01-01', until: '2999-01-02' };
    case apiRoutes.adminEndAbsence.path: {
      const days = { from: day('2999-01-01'), until: day('2999-01-02') };
      return { id: await addAbsence(db, { accountId: (await person()).id, ...days }, null) };
    }
    case apiRoutes.adminAddSubstitution.path:
    case apiRoutes.adminEndSubstitution.path: {
      const { appointmentId: holderId } = await appoint(db, await person(), 'verifikator', dinasA);
      const days = { from: day('2999-01-01'), until: day('2999-01-02') };
      const letter = { number: '800/1/BKPSDM', date: day('2998-12-31') };
      const one = {
        holderId,
        substituteId: (await person()).id,
        kind: 'Plh.',
        letter,
        ...days,
      } as const;
      if (path === apiRoutes.adminAddSubstitution.path) return one;
      const made = await addSubstitution(db, one, null);
      return made.ok ? { id: made.value.id } : undefined;
    }
    default:
      return undefined;
  }
}

/** The ASN of `dinas-a` has an account that waits to be activated. */
export async function addWaitingAsn(db: TestServer['db']): Promise<void> {
  const nip = '198013012005011000';
  const known = await db.selectFrom('account').select('id').where('nip', '=', nip).execute();
  if (known.length > 0) return;
  const account = { id: randomUUID(), username: nip, nip, displayName: 'Contoh dinas-a' };
  const waitingHash = await hashOfNobodysPassword();
  await inTransaction(db, (tx) => addWaitingAccounts(tx, [account], waitingHash));
}

/** A PC that an account wants to use and that waits for an admin. */
export async function addWaitingDevice(
  db: TestServer['db'],
  accountId: string,
  deviceId: string = randomUUID(),
): Promise<string> {
  const now = new Date();
  await db
    .insertInto('device')
    .values({ id: deviceId, name: 'PC Baru', last_seen_at: now })
    .onConflict((same) => same.column('id').doNothing())
    .execute();
  await db
    .insertInto('enrolment')
    .values({ account_id: accountId, device_id: deviceId, state: 'menunggu', asked_at: now })
    .execute();
  return deviceId;
}

/** A decision of an account that came after its PC had ended. */
export async function addHeld(
  db: TestServer['db'],
  accountId: string,
  usul: Usul,
): Promise<string> {
  const deviceId = await addWaitingDevice(db, accountId);
  const decision = makeRefusal(usul, { deviceId });
  const at = new Date();
  await db
    .insertInto('handover_waiting')
    .values({
      decision_id: decision.id,
      account_id: accountId,
      device_id: deviceId,
      payload: JSON.stringify(decision),
      made_at: at,
      sealed_at: at,
      ended_at: at,
      pulled_at: null,
      received_at: at,
    })
    .execute();
  return decision.id;
}
