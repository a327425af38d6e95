import type { Ref } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleTeam16Regular } from '@fluentui/react-icons';
import { NoteInput } from '#renderer/features/workbench/decide/note-input.tsx';
import type { TakeOver } from '#renderer/features/workbench/decide/use-take-over.ts';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { assignmentText } from '#renderer/features/workbench/text/assignment.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { ToldAssignment } from '#shared/records/told-assignment.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '5px',
    padding: '8px 12px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  held: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, paddingTop: '2px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
  button: { gap: '6px', whiteSpace: 'nowrap' },
});

interface TakeOverPanelProps {
  readonly colleagues: ToldAssignment;
  readonly takeOver: TakeOver;
  readonly inputRef: Ref<HTMLTextAreaElement>;
  readonly onNext: () => void;
}

/** In the place of the decision where a colleague has the usul: who, since when, and how to take it over. */
export function TakeOverPanel({ colleagues, takeOver, inputRef, onNext }: TakeOverPanelProps) {
  const styles = useStyles();
  const today = useToday();
  const { name, since, reason } = colleagues;
  const { failure } = takeOver;
  return (
    <section className={styles.root} aria-label={assignmentText.title}>
      <div className={styles.held}>
        <span className={styles.icon}>
          <PeopleTeam16Regular />
        </span>
        <span className={styles.text}>
          {assignmentText.heldBy(name, formatMoment(since, today))}
          {reason !== '' && ` “${reason}”`}
        </span>
      </div>
      <NoteInput
        asking
        label={assignmentText.reason}
        note={takeOver.reason}
        placeholder={assignmentText.placeholder}
        inputRef={inputRef}
        onNote={takeOver.write}
      />
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      <div className={styles.actions}>
        <Button
          className={styles.button}
          appearance="primary"
          aria-keyshortcuts={keyShortcuts(caseKeys, 'decide')}
          title={`${assignmentText.takeOverHint} (${shownKey(caseKeys, 'decide')})`}
          onClick={takeOver.run}
        >
          {assignmentText.takeOver} <KeyCap shown={shownKey(caseKeys, 'decide')} />
        </Button>
        <Button
          title={`${workbenchText.next} (${shownKey(caseKeys, 'nextCase')})`}
          onClick={onNext}
        >
          {workbenchText.next}
        </Button>
      </div>
    </section>
  );
}
