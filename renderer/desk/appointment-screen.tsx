import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { useLock } from '#renderer/desk/lock/use-lock.ts';
import { appointmentsText } from '#renderer/desk/text/appointments.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';
import type { Appointment } from '#shared/workflow/authority/account.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  /** Of somebody with dozens the page itself stays in sight. */
  choices: {
    maxHeight: '40vh',
    overflowY: 'auto',
    // Room for the ring of the focus, which the edge would cut off.
    padding: '2px',
    margin: '-2px -2px 6px',
  },
  choice: { overflowWrap: 'anywhere' },
});

interface AppointmentScreenProps {
  readonly session: Extract<SessionState, { kind: 'masuk' }>;
  readonly offered: readonly Appointment[];
  readonly desk: Pick<Desk, 'session' | 'preferences'>;
}

/** After the password: under which of several appointments to go on; the one used last is chosen already. */
export function AppointmentScreen({ session, offered, desk }: AppointmentScreenProps) {
  const styles = useStyles();
  const current = session.account.appointmentId ?? '';
  const isOffered = offered.some(({ id }) => id === current);
  const [chosen, setChosen] = useState(isOffered ? current : (offered[0]?.id ?? current));
  const failure = useStore(desk.session, (store) => store.choiceFailed);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  useLock(desk, session);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const store = desk.session.getState();
    // The screen is gone while the desk is laid anew.
    if (chosen === current) store.dismissAppointment();
    else void store.chooseAppointment(chosen);
  }

  return (
    <DeskPage
      over={sharedText.product}
      title={appointmentsText.title}
      subtitle={appointmentsText.howTo}
      foot={<Text size={200}>{appointmentsText.later}</Text>}
    >
      <form ref={form} className={styles.form} onSubmit={submit}>
        <RadioGroup
          className={styles.choices}
          aria-label={appointmentsText.title}
          value={chosen}
          onChange={(_, data) => setChosen(data.value)}
        >
          {offered.map((one) => (
            <Radio
              key={one.id}
              className={styles.choice}
              value={one.id}
              label={appointmentsText.choice(one)}
            />
          ))}
        </RadioGroup>
        <Button type="submit" appearance="primary">
          {appointmentsText.goOn}
        </Button>
        {failure && <ReservedError failure={failure} />}
      </form>
    </DeskPage>
  );
}
