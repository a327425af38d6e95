import { makeStyles, tokens } from '@fluentui/react-components';
import { Chat16Regular } from '@fluentui/react-icons';
import { GapsLine } from '#renderer/features/workbench/decide/gaps-line.tsx';
import { NoteInput } from '#renderer/features/workbench/decide/note-input.tsx';
import { SaveButton } from '#renderer/features/workbench/decide/save-button.tsx';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { deedsOnRevision } from '#shared/workflow/told-decisions.ts';
import { roleName } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"question question" "note note" "state save"',
    alignItems: 'center',
    gap: '5px 8px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  question: {
    gridArea: 'question',
    margin: 0,
    maxHeight: '30vh',
    overflowY: 'auto',
    display: 'flex',
    gap: '6px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  icon: { flexShrink: 0, paddingTop: '2px' },
  asked: { minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  by: { color: tokens.colorNeutralForeground2, fontSize: textSizes.dense },
  note: { gridArea: 'note' },
  state: { gridArea: 'state', minWidth: 0 },
  save: { gridArea: 'save', padding: '5px 10px', gap: '6px', whiteSpace: 'nowrap' },
});

interface AnswerPanelProps {
  readonly open: OpenCase;
  readonly actions: Pick<CaseStore, 'writeNote'>;
  readonly parts: PanelParts;
  readonly decision: Decide;
}

/** The question that was asked about an usul, and the answer to it, in place of a decision. */
export function AnswerPanel({ open, actions, parts, decision }: AnswerPanelProps) {
  const styles = useStyles();
  const asked = deedsOnRevision(open.usul).findLast(({ action }) => action === 'koordinasi');
  const words = workbenchText.answer;
  return (
    <section className={styles.root} aria-label={words.title}>
      {asked && (
        <p className={styles.question} data-testid="pertanyaan">
          <span className={styles.icon}>
            <Chat16Regular aria-label={words.question} />
          </span>
          <span className={styles.asked}>
            {asked.note}{' '}
            <span className={styles.by}>
              {sharedText.history.by(asked.actorName, roleName(asked.actorRole))}
            </span>
          </span>
        </p>
      )}
      <NoteInput
        asking
        className={styles.note}
        label={words.label}
        note={open.draft.note}
        placeholder={workbenchText.notePlaceholder.answer}
        inputRef={parts.note}
        onNote={(text) => actions.writeNote(text)}
      />
      <div className={styles.state}>
        <GapsLine outcome="jawab" complete={words.ready} gaps={open.gaps} reading={false} />
      </div>
      <SaveButton className={styles.save} face="decide" decision={decision} />
    </section>
  );
}
