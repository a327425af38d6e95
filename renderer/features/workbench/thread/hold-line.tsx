import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { ThreadWork } from '#renderer/features/workbench/thread/use-thread.ts';
import { threadText } from '#renderer/features/workbench/text/thread.ts';
import type { ShownThread } from '#renderer/core/threads/thread-contract.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
});

interface HoldLineProps {
  readonly open: ShownThread;
  readonly thread: ThreadWork;
}

/** Who answers the question, and the way to take it on or to leave it to others. */
export function HoldLine({ open, thread }: HoldLineProps) {
  const styles = useStyles();
  const { held } = open;
  const hint = held ? threadText.releaseHint : threadText.takeOnHint;
  return (
    <div className={styles.root}>
      <span>{held ? threadText.heldByYou : threadText.heldByNobody}</span>
      <Button
        size="small"
        title={`${hint} (${shownKey(caseKeys, 'chooseOther')})`}
        aria-keyshortcuts={keyShortcuts(caseKeys, 'chooseOther')}
        onClick={() => void thread.toggleHold()}
      >
        {held ? threadText.release : threadText.takeOn}
      </Button>
    </div>
  );
}
