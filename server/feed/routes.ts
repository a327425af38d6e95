import { isOlderVersion } from '#server/feed/app-version.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import { checkReceipt } from '#server/epoch/receipts.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What changed in the queue of the account; a client below the minimum version must update first. */
export function registerFeed(context: RouteContext, minimumAppVersion: string): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.changes, async ({ query, requester, appVersion, request }) => {
    if (appVersion !== undefined && isOlderVersion(appVersion, minimumAppVersion)) {
      return fail(makeApiError('aplikasi_usang'));
    }
    const { account } = requester;
    const { lastCommand: commandId, lastReceipt: receipt } = query;
    if (commandId !== undefined && receipt !== undefined) {
      const { known, opened } = await checkReceipt(db, account.id, { commandId, receipt }, now());
      if (opened) request.log.warn({ epoch: opened.number }, 'the data went back in time');
      if (!known) return fail(makeApiError('perlu_sinkron_ulang'));
    }
    const page = await readChanges(db, {
      reader: account,
      cursor: query.cursor,
      limit: query.limit,
    });
    if (!page.ok) return fail(makeApiError(page.error.kind));
    return succeed({
      changes: [...page.value.changes],
      cursor: page.value.cursor,
      remaining: page.value.remaining,
      epoch: page.value.epoch,
      serverTime: now().toISOString(),
    });
  });
}
