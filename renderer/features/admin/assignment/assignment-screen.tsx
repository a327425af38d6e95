import { useState } from 'react';
import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { AbsenceDialog } from '#renderer/features/admin/assignment/absence-dialog.tsx';
import { Absences } from '#renderer/features/admin/assignment/absences.tsx';
import { AssignDialog } from '#renderer/features/admin/assignment/assign-dialog.tsx';
import {
  decidingOffices,
  scopeKey,
  type OfficeChoice,
} from '#renderer/features/admin/appointments/offices.ts';
import { People } from '#renderer/features/admin/assignment/people.tsx';
import { Rules } from '#renderer/features/admin/assignment/rules.tsx';
import { SubstitutionDialog } from '#renderer/features/admin/assignment/substitution-dialog.tsx';
import { Substitutions } from '#renderer/features/admin/assignment/substitutions.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { AdminPage } from '#renderer/features/admin/parts/admin-page.tsx';
import { Retry } from '#renderer/features/admin/parts/admin-list.tsx';
import { adminKeys } from '#renderer/features/admin/parts/keys.ts';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 12px',
    margin: '18px 0 4px',
  },
  heading: {
    margin: 0,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  act: { marginLeft: 'auto' },
  office: { minWidth: 0, maxWidth: '100%' },
});

/** "Penugasan": how usul come to people, who is away, who acts for whom. */
export function AssignmentScreen({ desk: { query }, announce }: ScreenProps) {
  const offices = useAnswer((signal) => query.ask('adminOffices', {}, signal));
  const [chosen, setChosen] = useState('');
  // What was changed anywhere on the screen may show everywhere on it.
  const [round, setRound] = useState(0);
  const changed = (sentence: string): void => {
    announce(sentence);
    setRound((now) => now + 1);
  };
  const choices = decidingOffices(offices.value?.offices ?? []);
  const found = choices.find(({ office }) => scopeKey(office.scope) === chosen) ?? choices[0];
  const reload = (): void => {
    offices.reload();
    setRound((now) => now + 1);
  };
  useKeys([adminKeys], { reload });
  return (
    <AdminPage
      title={texts.title}
      summary={texts.summary}
      failure={offices.failure}
      scrolls
      actions={
        <Button size="small" onClick={reload}>
          {adminText.reload}
        </Button>
      }
      bar={found && <OfficeChooser {...{ choices, found }} onChoose={setChosen} />}
    >
      {found ? (
        <>
          <OfficePart
            key={`${scopeKey(found.office.scope)} ${round}`}
            office={found.office}
            offices={offices.value?.offices ?? []}
            {...{ query, onDone: changed }}
          />
          <RealmPart key={`semua ${round}`} query={query} onDone={changed} />
        </>
      ) : offices.value ? (
        <Notice title={texts.noOffices} action={texts.noOfficesAction} />
      ) : offices.failure ? (
        <Retry onRetry={reload} />
      ) : (
        <Waiting label={adminText.loading} tooLong={adminText.slow} />
      )}
    </AdminPage>
  );
}

interface OfficeChooserProps {
  readonly choices: readonly OfficeChoice[];
  readonly found: OfficeChoice;
  readonly onChoose: (key: string) => void;
}

function OfficeChooser({ choices, found, onChoose }: OfficeChooserProps) {
  const styles = useStyles();
  return (
    <Select
      size="small"
      className={styles.office}
      aria-label={texts.office}
      value={scopeKey(found.office.scope)}
      onChange={(_, data) => onChoose(data.value)}
    >
      {choices.map(({ office, label }) => (
        <option key={scopeKey(office.scope)} value={scopeKey(office.scope)}>
          {label}
        </option>
      ))}
    </Select>
  );
}

interface OfficePartProps {
  readonly office: Office;
  readonly offices: readonly Office[];
  readonly query: QueryDesk;
  readonly onDone: (sentence: string) => void;
}

/** How usul of an office come to people, and to whom. */
function OfficePart({ office, offices, query, onDone }: OfficePartProps) {
  const { scope } = office;
  const asked = scope.kind === 'employee' ? { id: '' } : { id: '', ...scope };
  const { value, failure, reload } = useAnswer((signal) =>
    query.ask('adminAssignment', { query: asked }, signal),
  );
  const [assigning, setAssigning] = useState(false);
  const people = value?.people ?? [];
  useKeys([adminKeys], { ...(people.length > 0 && { addNew: () => setAssigning(true) }) });
  if (failure) {
    return (
      <>
        <ErrorBar message={failure.message} action={failure.action} />
        <Retry onRetry={reload} />
      </>
    );
  }
  if (!value) return <Waiting label={adminText.loading} tooLong={adminText.slow} />;
  const done = (sentence: string): void => {
    setAssigning(false);
    onDone(sentence);
  };
  const shared = { office, offices, assignment: value, query };
  return (
    <>
      <Group title={texts.rules} />
      <Rules {...shared} onKept={done} />
      <Group
        title={texts.people}
        {...(people.length > 0 && { act: texts.assign, onAct: () => setAssigning(true) })}
      />
      <People {...shared} onDone={done} />
      {assigning && (
        <AssignDialog
          {...shared}
          from={null}
          onAssigned={done}
          onClose={() => setAssigning(false)}
        />
      )}
    </>
  );
}

interface RealmPartProps {
  readonly query: QueryDesk;
  readonly onDone: (sentence: string) => void;
}

/** Who is away, and who acts for whom, in all that the admin is over. */
function RealmPart({ query, onDone }: RealmPartProps) {
  const absences = useAnswer((signal) => query.ask('adminAbsences', {}, signal));
  const substitutions = useAnswer((signal) => query.ask('adminSubstitutions', {}, signal));
  const [adding, setAdding] = useState<'cuti' | 'penggantian' | null>(null);
  const done = (sentence: string): void => {
    setAdding(null);
    onDone(sentence);
  };
  const close = (): void => setAdding(null);
  return (
    <>
      <Group
        title={texts.absences}
        hint={texts.absencesHint}
        act={texts.addAbsence}
        onAct={() => setAdding('cuti')}
      />
      <Absences answer={absences} query={query} onEnded={done} />
      <Group
        title={texts.substitutions}
        hint={texts.substitutionsHint}
        act={texts.addSubstitution}
        onAct={() => setAdding('penggantian')}
      />
      <Substitutions answer={substitutions} query={query} onEnded={done} />
      {adding === 'cuti' && (
        <AbsenceDialog {...{ query, onKept: done, onClose: close }} of={null} />
      )}
      {adding === 'penggantian' && (
        <SubstitutionDialog {...{ query, onKept: done, onClose: close }} />
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly hint?: string;
  readonly act?: string;
  readonly onAct?: () => void;
}

function Group({ title, hint, act, onAct }: GroupProps) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      {hint !== undefined && (
        <Text size={200} className={styles.hint}>
          {hint}
        </Text>
      )}
      {act !== undefined && (
        <Button size="small" className={styles.act} onClick={onAct}>
          {act}
        </Button>
      )}
    </div>
  );
}
