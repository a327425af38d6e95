import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { conflictKeys } from '#renderer/features/outbox/conflict/keys.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { LiveRegion } from '#renderer/ui/parts/live-region.tsx';
import { pointOut } from '#renderer/ui/parts/point-out.ts';
import { saidAgain } from '#renderer/ui/parts/said-again.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { flexShrink: 0, gap: '8px' },
  hint: {
    minWidth: 0,
    paddingLeft: '8px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground2,
  },
});

interface ConflictActionsProps {
  readonly name: string;
  /** Why the usul cannot be looked at again; null when it can. */
  readonly refusal: string | null;
  /** How often a person tried all the same; each time the reason is pointed out. */
  readonly refused: number;
  readonly onRedo: () => void;
  readonly onLetGo: () => void;
}

/** What can be done about a returned decision, each with its key, and why something cannot. */
export function ConflictActions(props: ConflictActionsProps) {
  const { name, refusal, refused, onRedo, onLetGo } = props;
  const styles = useStyles();
  const hint = useRef<HTMLSpanElement>(null);
  const hintId = useId();
  const said = usePointedOut(refused, refusal ?? '', hint);
  return (
    <footer className={styles.root}>
      <Button
        className={styles.button}
        appearance="primary"
        disabledFocusable={refusal !== null}
        aria-label={conflictsText.redoLabel(name)}
        aria-keyshortcuts={keyShortcuts(conflictKeys, 'redoDecision')}
        aria-describedby={hintId}
        onClick={onRedo}
      >
        {conflictsText.redo} <KeyCap shown={shownKey(conflictKeys, 'redoDecision')} />
      </Button>
      <Button
        className={styles.button}
        aria-label={outboxText.letGoLabel(name)}
        aria-keyshortcuts={keyShortcuts(conflictKeys, 'letGoOfDecision')}
        title={outboxText.letGoTitle}
        onClick={onLetGo}
      >
        {conflictsText.letGo} <KeyCap shown={shownKey(conflictKeys, 'letGoOfDecision')} />
      </Button>
      <span id={hintId} ref={hint} className={styles.hint}>
        {refusal ?? conflictsText.redoHint}
      </span>
      <LiveRegion sentence={said} />
    </footer>
  );
}

/** Frames the reason each time that it is asked for in vain; the sentence to be heard then, empty before. */
function usePointedOut(
  refused: number,
  reason: string,
  hint: RefObject<HTMLElement | null>,
): string {
  const [told, setTold] = useState({ refused, said: '' });
  if (told.refused !== refused) setTold({ refused, said: saidAgain(told.said, reason) });
  useEffect(() => {
    if (told.said !== '' && hint.current) pointOut(hint.current);
  }, [told, hint]);
  return told.said;
}
