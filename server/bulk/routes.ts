import { bulkInstansiOf } from '#server/bulk/bulk-sender.ts';
import { tellBulk } from '#server/bulk/told-batch.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** How the batches of an account stand. */
export function registerBulk(context: RouteContext): void {
  registerRoute(context, apiRoutes.bulk, async ({ requester }) => {
    const instansiId = bulkInstansiOf(requester);
    if (instansiId === null) return fail(makeApiError('tidak_berwenang'));
    return succeed(
      await tellBulk(context.ports.db, { accountId: requester.account.id, instansiId }),
    );
  });
}
