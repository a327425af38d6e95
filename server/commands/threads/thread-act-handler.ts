import { sql, type Selectable } from 'kysely';
import {
  refuse,
  type CommandHandler,
  type Sender,
  type Taken,
} from '#server/commands/command-handler.ts';
import { genesisHash } from '#server/commands/chain.ts';
import {
  announceThread,
  findThreadObstacle,
  lockThread,
  noteRead,
  setHolder,
  type LockedThread,
} from '#server/commands/threads/take-on-thread.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import type { ThreadActTable } from '#server/store/thread-tables.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { queueKeyOf } from '#shared/workflow/queues.ts';
import type { ThreadActCommand } from '#shared/workflow/threads/thread-commands.ts';

type ActRow = Selectable<ThreadActTable>;

/** Taking a thread on, leaving it to others, having read it: each is noted once, and is no link of any chain. */
export const threadActHandler: CommandHandler<ThreadActCommand> = {
  take: async ({ db, now }, sender, command) => {
    const take = () => inTransaction(db, (tx) => takeAct(tx, sender, command, now()));
    const taken = await take().catch((error: unknown) => {
      if (!isUniqueViolation(error, 'thread_act_pkey')) throw error;
      return take();
    });
    return taken.ok ? takenOf(taken.value) : refuse(command.id, taken.error);
  },
  isKnown: async (db, id) => (await findAct(db, id)) !== undefined,
  findTaken: async (db, accountId, ids) => {
    const rows = await db
      .selectFrom('thread_act')
      .selectAll()
      .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
      .where('account_id', '=', accountId)
      .execute();
    return rows.map(takenOf);
  },
};

async function takeAct(
  tx: Tx,
  sender: Sender,
  command: ThreadActCommand,
  now: Date,
): Promise<Result<Pick<ActRow, 'id' | 'received_at'>, ApiError>> {
  const locked = await lockThread(tx, sender, command);
  const { id: accountId, appointmentId } = sender.account;
  const earlier = await findAct(tx, command.id);
  if (earlier) {
    const isSame =
      earlier.account_id === accountId &&
      earlier.thread_id === command.threadId &&
      earlier.act === command.act;
    return isSame ? succeed(earlier) : fail(makeApiError('id_bentrok'));
  }
  if (!locked.ok) return locked;
  const done = await act(tx, locked.value, sender, command, now);
  if (!done.ok) return done;
  const row = {
    id: command.id,
    thread_id: command.threadId,
    account_id: accountId,
    appointment_id: appointmentId,
    act: command.act,
    up_to: command.upTo,
    device_id: sender.deviceId,
    received_at: now,
  };
  // What changed nothing leaves nothing behind: it may come as often as anybody likes.
  if (done.value === 'baru') await tx.insertInto('thread_act').values(row).execute();
  return succeed(row);
}

async function act(
  tx: Tx,
  locked: LockedThread,
  sender: Sender,
  command: ThreadActCommand,
  now: Date,
): Promise<Result<'baru' | 'sama', ApiError>> {
  const { usul, thread, part } = locked;
  const { account, deviceId } = sender;
  if (command.act === 'baca') {
    if (!(await noteRead(tx, thread, account.id, command.upTo))) return succeed('sama');
    await announceThread(tx, usul, queueKeyOf(account.role, account.scope));
    return succeed('baru');
  }
  if (part !== 'answers') return fail(makeApiError('tidak_berwenang'));
  const obstacle = await findThreadObstacle(tx, locked, account.id, now);
  if (obstacle) return fail(obstacle);
  const holds = command.act === 'tangani';
  await setHolder(tx, thread.id, holds ? account.appointmentId : null, now);
  await announceThread(tx, usul);
  await writeAudit(tx, {
    accountId: account.id,
    deviceId,
    action: holds ? 'utas_ditangani' : 'utas_dilepas',
    details: { threadId: thread.id, ...underAppointment(account.appointmentId) },
  });
  return succeed('baru');
}

async function findAct(db: Db | Tx, id: string): Promise<ActRow | undefined> {
  return db.selectFrom('thread_act').selectAll().where('id', '=', id).executeTakeFirst();
}

/** An act has no number of its own and no hash; nothing is proven by it. */
function takenOf({ id, received_at: receivedAt }: Pick<ActRow, 'id' | 'received_at'>): Taken {
  const at = receivedAt.toISOString();
  return { kind: 'diterima', id, receivedAt: at, chainSeq: 1, hash: genesisHash };
}
