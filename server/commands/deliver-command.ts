import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { actingSender } from '#server/commands/acting-sender.ts';
import { servedCommands, type ServedCommands } from '#server/commands/served-commands.ts';
import { refuse, type DeliveryPorts, type Sender } from '#server/commands/command-handler.ts';
import { makeTurns } from '#server/commands/turns.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import { isDatabaseAway } from '#server/store/database-away.ts';
import { isDatabaseUp } from '#server/store/is-database-up.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { Command } from '#shared/workflow/commands.ts';
import type { CommandElement, CommandResult } from '#shared/contract/commands.ts';

/** Commands on one usul follow one another, so that one that somebody holds costs the others no connection. */
const onUsul = makeTurns();

/**
 * Takes one command in, as it came; whatever is wrong with it is its own refusal. Throws only when there is no database,
 * or somebody held the usul for too long (`isHeld`): then it has to come again.
 */
export async function deliverCommand(
  ports: DeliveryPorts,
  sender: Sender,
  element: CommandElement,
  { kinds, handlerOf }: ServedCommands = servedCommands,
): Promise<CommandResult> {
  const parsed = kinds.schema.safeParse(element);
  if (!parsed.success) return refuse(element.id, notACommand(element, kinds));
  if (!isStorableText(parsed.data)) {
    return refuse(element.id, makeApiError('tidak_sah', { message: specificMessages.brokenText }));
  }
  try {
    const handler = handlerOf(parsed.data);
    const acting = await actingSender(ports, sender, parsed.data);
    // One that was taken in gets its answer again, whatever has ended since.
    if (!acting.ok && !(await handler.isKnown(ports.db, parsed.data.id))) {
      return refuse(
        element.id,
        await answerToLate(ports, sender, parsed.data, element, acting.error),
      );
    }
    const by = acting.ok ? acting.value : sender;
    const take = () => handler.take(ports, by, parsed.data);
    const subject = kinds.kindOf(parsed.data).subjectOf(parsed.data);
    const result = await (subject ? onUsul(subject.usulId, take) : take());
    // The id as it was sent: by it the PC finds the command again.
    return { ...result, id: element.id };
  } catch (error) {
    // No database: the whole batch fails and comes again. Else this command alone meets a bug; the others go on.
    if (isDatabaseAway(error) || !(await isDatabaseUp(ports.db))) throw error;
    ports.onBug(error);
    return refuse(element.id, makeApiError('gangguan_server'));
  }
}

/** What was made under an appointment that has ended is kept, where it can be. */
async function answerToLate(
  ports: DeliveryPorts,
  sender: Sender,
  command: Command,
  element: CommandElement,
  error: ApiError,
): Promise<ApiError> {
  if (error.kind !== 'penunjukan_berakhir') return error;
  return (await ports.holdLate?.(ports, sender, { command, element })) ?? error;
}

function notACommand({ kind }: CommandElement, kinds: ServedCommands['kinds']): ApiError {
  const { unknownKind: message, unknownKindAction: action } = specificMessages;
  const isKnown = typeof kind === 'string' && kinds.has(kind);
  return makeApiError('tidak_sah', isKnown ? {} : { message, action });
}
