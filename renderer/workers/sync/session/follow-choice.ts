import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { succeed } from '#shared/kernel/result.ts';

/**
 * Tells the server under which appointment the person goes on, where another one was chosen on this PC than that of the session.
 * Without a call where they agree, or where an older server named none.
 */
export async function followChoice(ports: SyncPorts): Promise<Step<void>> {
  const { api, database } = ports;
  const appointmentId = await readMeta(database, 'appointment');
  const ofSession = await readMeta(database, 'sessionAppointment');
  if (appointmentId === undefined || ofSession === undefined) return succeed(undefined);
  if (appointmentId === ofSession) return succeed(undefined);
  const body = { appointmentId };
  const answer = await withAccess(ports, (accessToken) =>
    api.call('chooseAppointment', { body }, { accessToken }),
  );
  // It turned out to have ended, or another one was chosen meanwhile.
  if ((await readMeta(database, 'appointment')) !== appointmentId) return succeed(undefined);
  if (!answer.ok) return answer;
  await writeMeta(database, 'sessionAppointment', appointmentId);
  return succeed(undefined);
}
