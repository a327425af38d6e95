import type { Appointment } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** The appointments among which a person chooses: those whose role has a desk; every role has one where `deskRoles` is absent. */
export function offeredAppointments(
  appointments: readonly Appointment[] | undefined,
  deskRoles: readonly Role[] | undefined,
): readonly Appointment[] {
  if (!appointments) return [];
  return deskRoles ? appointments.filter(({ role }) => deskRoles.includes(role)) : appointments;
}
