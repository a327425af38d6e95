import { assignmentHandler } from '#server/commands/assignment-handler.ts';
import { bulkHandler } from '#server/bulk/bulk-handler.ts';
import type { CommandHandler } from '#server/commands/command-handler.ts';
import { decisionHandler } from '#server/commands/decision-handler.ts';
import { employeeActHandler } from '#server/commands/employee/employee-act-handler.ts';
import { messageHandler } from '#server/commands/threads/message-handler.ts';
import { threadActHandler } from '#server/commands/threads/thread-act-handler.ts';
import { ticketHandler } from '#server/commands/threads/ticket-handler.ts';
import { commandKinds, type Command, type CommandKinds } from '#shared/workflow/commands.ts';

/** The kinds of command that a server knows, and who takes the commands of each. */
export interface ServedCommands {
  readonly kinds: CommandKinds;
  readonly handlerOf: (command: Pick<Command, 'kind'>) => CommandHandler;
  readonly handlers: readonly CommandHandler[];
}

/** A handler for each of the kinds; `handlerOf` throws for any other, which no schema lets through. */
export function serveCommands<K extends string>(
  kinds: CommandKinds<K>,
  handlers: Readonly<Record<K, CommandHandler>>,
): ServedCommands {
  return {
    kinds,
    handlerOf: ({ kind }) => {
      if (!kinds.has(kind)) throw new Error(`Nobody handles the kind of command "${kind}".`);
      return handlers[kind];
    },
    // One may take several kinds: it is asked once what it took in.
    handlers: [...new Set(Object.values<CommandHandler>(handlers))],
  };
}

/** Every kind of command of this server. */
export const servedCommands = serveCommands(commandKinds, {
  putusan: decisionHandler,
  jawaban: decisionHandler,
  ambil: assignmentHandler,
  ambil_alih: assignmentHandler,
  setujuiMassal: bulkHandler,
  sahkanMassal: bulkHandler,
  batalkanMassal: bulkHandler,
  pesan: messageHandler,
  utas: threadActHandler,
  tiket: ticketHandler,
  ajukan_ulang: employeeActHandler,
  tarik: employeeActHandler,
});
