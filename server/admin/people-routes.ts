import { listAccounts } from '#server/accounts/list-accounts.ts';
import { listOffices, pageOfAppointments } from '#server/accounts/list-appointments.ts';
import {
  addManagedAccount,
  resetManagedAccount,
  setManagedAccount,
} from '#server/accounts/manage-accounts.ts';
import { endManagedAppointment, giveAppointment } from '#server/accounts/manage-appointments.ts';
import { pageOrRefusal, registerAdminRoute } from '#server/admin/admin-route.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { succeed } from '#shared/kernel/result.ts';

/** Accounts and appointments. */
export function registerPeople(context: RouteContext): void {
  const { db } = context.ports;
  registerAdminRoute(context, apiRoutes.adminAccounts, async ({ query }, admin) =>
    pageOrRefusal(await listAccounts(db, admin, query)),
  );
  registerAdminRoute(context, apiRoutes.adminAddAccount, ({ body }, admin) =>
    addManagedAccount(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminResetAccount, ({ body }, admin) =>
    resetManagedAccount(db, admin, body.accountId),
  );
  registerAdminRoute(context, apiRoutes.adminChangeAccount, ({ body }, admin) =>
    setManagedAccount(db, admin, body.accountId, body.active),
  );
  registerAdminRoute(context, apiRoutes.adminOffices, async (_call, admin) =>
    succeed({ offices: await listOffices(db, admin) }),
  );
  registerAdminRoute(context, apiRoutes.adminAppointments, async ({ query }, admin) =>
    pageOrRefusal(await pageOfAppointments(db, admin, query)),
  );
  registerAdminRoute(context, apiRoutes.adminAppoint, ({ body }, admin) =>
    giveAppointment(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminEndAppointment, ({ body }, admin) =>
    endManagedAppointment(db, admin, body.appointmentId, body.reason),
  );
}
