import { isOlderVersion } from '#server/feed/app-version.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import { scopeKeyOf } from '#server/feed/feed-counters.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What changed in the scope of the account; a client below the minimum version must update first. */
export function registerChanges(context: RouteContext): void {
  const { db, settings, now } = context.ports;
  registerRoute(context, apiRoutes.changes, async ({ query, requester, appVersion }) => {
    const { minimumAppVersion } = settings.policy;
    if (appVersion !== undefined && isOlderVersion(appVersion, minimumAppVersion)) {
      return fail(makeApiError('aplikasi_usang'));
    }
    const scopeKey = scopeKeyOf(requester.account.scope);
    if (scopeKey === undefined) return fail(makeApiError('tidak_berwenang'));
    const page = await readChanges(db, { scopeKey, cursor: query.cursor, limit: query.limit });
    if (!page.ok) return fail(makeApiError(page.error.kind));
    return succeed({
      changes: [...page.value.changes],
      cursor: page.value.cursor,
      remaining: page.value.remaining,
      serverTime: now().toISOString(),
    });
  });
}
