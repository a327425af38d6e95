import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Chat16Regular } from '@fluentui/react-icons';
import { GapsLine } from '#renderer/features/workbench/decide/gaps-line.tsx';
import { NoteInput } from '#renderer/features/workbench/decide/note-input.tsx';
import { SaveButton } from '#renderer/features/workbench/decide/save-button.tsx';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { Conversation } from '#renderer/frame/conversation.tsx';
import { HoldLine } from '#renderer/features/workbench/thread/hold-line.tsx';
import type { ThreadWork } from '#renderer/features/workbench/thread/use-thread.ts';
import { threadText } from '#renderer/features/workbench/text/thread.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
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
    minWidth: 0,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  line: { maxHeight: '30vh', overflowY: 'auto', display: 'flex', gap: '6px' },
  icon: { flexShrink: 0, paddingTop: '2px' },
  asked: { minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  by: { color: tokens.colorNeutralForeground2, fontSize: textSizes.dense },
  note: { gridArea: 'note' },
  state: { gridArea: 'state', minWidth: 0 },
  save: { gridArea: 'save', display: 'flex', gap: '8px' },
  button: { padding: '5px 10px', gap: '6px', whiteSpace: 'nowrap' },
});

interface AnswerPanelProps {
  readonly open: OpenCase;
  readonly actions: Pick<CaseStore, 'writeNote'>;
  readonly parts: PanelParts;
  readonly decision: Decide;
  readonly thread: ThreadWork;
}

/** The question that was asked about an usul, and the answer to it, in place of a decision. */
export function AnswerPanel({ open, actions, parts, decision, thread }: AnswerPanelProps) {
  const styles = useStyles();
  const words = workbenchText.answer;
  return (
    <section className={styles.root} aria-label={words.title}>
      {thread.open ? (
        <div className={styles.question} data-testid="pertanyaan">
          <Conversation messages={thread.open.messages} scrolled />
          <HoldLine open={thread.open} thread={thread} />
        </div>
      ) : (
        <AskedBefore usul={open.usul} />
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
      <div className={styles.save}>
        {thread.open && (
          <Button
            className={styles.button}
            title={`${threadText.sendHint} (${shownKey(caseKeys, 'sendMessage')})`}
            aria-keyshortcuts={keyShortcuts(caseKeys, 'sendMessage')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={thread.send}
          >
            {threadText.sendOnly} <KeyCap shown={shownKey(caseKeys, 'sendMessage')} />
          </Button>
        )}
        <SaveButton className={styles.button} face="decide" decision={decision} />
      </div>
    </section>
  );
}

/** The question as the history has it, of a server that tells of no threads. */
function AskedBefore({ usul }: Pick<OpenCase, 'usul'>) {
  const styles = useStyles();
  const asked = deedsOnRevision(usul).findLast(({ action }) => action === 'koordinasi');
  if (!asked) return null;
  return (
    <p className={mergeClasses(styles.question, styles.line)} data-testid="pertanyaan">
      <span className={styles.icon}>
        <Chat16Regular aria-label={workbenchText.answer.question} />
      </span>
      <span className={styles.asked}>
        {asked.note}{' '}
        <span className={styles.by}>
          {sharedText.history.by(asked.actorName, roleName(asked.actorRole))}
        </span>
      </span>
    </p>
  );
}
