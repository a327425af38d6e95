import type { Ref } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OpenCase } from '#renderer/features/workbench/case-fields.ts';
import { GapsLine } from '#renderer/features/workbench/gaps-line.tsx';
import { NoteInput } from '#renderer/features/workbench/note-input.tsx';
import { OutcomePicker } from '#renderer/features/workbench/outcome-picker.tsx';
import {
  ReasonList,
  reasonsFor,
  type ReasonListHandle,
} from '#renderer/features/workbench/reason-list.tsx';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import type { Outcome } from '#shared/domain/model/decision.ts';
import { findReason } from '#shared/domain/model/reasons.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '5px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '5px 8px' },
  button: { minWidth: 0, paddingLeft: '10px', paddingRight: '10px', gap: '8px' },
  save: { marginLeft: 'auto' },
});

interface DecidePanelProps {
  readonly open: OpenCase;
  readonly actions: Pick<CaseStore, 'judgeRestAsMatching' | 'toggleReason' | 'writeNote'>;
  readonly outcomeRef: Ref<HTMLFieldSetElement>;
  readonly reasonsRef: Ref<ReasonListHandle>;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly saving: boolean;
  readonly failure: ShownError | null;
  readonly onChoose: (outcome: Outcome | null) => void;
  readonly onSave: () => void;
}

/** Outcome, reasons, note and saving; always in view below the fields. */
export function DecidePanel({ outcomeRef, reasonsRef, noteRef, ...props }: DecidePanelProps) {
  const { open, actions, saving, failure } = props;
  const styles = useStyles();
  const { outcome, reasons, note } = open.draft;
  const options = reasonsFor(outcome);
  return (
    <section className={styles.root} aria-label={workbenchText.decide}>
      <OutcomePicker rootRef={outcomeRef} outcome={outcome} onChoose={props.onChoose} />
      {options.length > 0 && (
        <ReasonList
          ref={reasonsRef}
          options={options}
          chosen={reasons}
          onToggle={(code) => actions.toggleReason(code)}
        />
      )}
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      <GapsLine outcome={outcome} gaps={open.gaps} />
      <div className={styles.actions}>
        <Button
          className={styles.button}
          aria-keyshortcuts={shownKey('judgeAll')}
          onClick={() => actions.judgeRestAsMatching()}
        >
          {workbenchText.allMatch} <KeyCap shown={shownKey('judgeAll')} />
        </Button>
        <NoteInput
          note={note}
          placeholder={notePlaceholder(outcome, reasons)}
          wide={needsNote(outcome, reasons)}
          inputRef={noteRef}
          onNote={(text) => actions.writeNote(text)}
        />
        <Button
          appearance="primary"
          className={mergeClasses(styles.button, styles.save)}
          aria-keyshortcuts="Control+Enter"
          title={`${workbenchText.save} (${shownKey('decide')})`}
          disabledFocusable={saving}
          onClick={props.onSave}
        >
          {saving ? workbenchText.saving : workbenchText.save}
        </Button>
      </div>
    </section>
  );
}

function notePlaceholder(outcome: Outcome | null, reasons: readonly string[]): string {
  if (outcome === 'koordinasi') return workbenchText.notePlaceholder.question;
  return needsNote(outcome, reasons)
    ? workbenchText.notePlaceholder.reason
    : workbenchText.notePlaceholder.none;
}

function needsNote(outcome: Outcome | null, reasons: readonly string[]): boolean {
  return outcome === 'koordinasi' || reasons.some((code) => findReason(code)?.needsNote);
}
