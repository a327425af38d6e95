import { refuse, type CommandHandler } from '#server/commands/command-handler.ts';
import { takenMessageOf } from '#server/commands/threads/message-handler.ts';
import { originOfThread } from '#server/commands/threads/take-on-thread.ts';
import { openTicket } from '#server/helpdesk/open-ticket.ts';
import { inTransaction, isUniqueViolation } from '#server/store/database.ts';
import type { TicketCommand } from '#shared/workflow/helpdesk/ticket-commands.ts';

/** Tickets that were reported at one's own desk, each opened once; its first message has its id. */
export const ticketHandler: CommandHandler<TicketCommand> = {
  take: async ({ db, now }, sender, command) => {
    const { account } = sender;
    const origin = originOfThread(sender, command);
    const take = () =>
      inTransaction(db, (tx) => openTicket(tx, { account, origin, content: command, now: now() }));
    const taken = await take().catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      return take();
    });
    if (!taken.ok) return refuse(command.id, taken.error);
    return takenMessageOf(db, account.id, command.id, taken.value);
  },
  isKnown: async (db, id) => {
    const row = db.selectFrom('ticket').select('id').where('id', '=', id).executeTakeFirst();
    return (await row) !== undefined;
  },
  // Its first message is found among the messages.
  findTaken: () => Promise.resolve([]),
};
