import { registerAdminRoute } from '#server/admin/admin-route.ts';
import {
  addManagedAbsence,
  addManagedSubstitution,
  assignManaged,
  endManagedAbsence,
  endManagedSubstitution,
  listManagedAbsences,
  listManagedSubstitutions,
  readManagedAssignment,
  setManagedRule,
} from '#server/assignment/manage-assignment.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { succeed } from '#shared/kernel/result.ts';

/** Who gets which usul, who is away, and who acts in whose place. */
export function registerAssignment(context: RouteContext): void {
  const { db } = context.ports;
  registerAdminRoute(context, apiRoutes.adminAssignment, ({ query: { kind, id } }, admin) => {
    if (kind === undefined) return readManagedAssignment(db, admin, admin.realm);
    return readManagedAssignment(db, admin, kind === 'bkn_pusat' ? { kind } : { kind, id });
  });
  registerAdminRoute(context, apiRoutes.adminSetRule, ({ body }, admin) =>
    setManagedRule(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminAssign, ({ body }, admin) =>
    assignManaged(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminAbsences, async (_call, admin) =>
    succeed({ absences: await listManagedAbsences(db, admin) }),
  );
  registerAdminRoute(context, apiRoutes.adminAddAbsence, ({ body }, admin) =>
    addManagedAbsence(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminEndAbsence, ({ body }, admin) =>
    endManagedAbsence(db, admin, body.id),
  );
  registerAdminRoute(context, apiRoutes.adminSubstitutions, async (_call, admin) =>
    succeed({ substitutions: [...(await listManagedSubstitutions(db, admin))] }),
  );
  registerAdminRoute(context, apiRoutes.adminAddSubstitution, ({ body }, admin) =>
    addManagedSubstitution(db, admin, body),
  );
  registerAdminRoute(context, apiRoutes.adminEndSubstitution, ({ body }, admin) =>
    endManagedSubstitution(db, admin, body.id),
  );
}
