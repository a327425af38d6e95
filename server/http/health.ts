import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { apiRoutes, contractVersion } from '#shared/contract/api.ts';
import { succeed } from '#shared/kernel/result.ts';

/** Whether the server can serve; needs no database, so that it answers while that one is busy. */
export function registerHealth(context: RouteContext): void {
  registerRoute(context, apiRoutes.health, async () =>
    succeed({
      status: 'siap' as const,
      contractVersion,
      serverTime: context.ports.now().toISOString(),
    }),
  );
}
