import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { AgreeDialog } from '#renderer/desk/shell/notices/agree-dialog.tsx';
import { noticeLines } from '#renderer/desk/shell/notices/notice-lines.ts';
import { noticesText } from '#renderer/desk/text/notices.ts';
import type { SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
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
  button: { flexShrink: 0 },
});

interface DeskNoticesProps {
  readonly sync: StoreApi<SyncStore>;
}

/** What a person should know beside the connection, over the status bar; nothing while all is well. */
export function DeskNotices({ sync }: DeskNoticesProps) {
  const styles = useStyles();
  const notices = useStore(sync, (store) => store.notices);
  const [asking, setAsking] = useState(false);
  const lines = noticeLines(notices);
  if (lines.length === 0) return null;

  function see(): void {
    void sync.getState().seeDeliveredAgain();
    // The button is gone with its line.
    focusMain('main');
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
              {asks && (
                <Button
                  size="small"
                  className={styles.button}
                  onClick={() => (kind === 'ditahan' ? setAsking(true) : see())}
                >
                  {kind === 'ditahan' ? noticesText.review : noticesText.seen}
                </Button>
              )}
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
