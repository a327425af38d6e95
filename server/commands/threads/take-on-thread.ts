import type { Sender } from '#server/commands/command-handler.ts';
import { lockUsul, type LockedUsul } from '#server/commands/usul-change.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import type { MessageOrigin, ThreadRow } from '#server/threads/append-message.ts';
import { findHolder } from '#server/threads/thread-holder.ts';
import type { Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { roleFitsScope, scopeCovers } from '#shared/workflow/authority/authority.ts';
import { isOwnUsul } from '#shared/workflow/authority/own-usul.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import type { MessageCommand, ThreadActCommand } from '#shared/workflow/threads/thread-commands.ts';
import { threadPart, type ThreadPart } from '#shared/workflow/threads/thread-rules.ts';

/** A thread of an usul, both locked, and how the sender takes part in it. */
export interface LockedThread {
  readonly usul: LockedUsul;
  readonly thread: ThreadRow;
  readonly part: ThreadPart;
}

/**
 * Locks a thread with its usul for one who takes part in it. A thread that is not there, of a place that the sender's scope
 * does not cover or of a stage at which others asked is refused alike; of his or her own usul nobody writes.
 */
export async function lockThread(
  tx: Tx,
  { account }: Sender,
  { threadId, usulId }: Pick<MessageCommand | ThreadActCommand, 'threadId' | 'usulId'>,
): Promise<Result<LockedThread, ApiError>> {
  // The usul first, as everybody who changes it does.
  const usul = usulId === undefined ? undefined : await lockUsul(tx, usulId);
  const thread = usul && (await lockRow(tx, threadId, usul.id));
  const { role, scope } = account;
  const part = thread?.stage ? threadPart(role, thread.stage) : null;
  const covered = usul && roleFitsScope(role, scope.kind) && scopeCovers(scope, usul.place);
  if (!usul || !thread || !covered || part === null) return fail(makeApiError('tidak_ditemukan'));
  if (isOwnUsul(account, usul.employeeNip)) {
    const { ownUsul: message, ownUsulAction: action } = specificMessages;
    return fail(makeApiError('tidak_berwenang', { message, action }));
  }
  return succeed({ usul, thread, part });
}

/** Why nobody may write in a thread, or this account may not, now; undefined: it may. */
export async function findThreadObstacle(
  tx: Tx,
  { thread, part }: LockedThread,
  accountId: string,
  now: Date,
): Promise<ApiError | undefined> {
  if (thread.state !== 'terbuka') {
    const { threadClosed: message, threadClosedAction: action } = specificMessages;
    return makeApiError('usul_berubah', { message, action });
  }
  if (part === 'asks') return undefined;
  const holder = await findHolder(tx, thread, now);
  if (!holder || holder.accountId === accountId) return undefined;
  return makeApiError('tidak_berwenang', {
    message: specificMessages.heldByOther(holder.name),
    action: specificMessages.heldByOtherAction,
  });
}

/** Who holds a thread from now on; null: nobody. */
export async function setHolder(
  tx: Tx,
  threadId: string,
  holderId: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('thread')
    .set({ holder_id: holderId, held_at: holderId === null ? null : now })
    .where('id', '=', threadId)
    .execute();
}

/** Notes that a person has read a thread up to a message; never less than before. False: that was known. */
export async function noteRead(
  tx: Tx,
  { id, last_seq: last }: Pick<ThreadRow, 'id' | 'last_seq'>,
  accountId: string,
  upTo: number,
): Promise<boolean> {
  const noted = await tx
    .insertInto('thread_read')
    .values({ thread_id: id, account_id: accountId, up_to: Math.min(upTo, last) })
    .onConflict((conflict) =>
      conflict
        .columns(['thread_id', 'account_id'])
        .doUpdateSet((eb) => ({ up_to: eb.ref('excluded.up_to') }))
        .whereRef('thread_read.up_to', '<', 'excluded.up_to'),
    )
    .executeTakeFirst();
  return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Tells those in whose queues the usul lies, or those of one queue alone, that what is told of it is other than before. */
export async function announceThread(
  tx: Tx,
  { id, place, position }: LockedUsul,
  only?: string | null,
): Promise<void> {
  const now = queueKeysOf(place, position).filter((key) => only === undefined || key === only);
  await announceChanges(tx, [{ usulId: id, before: now, now }]);
}

/** What brought a command about a thread. */
export function originOfThread(
  { account, deviceId, sessionId, appVersion }: Sender,
  { id, madeAt }: { readonly id: string; readonly madeAt: string },
): MessageOrigin {
  const { id: accountId, appointmentId } = account;
  return {
    id,
    accountId,
    appointmentId,
    madeAt: new Date(madeAt),
    deviceId,
    sessionId,
    appVersion,
  };
}

async function lockRow(tx: Tx, threadId: string, usulId: string): Promise<ThreadRow | undefined> {
  return tx
    .selectFrom('thread')
    .selectAll()
    .where('id', '=', threadId)
    .where('usul_id', '=', usulId)
    .forUpdate()
    .executeTakeFirst();
}
