import { readMeta } from '#renderer/data/rows/meta.ts';
import { followChoice } from '#renderer/workers/sync/session/follow-choice.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { QueryTrouble } from '#renderer/workers/sync/sync-channel.ts';
import type { SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import type {
  AnyRouteInput,
  RouteAnswer,
  RouteInput,
  SignedInRoute,
} from '#shared/contract/route-call.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

/**
 * Asks the server beside the exchange, in the name of the account at the desk; nothing of the answer is kept. The input
 * was typed by its route where it was asked (`SyncClient.ask`); the server judges it in any case.
 */
export async function queryServer<N extends SignedInRoute>(
  ports: SyncPorts,
  route: N,
  input: AnyRouteInput,
  signal: AbortSignal,
): Promise<Result<RouteAnswer<N>, QueryTrouble>> {
  // What a person looks at is asked under the appointment that he or she chose, also before the next exchange.
  const chosen = await followChoice(ports);
  const answer = chosen.ok
    ? await withAccess(ports, (accessToken) =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
        ports.api.call(route, input as RouteInput<N>, { accessToken, signal }),
      )
    : chosen;
  if (answer.ok) return answer;
  const { error } = answer;
  if (error.kind !== 'tak_terjangkau') return fail(error);
  return fail({
    kind: 'luring',
    lastContact: (await readMeta(ports.database, 'lastContact')) ?? null,
  });
}
