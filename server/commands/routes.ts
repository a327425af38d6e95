import { deliverDecision } from '#server/commands/deliver-decision.ts';
import { logUnexpected } from '#server/http/errors.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import type { DecisionResult } from '#shared/contract/decisions.ts';
import { succeed } from '#shared/kernel/result.ts';

/**
 * Takes decisions in, one after another, each in a transaction of its own: what one of them does wrong does not hold
 * up the rest. Clients of every version may deliver.
 */
export function registerCommands(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.decisions, async ({ body, requester, request }) => {
    const ports = { db, now, onBug: (error: unknown) => logUnexpected(request.log, error) };
    const results: DecisionResult[] = [];
    for (const element of body.decisions) {
      results.push(await deliverDecision(ports, requester, element));
    }
    return succeed({ results });
  });
}
