import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { Conversation } from '#renderer/frame/conversation.tsx';
import type { ThreadWork } from '#renderer/features/workbench/thread/use-thread.ts';
import { NoteInput } from '#renderer/features/workbench/decide/note-input.tsx';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { threadText } from '#renderer/features/workbench/text/thread.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { ShownThread } from '#renderer/core/threads/thread-contract.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

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
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '4px 8px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  because: { display: 'flex', alignItems: 'center', gap: '6px', flex: '1 1 12em', minWidth: 0 },
  icon: { flexShrink: 0, display: 'flex' },
  button: { gap: '6px', whiteSpace: 'nowrap' },
});

interface ThreadPanelProps {
  readonly thread: ThreadWork;
  readonly open: ShownThread;
  /** Why the usul cannot be decided now. */
  readonly because: string | null;
  readonly parts: PanelParts;
  readonly onNext: () => void;
}

/** The conversation about a question that waits, in the place of the decision: what was written, and what to write. */
export function ThreadPanel({ thread, open, because, parts, onNext }: ThreadPanelProps) {
  const styles = useStyles();
  const { failure, writes } = thread;
  return (
    <section className={styles.root} aria-label={threadText.title}>
      <Conversation messages={open.messages} scrolled />
      {writes && (
        <NoteInput
          asking
          label={threadText.label}
          note={open.text}
          placeholder={threadText.placeholder}
          inputRef={parts.note}
          onNote={thread.write}
        />
      )}
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      <div className={styles.foot}>
        {because !== null && (
          <span className={styles.because}>
            <span className={styles.icon}>
              <Info16Regular />
            </span>
            <span>{because}</span>
          </span>
        )}
        {writes && (
          <Button
            appearance="primary"
            className={styles.button}
            title={`${threadText.sendHint} (${shownKey(caseKeys, 'decide')})`}
            aria-keyshortcuts={keyShortcuts(caseKeys, 'decide')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={thread.send}
          >
            {threadText.send} <KeyCap shown={shownKey(caseKeys, 'decide')} />
          </Button>
        )}
        <Button onClick={onNext}>{workbenchText.next}</Button>
      </div>
    </section>
  );
}
