import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { mostDivided, type UnorPeople } from '#renderer/features/admin/assignment/rule-form.ts';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import { otherUnor } from '#shared/workflow/assignment/assignment-rule.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: '4px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'end', gap: '8px' },
  unor: { flex: '1 1 0', minWidth: 0 },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    maxHeight: '130px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    border: 'none',
  },
});

type Person = ManagedAssignment['people'][number];

interface DivisionProps {
  readonly division: readonly UnorPeople[];
  readonly units: NonNullable<ManagedAssignment['units']>;
  /** Those who decide at the stage. */
  readonly people: readonly Person[];
  readonly wrong: string | null;
  readonly onChange: (division: readonly UnorPeople[]) => void;
}

/** Which people share the usul of which unor. */
export function Division({ division, units, people, wrong, onChange }: DivisionProps) {
  const put = (at: number, part: UnorPeople): void => onChange(division.with(at, part));
  return (
    <>
      {people.length === 0 && <Text>{texts.noPeople}</Text>}
      {division.map((part, at) => (
        <Part
          // Parts have no name of their own while their unor is not chosen.
          key={at}
          part={part}
          units={units}
          people={people}
          onChange={(changed) => put(at, changed)}
          onRemove={() => onChange(division.toSpliced(at, 1))}
        />
      ))}
      <Field validationMessage={wrong}>
        <Button
          disabledFocusable={division.length >= mostDivided}
          onClick={() => onChange([...division, { unor: '', people: [] }])}
        >
          {texts.unorAdd}
        </Button>
      </Field>
    </>
  );
}

interface PartProps extends Pick<DivisionProps, 'units' | 'people'> {
  readonly part: UnorPeople;
  readonly onChange: (part: UnorPeople) => void;
  readonly onRemove: () => void;
}

function Part({ part, units, people, onChange, onRemove }: PartProps) {
  const styles = useStyles();
  const name = units.find(({ id }) => id === part.unor)?.name ?? texts.unorOther;
  // Whoever is named and does not decide here any more stays until it is taken out.
  const toggle = (id: string, on: boolean): void => {
    const others = part.people.filter((one) => one !== id);
    onChange({ ...part, people: on ? [...others, id] : others });
  };
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <Field label={texts.unor} className={styles.unor}>
          <Select
            aria-label={texts.unor}
            value={part.unor}
            onChange={(_, data) => onChange({ ...part, unor: data.value })}
          >
            <option value="">{texts.chooseUnor}</option>
            <option value={otherUnor}>{texts.unorOther}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </Select>
        </Field>
        <Button onClick={onRemove} aria-label={texts.unorRemove(name)}>
          ×
        </Button>
      </div>
      <fieldset className={styles.people} aria-label={texts.unorPeople}>
        {people.map(({ appointmentId, name: person }) => (
          <Checkbox
            key={appointmentId}
            label={person}
            checked={part.people.includes(appointmentId)}
            onChange={(_, data) => toggle(appointmentId, data.checked === true)}
          />
        ))}
      </fieldset>
    </div>
  );
}
