import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { VerdictWord } from '#renderer/features/workbench/record/verdict-word.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '10px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  seen: { minWidth: 0, overflowWrap: 'anywhere' },
  link: { marginLeft: 'auto', fontSize: 'inherit', lineHeight: 'inherit' },
});

interface CorrectionLineProps {
  /** What the document says. */
  readonly seen: string;
  readonly readOnly: boolean;
  readonly onTakeBack: () => void;
}

/** That the person put the value of a field right, and what the document says. */
export function CorrectionLine({ seen, readOnly, onTakeBack }: CorrectionLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <VerdictWord verdict="dikoreksi" kind="ubah" />
      {seen !== '' && <span className={styles.seen}>{workbenchText.toldSeen(seen)}</span>}
      {!readOnly && (
        <Link
          as="button"
          className={styles.link}
          aria-keyshortcuts={keyShortcuts(caseKeys, 'correctValue')}
          title={`${workbenchText.correction.takeBack} (${shownKey(caseKeys, 'correctValue')})`}
          onClick={onTakeBack}
        >
          {workbenchText.correction.takeBack}
        </Link>
      )}
    </div>
  );
}
