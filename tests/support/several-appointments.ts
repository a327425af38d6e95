import { endAppointment } from '#server/accounts/appointments.ts';
import type { Db } from '#server/store/database.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { addAccount, appoint } from '#tests/support/builders.ts';
import type { TestClient } from '#tests/support/server.ts';

/** What a person may be over in `addPerson`. */
export const opdA = { kind: 'opd', id: 'dinas-a' } as const;
/** The same, as approver. */
export const instansiA = { kind: 'instansi', id: 'kab-a' } as const;

let count = 0;

/** A person who is monitor, verifikator of `dinas-a` and approver of its instansi. */
export async function addPerson(db: Db) {
  count += 1;
  const monitor = await addAccount(db, `rangkap-${count}`, 'monitor', instansiA);
  const verifikator = await appoint(db, monitor, 'verifikator', opdA);
  const approver = await appoint(db, monitor, 'approver', instansiA);
  return { monitor, verifikator, approver };
}

/** Ends one of them. */
export async function endNow(db: Db, account: AppointedAccount): Promise<void> {
  await endAppointment(db, account.appointmentId, null, new Date());
}

/** The usul that lie in the queue of the appointment in use. */
export async function toldTo(by: TestClient): Promise<readonly Usul[]> {
  const answer = await by.fetch('/api/v1/changes?limit=500');
  return changesPageSchema
    .parse(await answer.json())
    .changes.flatMap((change) => (change.kind === 'usul' ? change.usul : []));
}
