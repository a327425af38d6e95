import { sql } from 'kysely';
import { helpdeskOf, type Helpdesk } from '#server/helpdesk/helpdesk-of.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Tx } from '#server/store/database.ts';
import {
  appendMessage,
  type AppendedMessage,
  type MessageOrigin,
} from '#server/threads/append-message.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { endOfDay } from '#shared/kernel/time-zone.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import type { TicketContent, TicketReporter } from '#shared/workflow/helpdesk/ticket-commands.ts';
import { daysAfter } from '#shared/workflow/schedule/work-calendar.ts';

/** Tickets that one account opens in a day: an officer at the counter opens many, nobody thousands. */
const mostADay = 200;
const dayMs = 86_400_000;

/** A ticket to open, by whom, and what brought it. */
export interface OpenedTicket {
  readonly account: AppointedAccount;
  readonly origin: MessageOrigin;
  readonly content: TicketContent;
  /** For somebody who came to an officer; absent: one's own. */
  readonly reporter?: TicketReporter | undefined;
  readonly now: Date;
}

/** Opens a ticket, exactly once: its id is that of the command or request that brought it. */
export async function openTicket(
  tx: Tx,
  opened: OpenedTicket,
): Promise<Result<AppendedMessage, ApiError>> {
  const { account, content, reporter, now } = opened;
  const earlier = await findEarlier(tx, opened);
  if (earlier) return earlier;
  const desk = await helpdeskOf(tx, account);
  // Only an officer reports for others.
  if (!desk || (reporter && account.role !== 'helpdesk')) {
    return fail(makeApiError('tidak_berwenang'));
  }
  if (await hasTooMany(tx, account.id, now)) return fail(makeApiError('terlalu_sering'));
  await insertTicket(tx, opened, desk);
  const appended = await appendMessage(
    tx,
    { id: content.id, last_seq: 0, last_hash: '0'.repeat(64) },
    {
      origin: opened.origin,
      kind: 'pesan',
      authorName: account.displayName,
      authorRole: account.role,
      text: content.text,
      receivedAt: now,
    },
  );
  await writeAudit(tx, {
    accountId: account.id,
    deviceId: opened.origin.deviceId,
    action: 'tiket_dibuka',
    details: { ticketId: content.id, kind: content.ticketKind },
  });
  return succeed(appended);
}

async function insertTicket(
  tx: Tx,
  { account, content, reporter, now }: OpenedTicket,
  desk: Helpdesk,
): Promise<void> {
  await tx
    .insertInto('thread')
    .values({
      id: content.id,
      instansi_id: desk.instansiId,
      state: 'terbuka',
      asked_at: now,
      usul_id: null,
      revision: null,
      stage: null,
    })
    .execute();
  await tx
    .insertInto('ticket')
    .values({
      id: content.id,
      desk_key: desk.key,
      number: await nextNumber(tx, desk),
      kind: content.ticketKind,
      state: 'baru',
      channel: reporter?.channel ?? 'aplikasi',
      reporter_id: reporter ? null : account.id,
      reporter_name: reporter?.name ?? account.displayName,
      reporter_nip: reporter ? (reporter.nip ?? '') : (account.nip ?? ''),
      opened_by: account.id,
      opened_at: now,
      changed_at: now,
      due_at: await dueAt(tx, desk, now),
      diagnostics: content.diagnostics ? JSON.stringify(content.diagnostics) : null,
    })
    .execute();
}

async function findEarlier(
  tx: Tx,
  { account, content }: OpenedTicket,
): Promise<Result<AppendedMessage, ApiError> | undefined> {
  const row = await tx
    .selectFrom('thread_message')
    .selectAll()
    .where('id', '=', content.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const isSame =
    row.account_id === account.id && row.thread_id === content.id && row.text === content.text;
  if (!isSame || row.hash === null) return fail(makeApiError('id_bentrok'));
  const { received_at: receivedAt, seq, hash, epoch } = row;
  return succeed({ receivedAt, seq, hash, epoch });
}

async function hasTooMany(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const { count } = await tx
    .selectFrom('thread_message')
    .innerJoin('ticket', 'ticket.id', 'thread_message.id')
    .select(sql<number>`count(*)`.as('count'))
    .where('ticket.opened_by', '=', accountId)
    .where('ticket.opened_at', '>', new Date(now.getTime() - dayMs))
    .executeTakeFirstOrThrow();
  return count >= mostADay;
}

async function nextNumber(tx: Tx, { key }: Helpdesk): Promise<number> {
  const { number } = await tx
    .insertInto('ticket_counter')
    .values({ desk_key: key, number: 1 })
    .onConflict((conflict) =>
      conflict.column('desk_key').doUpdateSet({ number: sql`ticket_counter.number + 1` }),
    )
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** A first answer is due by the end of the next day on which the office works; BKN keeps no calendar here, and has three days. */
async function dueAt(tx: Tx, { instansiId }: Helpdesk, now: Date): Promise<Date> {
  if (instansiId === null) return new Date(now.getTime() + 3 * dayMs);
  const { today, timeZone, calendar } = await readSchedule(tx, { instansiId, periodId: null }, now);
  return endOfDay(timeZone, daysAfter(today, 1, 'kerja', calendar));
}
