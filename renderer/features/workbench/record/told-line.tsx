import { makeStyles, tokens } from '@fluentui/react-components';
import { VerdictWord } from '#renderer/features/workbench/record/verdict-word.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';
import { roleName } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '6px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  seen: { minWidth: 0, overflowWrap: 'anywhere' },
});

interface ToldLineProps {
  readonly told: ToldVerdict;
  readonly kind: UsulKind;
}

/** What a decision before this one said against a field; nothing where the field was in order. */
export function ToldLine({ told, kind }: ToldLineProps) {
  const styles = useStyles();
  const { verdict, seen, by } = told;
  if (verdict === 'sesuai') return null;
  return (
    <div className={styles.root}>
      <span>{roleName(by)}:</span>
      <VerdictWord verdict={verdict} kind={kind} />
      {seen !== '' && <span className={styles.seen}>{workbenchText.toldSeen(seen)}</span>}
    </div>
  );
}
