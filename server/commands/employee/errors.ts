import { toApiError } from '#server/commands/decision-handler.ts';
import type { EmployeeActRefusal } from '#server/commands/employee/act-as-employee.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';

/** Why an act of an ASN is refused, for the ASN. */
export function errorOfEmployeeAct(reason: EmployeeActRefusal): ApiError {
  const { periodClosed, periodClosedAction, notNow, resubmissionAction } = specificMessages;
  if (reason.kind === 'isian_salah') {
    const message = reason.faults.join(' ');
    return makeApiError('tidak_sah', { message, action: resubmissionAction });
  }
  if (reason.kind === 'periode_ditutup') {
    return makeApiError('tidak_sah', { message: periodClosed, action: periodClosedAction });
  }
  if (reason.kind === 'tidak_mungkin') return makeApiError('tidak_sah', { message: notNow });
  return toApiError(reason);
}
