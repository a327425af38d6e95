import { useState, type ReactNode } from 'react';
import { appointmentColumns } from '#renderer/features/admin/appointments/appointment-columns.tsx';
import { AppointmentDetail } from '#renderer/features/admin/appointments/appointment-detail.tsx';
import { GiveAppointment } from '#renderer/features/admin/appointments/give-appointment.tsx';
import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import { Choice } from '#renderer/features/admin/parts/choice.tsx';
import { ListScreen } from '#renderer/features/admin/parts/list-screen.tsx';
import { useRows } from '#renderer/features/admin/parts/use-rows.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import {
  appointmentStandings,
  type ManagedAppointment,
} from '#shared/contract/admin/appointments.ts';
import { roles, type Role } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

interface Query {
  readonly search: string;
  readonly role: Role | undefined;
  readonly standing: ManagedAppointment['standing'] | undefined;
}

const roleChoices = roles.map((id) => ({ id, label: roleLabels[id] }));
const standings = appointmentStandings.map((id) => ({ id, label: texts.standings[id] }));
const idOf = ({ id }: ManagedAppointment): string => id;

/** "Penunjukan": who may do what, over what, until when. */
export function AppointmentsScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const list = useAppointments(lane);
  const [giving, setGiving] = useState(false);
  const { query } = list;
  const changed = (sentence: string): void => {
    setGiving(false);
    announce(sentence);
    list.reload();
  };
  return (
    <ListScreen
      words={texts}
      list={list}
      idOf={idOf}
      columnsFor={appointmentColumns}
      detail={detailsOf({ query: lane, onEnded: changed })}
      search={{
        words: texts.search,
        text: query.search,
        onSearch: (search) => list.ask({ search }),
      }}
      filters={
        <>
          <Choice
            label={texts.role}
            choices={roleChoices}
            chosen={query.role}
            onChoose={(role) => list.ask({ role })}
          />
          <Choice
            label={texts.standing}
            choices={standings}
            chosen={query.standing}
            onChoose={(standing) => list.ask({ standing })}
          />
        </>
      }
      add={{ label: texts.give, onAdd: () => setGiving(true) }}
    >
      {giving && (
        <GiveAppointment query={lane} onGiven={changed} onClose={() => setGiving(false)} />
      )}
    </ListScreen>
  );
}

function useAppointments(lane: QueryDesk) {
  return useRows<ManagedAppointment, Query>(
    ({ search, role, standing }, after, signal) => {
      const chosen = { ...(role && { role }), ...(standing && { standing }) };
      const query = { search, ...chosen, ...(after && { after }) };
      return lane.ask('adminAppointments', { query }, signal);
    },
    { search: '', role: undefined, standing: undefined },
  );
}

function detailsOf(
  props: Omit<Parameters<typeof AppointmentDetail>[0], 'appointment'>,
): (appointment: ManagedAppointment) => ReactNode {
  return (appointment) => <AppointmentDetail appointment={appointment} {...props} />;
}
