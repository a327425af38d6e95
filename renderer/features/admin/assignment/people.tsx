import { useState } from 'react';
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AbsenceDialog } from '#renderer/features/admin/assignment/absence-dialog.tsx';
import type { Person } from '#renderer/features/admin/assignment/assign-form.ts';
import { AssignDialog } from '#renderer/features/admin/assignment/assign-dialog.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';
import { stageLabels } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  head: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '4px 8px 4px 0' },
  cell: {
    padding: '4px 8px 4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  narrow: { width: '10em' },
  acts: { width: '17em' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
});

interface PeopleProps {
  readonly office: Office;
  readonly offices: readonly Office[];
  readonly assignment: ManagedAssignment;
  readonly query: QueryDesk;
  readonly onDone: (sentence: string) => void;
}

type Doing = { readonly kind: 'pindah' | 'cuti'; readonly person: Person };

/** Those who decide at an office, with how much waits for each, and what can be done about it. */
export function People({ office, offices, assignment, query, onDone }: PeopleProps) {
  const styles = useStyles();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { people } = assignment;
  const close = (): void => setDoing(null);
  const done = (sentence: string): void => {
    close();
    onDone(sentence);
  };
  if (people.length === 0) return <Text>{texts.noPeople}</Text>;
  const { columns } = texts;
  return (
    <>
      <table className={styles.table} aria-label={texts.people}>
        <thead>
          <tr>
            <th className={styles.head}>{columns.name}</th>
            <th className={styles.head}>{columns.stage}</th>
            <th className={`${styles.head} ${styles.narrow}`}>{columns.load}</th>
            <th className={`${styles.head} ${styles.acts}`}>{columns.action}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={`${person.appointmentId} ${person.stage}`}
              person={person}
              onDo={(kind) => setDoing({ kind, person })}
            />
          ))}
        </tbody>
      </table>
      {doing?.kind === 'pindah' && (
        <AssignDialog
          {...{ office, offices, assignment, query, onAssigned: done, onClose: close }}
          from={doing.person}
        />
      )}
      {doing?.kind === 'cuti' && doing.person.accountId !== undefined && (
        <AbsenceDialog
          {...{ query, onKept: done, onClose: close }}
          of={{ id: doing.person.accountId, name: doing.person.name }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly person: Person;
  readonly onDo: (kind: Doing['kind']) => void;
}

function Row({ person, onDo }: RowProps) {
  const styles = useStyles();
  const { name, stage, load, onLeave, accountId } = person;
  return (
    <tr>
      <td className={styles.cell}>
        <span className={styles.name}>
          {name}
          {onLeave && (
            <Badge appearance="tint" color="warning">
              {texts.onLeave}
            </Badge>
          )}
        </span>
      </td>
      <td className={styles.cell}>{stageLabels[stage]}</td>
      <td className={styles.cell}>{texts.load(load)}</td>
      <td className={styles.cell}>
        <span className={styles.buttons}>
          {load > 0 && (
            <Button size="small" aria-label={texts.moveLabel(name)} onClick={() => onDo('pindah')}>
              {texts.move}
            </Button>
          )}
          {accountId !== undefined && !onLeave && (
            <Button size="small" aria-label={texts.leaveLabel(name)} onClick={() => onDo('cuti')}>
              {texts.leaveOf}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}
