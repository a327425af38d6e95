import { randomUUID } from 'node:crypto';
import { apiRoutes } from '#shared/contract/api.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { addAccount, appoint, makeRefusal } from '#tests/support/builders.ts';
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
    case apiRoutes.adminKeepSchedule.path:
      return { holidays: [{ day: '2026-12-25', name: 'Natal' }] };
    default:
      return undefined;
  }
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
