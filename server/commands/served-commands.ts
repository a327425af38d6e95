import type { CommandHandler } from '#server/commands/command-handler.ts';
import { decisionHandler } from '#server/commands/decision-handler.ts';
import { commandKinds, type Command, type CommandKinds } from '#shared/workflow/commands.ts';

/** The kinds of command that a server knows, and who takes the commands of each. */
export interface ServedCommands {
  readonly kinds: CommandKinds;
  readonly handlerOf: (command: Pick<Command, 'kind'>) => CommandHandler;
}

/** Handlers by the names of their kinds; throws for a kind that has none, which no schema lets through. */
export function serveCommands(
  kinds: CommandKinds,
  handlers: Readonly<Record<string, CommandHandler>>,
): ServedCommands {
  const byName = new Map(Object.entries(handlers));
  return {
    kinds,
    handlerOf: ({ kind }) => {
      const handler = byName.get(kind);
      if (!handler) throw new Error(`Nobody handles the kind of command "${kind}".`);
      return handler;
    },
  };
}

/** Every kind of command of this server. */
export const servedCommands = serveCommands(commandKinds, { putusan: decisionHandler });
