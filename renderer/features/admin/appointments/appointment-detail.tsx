import { useState } from 'react';
import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { daysText } from '#renderer/features/admin/appointments/appointment-columns.tsx';
import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import type { ManagedAppointment } from '#shared/contract/admin/appointments.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

interface AppointmentDetailProps {
  readonly appointment: ManagedAppointment;
  readonly query: QueryDesk;
  readonly onEnded: (sentence: string) => void;
}

/** All of an appointment, and its end. */
export function AppointmentDetail({ appointment, query, onEnded }: AppointmentDetailProps) {
  const [ending, setEnding] = useState(false);
  const { letter, endedAt } = appointment;
  return (
    <Detail
      facts={[
        [texts.username, appointment.username],
        [texts.columns.scope, appointment.scopeName],
        [texts.columns.days, daysText(appointment)],
        [
          texts.letter,
          letter === null ? texts.noLetter : texts.letterOf(letter.number, formatDay(letter.date)),
        ],
        [texts.endedAt, endedAt === null ? '' : longDate(localDateOf(new Date(endedAt)))],
        [texts.endReason, appointment.endReason ?? ''],
      ]}
    >
      {appointment.standing !== 'berakhir' && (
        <Button size="small" onClick={() => setEnding(true)}>
          {texts.end}
        </Button>
      )}
      {ending && (
        <EndDialog
          appointment={appointment}
          query={query}
          onEnded={onEnded}
          onClose={() => setEnding(false)}
        />
      )}
    </Detail>
  );
}

interface EndDialogProps extends AppointmentDetailProps {
  readonly onClose: () => void;
}

function EndDialog({ appointment, query, onEnded, onClose }: EndDialogProps) {
  const [reason, setReason] = useState('');
  const act = useAct();
  const { id: appointmentId, displayName, role } = appointment;
  const isMissing = !saysSomething(reason);

  function submit(): void {
    if (isMissing) return;
    act.run(
      () => query.ask('adminEndAppointment', { body: { appointmentId, reason } }),
      () => {
        onClose();
        onEnded(texts.ended(displayName));
      },
    );
  }

  return (
    <FormDialog
      title={texts.endTitle}
      submit={texts.end}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Text>{texts.endBody(displayName, roleLabels[role])}</Text>
          <Field
            label={texts.reason}
            validationMessage={tried && isMissing ? texts.reasonMissing : null}
          >
            <Textarea
              value={reason}
              textarea={{ maxLength: 500 }}
              onChange={(_, data) => setReason(data.value)}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
