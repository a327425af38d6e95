import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, refuse } from '#server/accounts/admin-refusals.ts';
import { realmOf, type Realm } from '#server/accounts/realm.ts';
import type { Requester } from '#server/http/authentication.ts';
import {
  registerRoute,
  type HandlerAnswer,
  type RouteCall,
  type RouteContext,
  type RoutePorts,
} from '#server/http/register-route.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { ApiRoute } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';

/** Registers a route of admins: its handler is told over what whoever calls is admin, and gets no text that cannot be kept. */
export function registerAdminRoute<const Route extends ApiRoute>(
  context: RouteContext,
  route: Route,
  handler: (
    call: RouteCall<Route>,
    admin: Admin,
  ) => Promise<Result<HandlerAnswer<Route>, ApiError>>,
): void {
  registerRoute(context, route, async (call) => {
    const { params, query, body, requester } = call;
    if (![params, query, body].every(isStorableText)) {
      return fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));
    }
    const admin = requester && (await adminOf(context.ports, requester));
    return admin ? handler(call, admin) : fail(makeApiError('tidak_berwenang'));
  });
}

async function adminOf({ db, now }: RoutePorts, requester: Requester): Promise<Admin | undefined> {
  const { account, deviceId } = requester;
  const realm = realmOf(account);
  if (!realm) return undefined;
  const at = now();
  const instansi = await db
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', realm.kind === 'instansi' ? realm.id : '')
    .executeTakeFirst();
  const timeZone = instansi?.time_zone ?? 'WIB';
  return {
    realm,
    acting: { accountId: account.id, deviceId, appointmentId: account.appointmentId },
    nip: account.nip ?? null,
    username: account.username,
    now: at,
    timeZone,
    today: localDateIn(timeZone, at),
  };
}

/** The instansi of an admin; BKN's has none of its own. */
export function instansiOf({ realm }: { readonly realm: Realm }): Result<string, ApiError> {
  return realm.kind === 'instansi' ? succeed(realm.id) : refuse(adminRefusals.noInstansi);
}

/** A page, or that its key is none. */
export function pageOrRefusal<Page>(page: Page | undefined): Result<Page, ApiError> {
  return page ? succeed(page) : fail(makeApiError('tidak_sah'));
}
