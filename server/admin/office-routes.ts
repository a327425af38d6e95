import { adminRefusals, refuse } from '#server/accounts/admin-refusals.ts';
import { instansiOf, pageOrRefusal, registerAdminRoute } from '#server/admin/admin-route.ts';
import { exportAudit } from '#server/admin/export-audit.ts';
import { pageOfAudit } from '#server/admin/list-audit.ts';
import { readOverview } from '#server/admin/overview.ts';
import type { CountPages } from '#server/commands/command-handler.ts';
import { listHeld, ruleHeld } from '#server/handover/manage-waiting.ts';
import { logUnexpected } from '#server/http/errors.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { changeSchedule, readManagedSchedule } from '#server/schedule/manage-schedule.ts';
import { pageOfDevices, ruleManagedDevice } from '#server/session/manage-devices.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { succeed } from '#shared/kernel/result.ts';

/** What an admin looks after besides accounts: PCs, what arrived late, the schedule, and who did what. */
export function registerOffice(context: RouteContext, countPages?: CountPages): void {
  const { db, now } = context.ports;
  registerAdminRoute(context, apiRoutes.adminOverview, async (_call, admin) =>
    succeed(await readOverview(db, admin)),
  );
  registerAdminRoute(context, apiRoutes.adminDevices, async ({ query }, admin) =>
    pageOrRefusal(await pageOfDevices(db, admin, query)),
  );
  registerAdminRoute(context, apiRoutes.adminRuleDevice, ({ body }, admin) =>
    ruleManagedDevice(db, admin, body.deviceId, body.ruling),
  );
  registerAdminRoute(context, apiRoutes.adminHandovers, async (_call, admin) =>
    succeed(await listHeld(db, admin)),
  );
  registerAdminRoute(context, apiRoutes.adminRuleHandover, ({ body, request }, admin) => {
    const onBug = (error: unknown) => logUnexpected(request.log, error);
    return ruleHeld({ db, now, onBug, countPages }, admin, body.id, body.ruling);
  });
  registerAdminRoute(context, apiRoutes.adminAudit, async ({ query }, admin) =>
    pageOrRefusal(await pageOfAudit(db, admin, query)),
  );
  registerAdminRoute(context, apiRoutes.adminExportAudit, async ({ body }, admin) =>
    pageOrRefusal(await exportAudit(db, admin, body)),
  );
  registerAdminRoute(context, apiRoutes.adminSchedule, async (_call, admin) => {
    const instansi = instansiOf(admin);
    return instansi.ok
      ? succeed(await readManagedSchedule(db, instansi.value, admin.now))
      : instansi;
  });
  registerAdminRoute(context, apiRoutes.adminKeepSchedule, async ({ body }, admin) => {
    const instansi = instansiOf(admin);
    if (!instansi.ok) return instansi;
    if (!(await changeSchedule(db, instansi.value, body, admin.acting))) {
      return refuse(adminRefusals.tooManyPeriods);
    }
    return succeed(await readManagedSchedule(db, instansi.value, admin.now));
  });
}
