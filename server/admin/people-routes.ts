import { readFactorPolicy, setFactorRule } from '#server/accounts/factor/factor-policy.ts';
import { listAccounts } from '#server/accounts/list-accounts.ts';
import { listOffices, pageOfAppointments } from '#server/accounts/list-appointments.ts';
import {
  addManagedAccount,
  resetManagedAccount,
  resetManagedFactor,
  setManagedAccount,
} from '#server/accounts/manage-accounts.ts';
import { endManagedAppointment, giveAppointment } from '#server/accounts/manage-appointments.ts';
import { adminRefusals, refuse } from '#server/accounts/admin-refusals.ts';
import { instansiOf, pageOrRefusal, registerAdminRoute } from '#server/admin/admin-route.ts';
import { makeSlips } from '#server/imports/slips/slip-list.ts';
import { drawSlips } from '#server/imports/slips/slip-pdf.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { mostSlips } from '#shared/contract/admin/slips.ts';
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
  registerAdminRoute(context, apiRoutes.adminResetFactor, ({ body }, admin) =>
    resetManagedFactor(db, admin, body.accountId),
  );
  registerAdminRoute(context, apiRoutes.adminFactorPolicy, async (_call, admin) =>
    succeed(await readFactorPolicy(db, admin)),
  );
  registerAdminRoute(context, apiRoutes.adminSetFactorRule, ({ body }, admin) =>
    setFactorRule(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminSlips, async ({ body }, admin) => {
    const instansi = instansiOf(admin);
    if (!instansi.ok) return instansi;
    const wanted = { instansiId: instansi.value, opdId: body.opdId ?? undefined, most: mostSlips };
    const made = await makeSlips(db, wanted, admin.now, admin);
    if (made.count === 0) return refuse(adminRefusals.nobodyWaits);
    if (made.count > mostSlips) return refuse(adminRefusals.tooManySlips);
    const bytes = (await drawSlips(made)).toString('base64');
    return succeed({ name: `slip-aktivasi-${admin.today}.pdf`, count: made.count, bytes });
  });
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
