import { ServerBusy } from '#server/http/server-busy.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { isDatabaseUp } from '#server/store/is-database-up.ts';
import { apiRoutes, contractVersion } from '#shared/contract/api.ts';
import { succeed } from '#shared/kernel/result.ts';

/** Longer than a busy database takes for nothing at all; whoever asks wants to know soon. */
const patienceMs = 2_000;
/** How long an answer of the database holds: who asks more often gets the last one. */
const freshMs = 1_000;

/**
 * Whether the server can serve (`health`: it has its database), and whether the process runs at all (`live`), for whoever
 * starts it again when it does not.
 */
export function registerHealth(context: RouteContext): void {
  const { db, now } = context.ports;
  const isReady = keepFresh(() => within(patienceMs, isDatabaseUp(db)));
  registerRoute(context, apiRoutes.live, async () => succeed({ status: 'hidup' as const }));
  registerRoute(context, apiRoutes.health, async () => {
    if (!(await isReady())) throw new ServerBusy('The database does not answer.');
    return succeed({ status: 'siap' as const, contractVersion, serverTime: now().toISOString() });
  });
}

/** The answer if it comes in time, else false. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}

/** Asks once for all who want to know at the same time. */
function keepFresh(ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const at = performance.now();
    if (!last || at - last.at > freshMs) last = { at, answer: ask() };
    return last.answer;
  };
}
