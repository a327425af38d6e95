import type { ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type CaseAction, type OutcomeKeys, caseKeys } from '#renderer/features/workbench/keys.ts';
import { NoteInput } from '#renderer/features/workbench/decide/note-input.tsx';
import { OutcomePicker } from '#renderer/features/workbench/decide/outcome-picker.tsx';
import { SaveButton } from '#renderer/features/workbench/decide/save-button.tsx';
import { PanelState } from '#renderer/features/workbench/decide/panel-state.tsx';
import {
  panelSlim,
  panelTight,
  panelWide,
} from '#renderer/features/workbench/decide/panel-width.ts';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { outcomesOf } from '#renderer/core/case/case-work.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { textSizes } from '#renderer/ui/sizes.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import { deletionVerdictLabels, outcomeLabelsAt } from '#shared/workflow/workflow-labels.ts';
import { findReason } from '#shared/workflow/reasons.ts';

const oneBelowTheOther = {
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gridTemplateAreas: '"outcome outcome outcome" "state state state" "all note save"',
} as const;

const askingBelow = {
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gridTemplateAreas: '"outcome outcome outcome" "state state state" "note note note" "all . save"',
} as const;

const sideBySideAbove = '"outcome all" "outcome save" "state state" "note note"';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"outcome all" "outcome save" "state note"',
    alignItems: 'center',
    gap: '5px 8px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    [panelWide]: oneBelowTheOther,
    [panelSlim]: oneBelowTheOther,
  },
  /** A question needs the width of the panel. */
  asking: {
    gridTemplateAreas: sideBySideAbove,
    [panelWide]: askingBelow,
    [panelSlim]: askingBelow,
  },
  /** Beside the note several warnings would be a column of single words. */
  warning: {
    gridTemplateAreas: sideBySideAbove,
    [panelWide]: oneBelowTheOther,
    [panelSlim]: oneBelowTheOther,
  },
  outcome: { gridArea: 'outcome', minWidth: 0 },
  state: { gridArea: 'state', minWidth: 0 },
  note: { gridArea: 'note' },
  all: {
    gridArea: 'all',
    display: 'flex',
    flexDirection: 'column',
    gap: '5px',
    '& > *': { flexGrow: 1 },
    [panelWide]: { flexDirection: 'row' },
    [panelSlim]: { flexDirection: 'row' },
  },
  givesWay: { [panelTight]: { display: 'none' }, [panelSlim]: { display: 'none' } },
  save: { gridArea: 'save' },
  // The note needs the room; the tooltips name the keys.
  cap: { [panelSlim]: { display: 'none' } },
  button: {
    minWidth: 0,
    padding: '4px 8px',
    gap: '6px',
    fontSize: textSizes.dense,
    whiteSpace: 'nowrap',
    [panelWide]: { padding: '5px 10px', fontSize: textSizes.body },
  },
});

interface DecidePanelProps {
  readonly open: OpenCase;
  readonly actions: Pick<CaseStore, 'writeNote'>;
  readonly parts: PanelParts;
  readonly decision: Decide;
  readonly outcomeKeys: OutcomeKeys;
  readonly onJudgeAll: () => void;
  /** How many fields can be marked in one stroke because they were found. */
  readonly found: number;
  readonly onJudgeFound: () => void;
  readonly onChoose: (outcome: Outcome | null) => void;
  readonly onAcknowledge: () => void;
}

/** Outcome, note and saving; always in view below the fields; it grows with what warns and with a question. */
export function DecidePanel(props: DecidePanelProps) {
  const { open, actions, parts, decision } = props;
  const styles = useStyles();
  const { outcome, reasons, note, suggested } = open.draft;
  const allMatch =
    open.usul.kind === 'hapus' ? deletionVerdictLabels.sesuai : workbenchText.allMatch;
  const asking = outcome === 'koordinasi';
  const saveClass = mergeClasses(styles.button, styles.save);
  return (
    <Panel asking={asking} warning={open.warnings.length > 0}>
      <div className={styles.outcome}>
        <OutcomePicker
          rootRef={parts.outcome}
          options={outcomesOf(open)}
          labels={outcomeLabelsAt(open.usul.position)}
          outcome={outcome}
          suggested={suggested}
          keys={props.outcomeKeys}
          onChoose={props.onChoose}
        />
      </div>
      <div className={styles.state}>
        <PanelState
          open={open}
          warningsRef={parts.warnings}
          onAcknowledge={props.onAcknowledge}
          onReasons={parts.places.focusReasons}
        />
      </div>
      <div className={styles.all}>
        {props.found > 0 && (
          <StrokeButton
            action="judgeFound"
            label={evidenceText.judgeFound(props.found)}
            hint={evidenceText.judgeFoundHint(props.found)}
            onClick={props.onJudgeFound}
          />
        )}
        <StrokeButton
          action="judgeAll"
          givesWay={props.found > 0}
          label={allMatch}
          hint={allMatch}
          onClick={props.onJudgeAll}
        />
      </div>
      <NoteInput
        className={styles.note}
        asking={asking}
        note={note}
        placeholder={notePlaceholder(outcome, reasons)}
        inputRef={parts.note}
        onNote={(text) => actions.writeNote(text)}
      />
      <SaveButton className={saveClass} capClass={styles.cap} decision={decision} />
    </Panel>
  );
}

interface PanelProps {
  readonly asking: boolean;
  readonly warning: boolean;
  readonly children: ReactNode;
}

function Panel({ asking, warning, children }: PanelProps) {
  const styles = useStyles();
  return (
    <section
      className={mergeClasses(styles.root, warning && styles.warning, asking && styles.asking)}
      aria-label={workbenchText.decide}
    >
      {children}
    </section>
  );
}

interface StrokeButtonProps {
  readonly action: CaseAction;
  readonly label: string;
  readonly hint: string;
  /** Not shown where there is no room for two of them; its key works all the same. */
  readonly givesWay?: boolean;
  readonly onClick: () => void;
}

/** Judges several fields in one stroke. */
function StrokeButton({ action, label, hint, givesWay = false, onClick }: StrokeButtonProps) {
  const styles = useStyles();
  return (
    <Button
      className={mergeClasses(styles.button, givesWay && styles.givesWay)}
      aria-keyshortcuts={keyShortcuts(caseKeys, action)}
      title={`${hint} (${shownKey(caseKeys, action)})`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {label} <KeyCap className={styles.cap} shown={shownKey(caseKeys, action)} />
    </Button>
  );
}

function notePlaceholder(outcome: Outcome | null, reasons: readonly string[]): string {
  if (outcome === 'koordinasi') return workbenchText.notePlaceholder.question;
  return reasons.some((code) => findReason(code)?.needsNote)
    ? workbenchText.notePlaceholder.reason
    : workbenchText.notePlaceholder.none;
}
