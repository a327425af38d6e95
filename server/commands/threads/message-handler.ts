import { sql, type Selectable } from 'kysely';
import {
  refuse,
  type CommandHandler,
  type Sender,
  type Taken,
} from '#server/commands/command-handler.ts';
import {
  announceThread,
  findThreadObstacle,
  lockThread,
  originOfThread,
  setHolder,
} from '#server/commands/threads/take-on-thread.ts';
import { isDecisionKnown } from '#server/commands/take-decision.ts';
import { receiptOf } from '#server/epoch/receipts.ts';
import { replyToTicket } from '#server/helpdesk/change-ticket.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import type { ThreadMessageTable } from '#server/store/thread-tables.ts';
import { appendMessage, type AppendedMessage } from '#server/threads/append-message.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { MessageCommand } from '#shared/workflow/threads/thread-commands.ts';
import { mostMessages } from '#shared/workflow/threads/thread-rules.ts';

type MessageRow = Selectable<ThreadMessageTable>;
/** Of a message that a command brought. */
type AcceptedMessage = Pick<MessageRow, 'id' | 'seq' | 'epoch' | 'received_at'> & {
  readonly hash: string;
};

/** Messages in threads, each taken in once: its id is the command's. */
export const messageHandler: CommandHandler<MessageCommand> = {
  take: async ({ db, now }, sender, command) => {
    const take = () =>
      inTransaction(db, (tx) =>
        command.usulId === undefined
          ? takeReply(tx, sender, command, now())
          : takeMessage(tx, sender, command, now()),
      );
    const taken = await take().catch((error: unknown) => {
      // The same one came in at the same moment elsewhere: now it is there to be compared.
      if (!isUniqueViolation(error, 'thread_message_pkey')) throw error;
      return take();
    });
    if (!taken.ok) return refuse(command.id, taken.error);
    return takenOf(db, sender.account.id, taken.value);
  },
  isKnown: async (db, id) => (await findMessage(db, id)) !== undefined,
  findTaken: async (db, accountId, ids) => {
    const rows = await db
      .selectFrom('thread_message')
      .selectAll()
      .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
      .where('account_id', '=', accountId)
      .where('kind', '=', 'pesan')
      .execute();
    return Promise.all(rows.map((row) => takenOf(db, accountId, accepted(row))));
  },
};

/** Takes a message in; nothing is written when it is refused. */
export async function takeMessage(
  tx: Tx,
  sender: Sender,
  command: MessageCommand,
  now: Date,
): Promise<Result<AcceptedMessage, ApiError>> {
  const locked = await lockThread(tx, sender, command);
  // Looked up after the lock: of two deliveries at the same time the second one finds what the first one wrote.
  const earlier = await findMessage(tx, command.id);
  if (earlier) {
    const isSame =
      earlier.account_id === sender.account.id &&
      earlier.thread_id === command.threadId &&
      earlier.text === command.text;
    return isSame ? succeed(accepted(earlier)) : fail(makeApiError('id_bentrok'));
  }
  if (!locked.ok) return locked;
  const { usul, thread, part } = locked.value;
  const { account } = sender;
  const obstacle = await findThreadObstacle(tx, locked.value, account.id, now);
  if (obstacle) return fail(obstacle);
  if (await isFull(tx, thread.id)) {
    const { threadFull: message, threadFullAction: action } = specificMessages;
    return fail(makeApiError('terlalu_besar', { message, action }));
  }
  if (await isDecisionKnown(tx, command.id)) return fail(makeApiError('id_bentrok'));
  const appended = await appendMessage(tx, thread, {
    origin: originOfThread(sender, command),
    kind: 'pesan',
    authorName: account.displayName,
    authorRole: account.role,
    text: command.text,
    receivedAt: now,
  });
  if (part === 'answers') await setHolder(tx, thread.id, account.appointmentId, now);
  await announceThread(tx, usul);
  await writeAudit(tx, {
    accountId: account.id,
    deviceId: sender.deviceId,
    action: 'pesan',
    details: {
      messageId: command.id,
      threadId: thread.id,
      seq: appended.seq,
      ...underAppointment(account.appointmentId),
    },
  });
  return succeed(acceptedAs(command.id, appended));
}

/** A message of whoever reported a ticket, which is about no usul. */
async function takeReply(
  tx: Tx,
  sender: Sender,
  command: MessageCommand,
  now: Date,
): Promise<Result<AcceptedMessage, ApiError>> {
  const { account, deviceId } = sender;
  const { id, threadId: ticketId, text } = command;
  const origin = originOfThread(sender, command);
  const change = { account, deviceId, ticketId, origin, text, awaits: false, now };
  const done = await replyToTicket(tx, change);
  return done.ok ? succeed(acceptedAs(id, done.value)) : done;
}

function acceptedAs(
  id: string,
  { seq, hash, epoch, receivedAt }: AppendedMessage,
): AcceptedMessage {
  return { id, seq, hash, epoch, received_at: receivedAt };
}

/** The answer to a command whose message was taken in. */
export async function takenMessageOf(
  db: Db,
  accountId: string,
  id: string,
  appended: AppendedMessage,
): Promise<Taken> {
  return takenOf(db, accountId, acceptedAs(id, appended));
}

async function isFull(tx: Tx, threadId: string): Promise<boolean> {
  const { count } = await tx
    .selectFrom('thread_message')
    .select(sql<number>`count(*)`.as('count'))
    .where('thread_id', '=', threadId)
    .where('kind', '=', 'pesan')
    .executeTakeFirstOrThrow();
  return count >= mostMessages;
}

/** A message that a command of this kind brought; questions and answers came with decisions. */
async function findMessage(db: Db | Tx, id: string): Promise<MessageRow | undefined> {
  return db
    .selectFrom('thread_message')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', 'pesan')
    .executeTakeFirst();
}

function accepted({ id, seq, epoch, hash, received_at }: MessageRow): AcceptedMessage {
  if (hash === null) throw new Error('A message that a command brought has no hash.');
  return { id, seq, epoch, hash, received_at };
}

async function takenOf(
  db: Db,
  accountId: string,
  { id, seq: chainSeq, hash, epoch, received_at: receivedAt }: AcceptedMessage,
): Promise<Taken> {
  const receipt = await receiptOf(db, { id, accountId, epoch, chainSeq, hash });
  return { kind: 'diterima', id, receivedAt: receivedAt.toISOString(), chainSeq, hash, receipt };
}
