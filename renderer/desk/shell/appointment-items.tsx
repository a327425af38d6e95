import {
  makeStyles,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
} from '@fluentui/react-components';
import { appointmentsText } from '#renderer/desk/text/appointments.ts';
import type { Appointment } from '#shared/workflow/authority/account.ts';

const useStyles = makeStyles({
  item: { maxWidth: '26em' },
});

/** The name under which the menu keeps which one is chosen. */
export const appointmentMenuName = 'penunjukan';

interface AppointmentItemsProps {
  readonly offered: readonly Appointment[];
}

/** The appointments of whoever sits here, to go on under another one; nothing where there is no choice. */
export function AppointmentItems({ offered }: AppointmentItemsProps) {
  const styles = useStyles();
  if (offered.length < 2) return null;
  return (
    <>
      <MenuGroup>
        <MenuGroupHeader>{appointmentsText.title}</MenuGroupHeader>
        {offered.map((one) => (
          <MenuItemRadio
            key={one.id}
            className={styles.item}
            name={appointmentMenuName}
            value={one.id}
          >
            {appointmentsText.choice(one)}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
    </>
  );
}
