import { sql } from 'kysely';
import { lockTicket, type FoundTicket } from '#server/helpdesk/ticket-access.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Tx } from '#server/store/database.ts';
import {
  appendMessage,
  type AppendedMessage,
  type MessageOrigin,
} from '#server/threads/append-message.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import {
  afterTicketAct,
  afterTicketMessage,
  type TicketAct,
  type TicketState,
} from '#shared/workflow/helpdesk/ticket.ts';
import { mostMessages } from '#shared/workflow/threads/thread-rules.ts';

/** Who changes a ticket, and which. */
export interface TicketChange {
  readonly account: AppointedAccount;
  readonly deviceId: string;
  readonly ticketId: string;
  readonly now: Date;
}

/** A message in a ticket; `awaits`: the officer waits for whoever reported it. */
export interface TicketReply extends TicketChange {
  readonly origin: MessageOrigin;
  readonly text: string;
  readonly awaits: boolean;
}

/** Writes a message into a ticket, exactly once, and moves the ticket as that means. */
export async function replyToTicket(
  tx: Tx,
  reply: TicketReply,
): Promise<Result<AppendedMessage, ApiError>> {
  const { account, ticketId, origin, text, now } = reply;
  const found = await lockTicket(tx, account, ticketId);
  const earlier = await findEarlier(tx, reply);
  if (earlier) return earlier;
  if (!found) return fail(makeApiError('tidak_ditemukan'));
  const { ticket, side } = found;
  const thread = await tx
    .selectFrom('thread')
    .selectAll()
    .where('id', '=', ticketId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (thread.last_seq >= mostMessages) {
    const { threadFull: message, ticketFullAction: action } = specificMessages;
    return fail(makeApiError('terlalu_besar', { message, action }));
  }
  const appended = await appendMessage(tx, thread, {
    origin,
    kind: 'pesan',
    authorName: account.displayName,
    authorRole: account.role,
    text,
    receivedAt: now,
  });
  const answers = side === 'petugas';
  await move(tx, found, afterTicketMessage(ticket.state, side, reply.awaits), now, {
    ...(answers && ticket.officer_id === null && { officer_id: account.id }),
    ...(answers && ticket.first_answer_at === null && { first_answer_at: now }),
  });
  await audit(tx, reply, 'tiket_pesan');
  return succeed(appended);
}

/** Does something else to a ticket that was seen in that version. */
export async function actOnTicket(
  tx: Tx,
  change: TicketChange & { readonly version: number; readonly act: TicketAct },
): Promise<Result<void, ApiError>> {
  const { account, ticketId, act, now } = change;
  const found = await lockTicket(tx, account, ticketId);
  if (!found) return fail(makeApiError('tidak_ditemukan'));
  const { ticket, side } = found;
  if (ticket.version !== change.version) {
    const { ticketChanged: message, ticketChangedAction: action } = specificMessages;
    return fail(makeApiError('usul_berubah', { message, action }));
  }
  const next = afterTicketAct(ticket.state, act, side);
  if (!next.ok) {
    return fail(
      makeApiError(next.error.kind === 'bukan_wewenang' ? 'tidak_berwenang' : 'tidak_sah'),
    );
  }
  await move(tx, found, next.value, now, {
    ...(act === 'ambil' && { officer_id: account.id }),
    ...(act === 'lepas' && { officer_id: null }),
  });
  await audit(tx, change, `tiket_${act}`);
  return succeed(undefined);
}

/** Notes which steps of its kind are done. */
export async function noteSteps(
  tx: Tx,
  change: TicketChange,
  done: readonly number[],
): Promise<Result<void, ApiError>> {
  const found = await lockTicket(tx, change.account, change.ticketId);
  if (found?.side !== 'petugas') return fail(makeApiError('tidak_ditemukan'));
  await tx
    .updateTable('ticket')
    .set({ steps_done: [...new Set(done)].toSorted((a, b) => a - b) })
    .where('id', '=', change.ticketId)
    .execute();
  return succeed(undefined);
}

async function move(
  tx: Tx,
  { ticket }: FoundTicket,
  state: TicketState,
  now: Date,
  also: { readonly officer_id?: string | null; readonly first_answer_at?: Date },
): Promise<void> {
  await tx
    .updateTable('ticket')
    .set({
      ...also,
      state,
      version: sql`version + 1`,
      changed_at: now,
      closed_at: state === 'selesai' ? now : null,
    })
    .where('id', '=', ticket.id)
    .execute();
}

async function findEarlier(
  tx: Tx,
  { account, ticketId, origin, text }: TicketReply,
): Promise<Result<AppendedMessage, ApiError> | undefined> {
  const row = await tx
    .selectFrom('thread_message')
    .selectAll()
    .where('id', '=', origin.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const isSame = row.account_id === account.id && row.thread_id === ticketId && row.text === text;
  if (!isSame || row.hash === null) return fail(makeApiError('id_bentrok'));
  const { received_at: receivedAt, seq, hash, epoch } = row;
  return succeed({ receivedAt, seq, hash, epoch });
}

async function audit(
  tx: Tx,
  { account, deviceId, ticketId }: TicketChange,
  action: 'tiket_pesan' | `tiket_${TicketAct}`,
): Promise<void> {
  await writeAudit(tx, { accountId: account.id, deviceId, action, details: { ticketId } });
}
