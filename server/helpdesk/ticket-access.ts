import type { Selectable } from 'kysely';
import { helpdeskOf } from '#server/helpdesk/helpdesk-of.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { TicketTable } from '#server/store/ticket-tables.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import type { TicketSide } from '#shared/workflow/helpdesk/ticket.ts';

/** A ticket as it lies. */
export type TicketRow = Selectable<TicketTable>;

/** A ticket, and as what the account stands to it. */
export interface FoundTicket {
  readonly ticket: TicketRow;
  readonly side: TicketSide;
}

/**
 * The ticket with this id as an officer of its helpdesk or whoever reported it may see it; undefined for anybody else, and
 * where there is none.
 */
export async function findTicket(
  db: Db | Tx,
  account: AppointedAccount,
  id: string,
): Promise<FoundTicket | undefined> {
  const ticket = await db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst();
  return ticket && sideOf(db, account, ticket);
}

/** The same, locked until the transaction ends. */
export async function lockTicket(
  tx: Tx,
  account: AppointedAccount,
  id: string,
): Promise<FoundTicket | undefined> {
  const ticket = await tx
    .selectFrom('ticket')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return ticket && sideOf(tx, account, ticket);
}

async function sideOf(
  db: Db | Tx,
  account: AppointedAccount,
  ticket: TicketRow,
): Promise<FoundTicket | undefined> {
  if (account.role === 'helpdesk') {
    const desk = await helpdeskOf(db, account);
    if (desk?.key === ticket.desk_key) return { ticket, side: 'petugas' };
  }
  return ticket.reporter_id === account.id ? { ticket, side: 'pelapor' } : undefined;
}
