import { sql, type SqlBool } from 'kysely';
import { helpdeskOf } from '#server/helpdesk/helpdesk-of.ts';
import { findTicket, type TicketRow } from '#server/helpdesk/ticket-access.ts';
import { noteTicketRead } from '#server/threads/ticket-news.ts';
import type { Db } from '#server/store/database.ts';
import {
  ticketsOnPage,
  type Ticket,
  type TicketPage,
  type ticketViews,
  type WholeTicket,
} from '#shared/contract/tickets.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';

/** What a reader asks for. */
export interface TicketQuery {
  readonly view: (typeof ticketViews)[number];
  /** Number of the last ticket of the page before. */
  readonly before?: number | undefined;
}

/** So much of what was reported stands in a list. */
const excerptLength = 140;

/** Tickets of the helpdesk at which the account works, else those that it reported, the newest first. */
export async function listTickets(
  db: Db,
  account: AppointedAccount,
  query: TicketQuery,
  now: Date,
): Promise<TicketPage> {
  const key = await deskKeyOf(db, account);
  const rows = await selectTickets(db, account.id)
    .where((where) =>
      key === null
        ? where('ticket.reporter_id', '=', account.id)
        : where.and([where('ticket.desk_key', '=', key), inView(query.view, account.id, now)]),
    )
    .$if(query.before !== undefined, (some) => some.where('ticket.number', '<', query.before!))
    .orderBy('ticket.number', 'desc')
    .limit(ticketsOnPage + 1)
    .execute();
  const page = rows.slice(0, ticketsOnPage);
  return {
    tickets: page.map((row) => toTicket(row, account.id, now)),
    counts: key === null ? noCounts : await countOpen(db, key, account.id, now),
    next: rows.length > page.length ? (page.at(-1)?.number ?? null) : null,
  };
}

/** A ticket with all that was written in it; undefined where the account may not see it, or there is none. */
export async function readTicket(
  db: Db,
  account: AppointedAccount,
  id: string,
  now: Date,
): Promise<WholeTicket | undefined> {
  const found = await findTicket(db, account, id);
  if (!found) return undefined;
  const row = await selectTickets(db, account.id)
    .where('ticket.id', '=', id)
    .executeTakeFirstOrThrow();
  const messages = await db
    .selectFrom('thread_message')
    .selectAll()
    .where('thread_id', '=', id)
    .orderBy('seq')
    .execute();
  const officer = found.side === 'petugas';
  if (found.ticket.reporter_id === account.id) {
    await noteTicketRead(db, account.id, id, messages.at(-1)?.seq ?? 0);
  }
  return {
    ticket: toTicket(row, account.id, now),
    messages: messages.map((message) => ({
      id: message.id,
      seq: message.seq,
      at: message.received_at.toISOString(),
      kind: message.kind,
      authorName: message.author_name,
      authorRole: message.author_role,
      text: message.text,
      ...(message.account_id === account.id && { mine: true as const }),
    })),
    diagnostics: officer ? row.diagnostics : null,
    stepsDone: officer ? row.steps_done : [],
    officer,
  };
}

async function deskKeyOf(db: Db, account: AppointedAccount): Promise<string | null> {
  return account.role === 'helpdesk' ? ((await helpdeskOf(db, account))?.key ?? null) : null;
}

/** How much of others in a ticket its reporter has not read; 0 for anybody else. */
function unreadBy(accountId: string) {
  return sql<number>`(SELECT count(*)::integer FROM thread_message AS message
    WHERE ticket.reporter_id = ${accountId}::uuid AND message.thread_id = ticket.id
      AND message.account_id IS DISTINCT FROM ${accountId}::uuid
      AND message.seq > coalesce((SELECT up_to FROM thread_read AS seen
        WHERE seen.thread_id = ticket.id AND seen.account_id = ${accountId}::uuid), 0))`;
}

function selectTickets(db: Db, accountId: string) {
  return db
    .selectFrom('ticket')
    .leftJoin('account as officer', 'officer.id', 'ticket.officer_id')
    .innerJoin('thread_message as reported', 'reported.id', 'ticket.id')
    .selectAll('ticket')
    .select('officer.display_name as officer_name')
    .select(unreadBy(accountId).as('unread'))
    .select(sql<string>`left(reported.text, ${sql.lit(excerptLength)})`.as('excerpt'));
}

const noCounts = { saya: 0, tanpa_petugas: 0, terlambat: 0, terbuka: 0 };

/** Counted over what is open alone, along its own index. */
async function countOpen(
  db: Db,
  key: string,
  accountId: string,
  now: Date,
): Promise<TicketPage['counts']> {
  const count = (view: TicketQuery['view']) =>
    sql<number>`count(*) FILTER (WHERE ${inView(view, accountId, now)})`;
  return db
    .selectFrom('ticket')
    .select([
      count('saya').as('saya'),
      count('tanpa_petugas').as('tanpa_petugas'),
      count('terlambat').as('terlambat'),
      count('terbuka').as('terbuka'),
    ])
    .where('desk_key', '=', key)
    .where('state', '<>', 'selesai')
    .executeTakeFirstOrThrow();
}

function inView(view: TicketQuery['view'], accountId: string, now: Date) {
  switch (view) {
    case 'saya':
      return sql<SqlBool>`ticket.state <> 'selesai' AND ticket.officer_id = ${accountId}::uuid`;
    case 'tanpa_petugas':
      return sql<SqlBool>`ticket.state <> 'selesai' AND ticket.officer_id IS NULL`;
    case 'terlambat':
      return sql<SqlBool>`ticket.state <> 'selesai' AND ticket.first_answer_at IS NULL AND ticket.due_at < ${now}::timestamptz`;
    case 'terbuka':
      return sql<SqlBool>`ticket.state <> 'selesai'`;
    case 'selesai':
      return sql<SqlBool>`ticket.state = 'selesai'`;
  }
}

interface ListedRow extends TicketRow {
  readonly officer_name: string | null;
  readonly excerpt: string;
  readonly unread: number;
}

function toTicket(row: ListedRow, accountId: string, now: Date): Ticket {
  const answered = row.first_answer_at;
  const isOpen = row.state !== 'selesai';
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    ticketKind: row.kind,
    state: row.state,
    channel: row.channel,
    reporterName: row.reporter_name,
    reporterNip: row.reporter_nip,
    officerName: row.officer_name,
    mine: row.officer_id === accountId,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    overdue: isOpen && answered === null && row.due_at < now,
    minutesToAnswer:
      answered && Math.max(0, Math.floor((answered.getTime() - row.opened_at.getTime()) / 60_000)),
    excerpt: row.excerpt,
    ...(row.unread > 0 && { unread: row.unread }),
  };
}
