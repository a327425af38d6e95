import { makeStyles, tokens } from '@fluentui/react-components';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { emptyValue } from '#renderer/ui/diff/diff-part.ts';

const useStyles = makeStyles({
  root: { overflowWrap: 'anywhere', userSelect: 'text' },
  // Struck out, not taken away: it is what the ASN said.
  asked: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  stands: {
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface CorrectedValueProps {
  readonly proposed: string;
  readonly corrected: string;
}

/** The ASN's value struck out, and what stands in its place. */
export function CorrectedValue({ proposed, corrected }: CorrectedValueProps) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <del className={styles.asked}>{proposed === '' ? emptyValue : proposed}</del>{' '}
      <span className={styles.hidden}>{workbenchText.correction.becomes}</span>
      <ins className={styles.stands}>{corrected}</ins>
    </span>
  );
}
