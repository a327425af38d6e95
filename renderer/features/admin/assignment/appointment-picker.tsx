import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { FoundPicker, type LookFor } from '#renderer/features/admin/parts/found-picker.tsx';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAppointment } from '#shared/contract/admin/appointments.ts';
import { declarationOf } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

interface AppointmentPickerProps {
  readonly query: QueryDesk;
  readonly missing: boolean;
  readonly onPick: (appointment: ManagedAppointment | null) => void;
}

/** One appointment under which somebody decides, by a part of his or her name or number. */
export function AppointmentPicker({ query, missing, onPick }: AppointmentPickerProps) {
  return (
    <FoundPicker
      query={query}
      look={lookForDeciding}
      lineOf={({ displayName, role, scopeName }) =>
        `${displayName} · ${roleLabels[role]} · ${scopeName}`
      }
      words={{ label: texts.holder, hint: texts.holderHint, none: texts.noHolder }}
      missing={missing ? texts.holderMissing : null}
      onPick={onPick}
    />
  );
}

const lookForDeciding: LookFor<ManagedAppointment> = async (query, search, signal) => {
  const asked = { query: { search, standing: 'berlaku' as const } };
  const answer = await query.ask('adminAppointments', asked, signal);
  if (!answer.ok) return null;
  return answer.value.rows.filter(({ role }) => declarationOf(role).decides !== null);
};
