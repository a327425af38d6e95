import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type {
  HandAssigned,
  HandAssignment,
  ManagedAssignment,
} from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';

/** Somebody who decides at an office. */
export type Person = ManagedAssignment['people'][number];

/** What is to be given to whom, as it is typed. `which`: `bebas`, `semua`, or the appointment of who has it. */
export interface AssignTyped {
  readonly to: string;
  readonly which: string;
  readonly unor: string;
  readonly recordType: string;
  readonly reason: string;
}

/** What is asked of the server; null while nobody was chosen. */
export function handAssignmentOf(
  { to, which, unor, recordType, reason }: AssignTyped,
  office: Office,
  offices: readonly Office[],
): HandAssignment | null {
  if (to === '') return null;
  const type = recordTypeIds.find((id) => id === recordType);
  return {
    to,
    reason: reason.trim(),
    filter: {
      // Whoever gets it may decide more than this office.
      ...(office.scope.kind === 'opd' && { opdIds: [...opdsUnder(office.scope.id, offices)] }),
      ...(which === 'bebas' && { free: true as const }),
      ...(which !== 'bebas' && which !== 'semua' && { heldBy: which }),
      ...(unor !== '' && { unorIds: [unor] }),
      ...(type && { recordTypes: [type] }),
    },
  };
}

/** An OPD and those below it. */
export function opdsUnder(id: string, offices: readonly Office[]): ReadonlySet<string> {
  const found = new Set([id]);
  const opds = offices.flatMap(({ scope, parentId }) =>
    scope.kind === 'opd' ? [{ id: scope.id, parentId }] : [],
  );
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const opd of opds) {
      if (opd.parentId !== null && found.has(opd.parentId)) found.add(opd.id);
    }
  }
  return found;
}

/** What became of it, in a sentence. */
export function assignedText({ assigned, left }: HandAssigned): string {
  const others = (['milik_sendiri', 'sudah_memutus', 'di_luar_cakupan'] as const).flatMap((why) =>
    left[why] > 0 ? [texts.left[why](left[why])] : [],
  );
  return texts.assigned(assigned, others);
}
