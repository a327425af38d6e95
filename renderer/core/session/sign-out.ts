import { unseatAccount } from '#renderer/data/keyring/host.ts';
import { leaveSession } from '#renderer/data/keyring/leave-session.ts';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import { stillWaiting } from '#renderer/core/session/session-sentences.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Leaves the desk in every window of this PC; refused while decisions wait to be sent, unless `force`. */
export async function signOut(
  ports: Pick<SessionPorts, 'host' | 'sync' | 'now'>,
  held: HeldDesk,
  force: boolean,
): Promise<Result<void, ShownError>> {
  const desk = held.owned;
  if (!desk) return succeed(undefined);
  const waiting = await countUndelivered(desk.database);
  if (waiting > 0 && !force) return fail(stillWaiting(waiting));
  const { id } = desk.owner;
  const sync = await ports.sync();
  try {
    const forgotten = await sync.signOut(id);
    // Without a worker the tokens are forgotten from here: whoever sits down next must not find them.
    if (!forgotten) await leaveSession(desk.database, id, ports.now());
    await unseatAccount(ports.host, id);
  } catch (cause) {
    // Unless another window signed out too and this desk is cleared already.
    if (held.holds(desk) && desk.key) sync.start(id, desk.key);
    throw cause;
  }
  await held.leave();
  return succeed(undefined);
}
