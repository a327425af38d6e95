import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { SelectObject20Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { Correcting } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '3px 10px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `1px solid ${tokens.colorBrandStroke1}`,
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  cancel: { flexShrink: 0, fontSize: 'inherit', lineHeight: 'inherit' },
});

interface DrawingHintProps {
  readonly correcting: Correcting;
  readonly onCancel: () => void;
}

/** Says above the document that a place can be shown on it now, and what is picked. */
export function DrawingHint({ correcting: { label, picked }, onCancel }: DrawingHintProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <SelectObject20Regular className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        {picked ? evidenceText.picked(label, picked.text) : evidenceText.correcting(label)}
      </span>
      <Link
        as="button"
        className={styles.cancel}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onCancel}
      >
        {evidenceText.cancel} ({shownKey(caseKeys, 'leave')})
      </Link>
    </div>
  );
}
