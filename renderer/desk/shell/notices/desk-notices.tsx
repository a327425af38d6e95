import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { AgreeDialog } from '#renderer/desk/shell/notices/agree-dialog.tsx';
import { noticeLines, type NoticeLine } from '#renderer/desk/shell/notices/notice-lines.ts';
import { noticesText } from '#renderer/desk/text/notices.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: '2px 12px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTop: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '26px' },
  icon: { flexShrink: 0, display: 'inline-flex', color: tokens.colorStatusWarningForeground1 },
  sentence: { minWidth: 0 },
  button: { flexShrink: 0, gap: '6px' },
});

interface DeskNoticesProps {
  readonly desk: Pick<Desk, 'sync' | 'outbox'>;
  /** Opens the usul that came back first. */
  readonly onReturned: () => void;
}

/** What a person should know beside the connection, over the status bar; nothing while all is well. */
export function DeskNotices({ desk: { sync, outbox }, onReturned }: DeskNoticesProps) {
  const styles = useStyles();
  const notices = useStore(sync, (store) => store.notices);
  const broughtBack = useStore(outbox, (store) => store.broughtBack);
  const [asking, setAsking] = useState(false);
  const lines = noticeLines(notices, broughtBack);
  if (lines.length === 0) return null;

  function see(): void {
    void sync.getState().seeDeliveredAgain();
    // The button is gone with its line.
    focusMain('main');
  }

  function answer(kind: NoticeLine['kind']): void {
    if (kind === 'kembali') onReturned();
    else if (kind === 'ditahan') setAsking(true);
    else see();
  }

  return (
    <>
      <section className={styles.root} aria-label={noticesText.label}>
        <ul className={styles.list}>
          {lines.map(({ kind, sentence, asks }) => (
            <li key={kind} className={styles.line}>
              <span className={styles.icon}>
                <Warning16Filled />
              </span>
              <output className={styles.sentence}>{sentence}</output>
              {asks && <AnswerButton kind={kind} onAnswer={() => answer(kind)} />}
            </li>
          ))}
        </ul>
      </section>
      <AgreeDialog
        open={asking && notices.heldRemovals?.agreed === false}
        count={notices.heldRemovals?.gone ?? 0}
        agree={(count) => sync.getState().agreeToRemovals(count)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

interface AnswerButtonProps {
  readonly kind: NoticeLine['kind'];
  readonly onAnswer: () => void;
}

function AnswerButton({ kind, onAnswer }: AnswerButtonProps) {
  const styles = useStyles();
  if (kind === 'kembali') {
    return (
      <Button
        size="small"
        className={styles.button}
        aria-keyshortcuts={keyShortcuts(generalKeys, 'showConflicts')}
        onClick={onAnswer}
      >
        {noticesText.open} <KeyCap shown={shownKey(generalKeys, 'showConflicts')} />
      </Button>
    );
  }
  return (
    <Button size="small" className={styles.button} onClick={onAnswer}>
      {kind === 'ditahan' ? noticesText.review : noticesText.seen}
    </Button>
  );
}
