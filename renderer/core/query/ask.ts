import type { SyncClient } from '#renderer/workers/sync/client.ts';

/**
 * Asks the server for what is not on this PC (administration, dashboards, reports), in the name of the account at the
 * desk: any route of the contract that a signed-in account may call, typed by its schemas. What keeps the answer away
 * is a value: no network and since when, a sign-in that is needed, a refusal, an answer that is none, a limit of time.
 */
export type Ask = SyncClient['ask'];

/** The lane to the server, for stores; the exchange is started by the first question. */
export function makeAsk(client: () => Promise<Pick<SyncClient, 'ask'>>): Ask {
  return async (route, input, options) => (await client()).ask(route, input, options);
}
