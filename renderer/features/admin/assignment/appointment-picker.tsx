import { useEffect, useState } from 'react';
import { Combobox, Field, Option } from '@fluentui/react-components';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAppointment } from '#shared/contract/admin/appointments.ts';
import { declarationOf } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

/** How long typing may pause before the server is asked, in milliseconds. */
const pauseMs = 250;
/** More than that nobody reads: he or she types on. */
const mostFound = 20;

interface AppointmentPickerProps {
  readonly query: QueryDesk;
  readonly missing: boolean;
  readonly onPick: (appointment: ManagedAppointment | null) => void;
}

/** One appointment under which somebody decides, by a part of his or her name or number. */
export function AppointmentPicker({ query, missing, onPick }: AppointmentPickerProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const found = useFound(query, typed);

  function pick(id: string | undefined): void {
    const one = found?.find((appointment) => appointment.id === id) ?? null;
    if (one) setTyped(one.displayName);
    onPick(one);
  }

  return (
    <Field
      label={texts.holder}
      hint={texts.holderHint}
      validationMessage={missing ? texts.holderMissing : null}
    >
      <Combobox
        freeform
        value={typed}
        open={open && found !== null}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          onPick(null);
        }}
        onOptionSelect={(_, data) => pick(data.optionValue)}
      >
        {found?.map(({ id, displayName, role, scopeName }) => (
          <Option key={id} value={id} text={displayName}>
            {`${displayName} · ${roleLabels[role]} · ${scopeName}`}
          </Option>
        ))}
        {found?.length === 0 && (
          <Option disabled value="" text="">
            {texts.noHolder}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function useFound(query: QueryDesk, search: string): readonly ManagedAppointment[] | null {
  const [found, setFound] = useState<readonly ManagedAppointment[] | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    const look = async (): Promise<void> => {
      const asked = { query: { search, standing: 'berlaku' as const } };
      const answer = await query.ask('adminAppointments', asked, mine.signal);
      if (!answer.ok || mine.signal.aborted) return;
      const deciding = answer.value.rows.filter(({ role }) => declarationOf(role).decides !== null);
      setFound(deciding.slice(0, mostFound));
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [query, search]);
  return found;
}
