import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { noteServerClock } from '#renderer/data/feed/server-clock.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { succeed } from '#shared/kernel/result.ts';
import { queueRoles } from '#shared/workflow/queues.ts';

/** Whether whoever sits here has a queue at the server; who does not asks it for what is looked at, and keeps nothing of it. */
export async function hasQueue({ database }: Pick<SyncPorts, 'database'>): Promise<boolean> {
  const profile = await readSealedMeta(database, 'profile');
  // Where the profile cannot be read the server says so.
  return profile === undefined || queueRoles.includes(profile.account.role);
}

/** In the place of an exchange: that the session stands and the server answers, and how this PC's clock stands. */
export async function attend(
  ports: SyncPorts,
  onAnswer: () => void | Promise<void>,
): Promise<Step<void>> {
  let askedAt = ports.now();
  const answer = await withAccess(ports, (accessToken) => {
    askedAt = ports.now();
    return ports.api.call('presence', {}, { accessToken });
  });
  if (!answer.ok) return answer;
  const { serverTime } = answer.value;
  await noteServerClock(ports.database, { askedAt, answeredAt: ports.now(), serverTime });
  await onAnswer();
  return succeed(undefined);
}
