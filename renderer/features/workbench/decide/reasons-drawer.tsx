import type { FocusEvent, Ref } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import {
  ReasonList,
  type ReasonListHandle,
} from '#renderer/features/workbench/decide/reason-list.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Reason } from '#shared/workflow/reasons.ts';

const useStyles = makeStyles({
  root: {
    padding: '0 12px 8px',
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  hint: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

interface ReasonsDrawerProps {
  readonly options: readonly Reason[];
  readonly chosen: readonly string[];
  readonly listRef: Ref<ReasonListHandle>;
  readonly onToggle: (code: string) => void;
  readonly onDone: () => void;
  /** The focus went elsewhere, or the person closed it. */
  readonly onClose: (byPerson: boolean) => void;
}

/** The reasons, over the end of the field list while they are chosen from: nothing gives way to them. */
export function ReasonsDrawer({ listRef, onClose, ...list }: ReasonsDrawerProps) {
  const styles = useStyles();
  function onBlur(event: FocusEvent): void {
    const within = event.currentTarget.contains(event.relatedTarget);
    // Another window in front is no reason to close.
    if (!within && document.hasFocus()) onClose(false);
  }
  return (
    <div className={styles.root} onBlur={onBlur}>
      <div className={styles.head}>
        <h2 className={styles.title}>{workbenchText.reasons}</h2>
        <span className={styles.hint} title={workbenchText.reasonsHint}>
          {workbenchText.reasonsHint}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={workbenchText.closeReasons}
          onClick={() => onClose(true)}
        />
      </div>
      <ReasonList ref={listRef} {...list} />
    </div>
  );
}
