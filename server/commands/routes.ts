import { deliverCommand } from '#server/commands/deliver-command.ts';
import { servedCommands } from '#server/commands/served-commands.ts';
import { refuse, type DeliveryPorts, type Sender } from '#server/commands/command-handler.ts';
import { logUnexpected } from '#server/http/errors.ts';
import { refreshReference } from '#server/reference/reference-versions.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import {
  elementOfDecision,
  type CommandElement,
  type CommandResult,
} from '#shared/contract/commands.ts';
import { isHeld } from '#server/store/database-away.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { succeed } from '#shared/kernel/result.ts';

/** What delivery stands on besides the database. */
export type CommandParts = Pick<DeliveryPorts, 'countPages' | 'holdLate'>;

/**
 * Takes commands in, one after another, each in a transaction of its own: what one of them does wrong does not hold up
 * the rest. Clients of every version may deliver; those that know decisions alone have a route of their own.
 */
export function registerCommands(context: RouteContext, parts: CommandParts = {}): void {
  const { db, now } = context.ports;
  const deliver = async (
    elements: readonly CommandElement[],
    sender: Sender,
    log: Parameters<typeof logUnexpected>[0],
  ) => {
    const onBug = (error: unknown) => logUnexpected(log, error);
    const ports = { db, now, onBug, ...parts };
    const results: CommandResult[] = [];
    await refreshReference(db, now());
    for (const element of elements) results.push(await deliverUnlessHeld(ports, sender, element));
    return succeed({ results });
  };
  registerRoute(context, apiRoutes.commands, ({ body, requester, request }) =>
    deliver(body.commands, requester, request.log),
  );
  registerRoute(context, apiRoutes.decisions, ({ body, requester, request }) =>
    deliver(body.decisions.map(elementOfDecision), requester, request.log),
  );
  registerRoute(context, apiRoutes.receipts, async ({ body, requester }) => {
    const ids = body.ids.map((id) => id.toLowerCase());
    const { id: accountId } = requester.account;
    const found = servedCommands.handlers.map((handler) => handler.findTaken(db, accountId, ids));
    return succeed({ receipts: (await Promise.all(found)).flat() });
  });
}

/** An usul that somebody holds concerns its own command alone, which the PC keeps and sends again later. */
async function deliverUnlessHeld(
  ports: DeliveryPorts,
  sender: Sender,
  element: CommandElement,
): Promise<CommandResult> {
  try {
    return await deliverCommand(ports, sender, element);
  } catch (error) {
    if (!isHeld(error)) throw error;
    return refuse(element.id, makeApiError('gangguan_server'));
  }
}
