import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-table.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { conflictsText } from '#renderer/ui/text/conflicts.ts';
import { outboxText } from '#renderer/ui/text/outbox.ts';

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
  /** Why the usul cannot be looked at again; null when it can. */
  readonly redoRefused: string | null;
  readonly name: string;
  readonly onRedo: () => void;
  readonly onLetGo: () => void;
}

/** What can be done about a returned decision, each with its key, and why something cannot. */
export function ConflictActions({ redoRefused, name, onRedo, onLetGo }: ConflictActionsProps) {
  const styles = useStyles();
  return (
    <footer className={styles.root}>
      <Button
        className={styles.button}
        appearance="primary"
        disabledFocusable={redoRefused !== null}
        aria-label={outboxText.redoLabel(name)}
        aria-keyshortcuts={keyShortcuts('redoDecision')}
        title={redoRefused ?? conflictsText.redoHint}
        onClick={onRedo}
      >
        {conflictsText.redo} <KeyCap shown={shownKey('redoDecision')} />
      </Button>
      <Button
        className={styles.button}
        aria-label={outboxText.letGoLabel(name)}
        aria-keyshortcuts={keyShortcuts('letGoOfDecision')}
        title={outboxText.letGoTitle}
        onClick={onLetGo}
      >
        {conflictsText.letGo} <KeyCap shown={shownKey('letGoOfDecision')} />
      </Button>
      <span className={styles.hint}>{redoRefused ?? conflictsText.redoHint}</span>
    </footer>
  );
}
