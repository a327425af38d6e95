import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { VerdictWord } from '#renderer/features/workbench/record/verdict-word.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import { showCorrection } from '#shared/workflow/correction.ts';
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
  /** Null where the correction stands at the value already. */
  readonly spec: Pick<FieldSpec, 'name' | 'format'> | null;
  /** What is shown of the place that it names. */
  readonly children?: ReactNode;
}

/** What a decision before this one said against a field; nothing where the field was in order. */
export function ToldLine({ told, kind, spec, children }: ToldLineProps) {
  const styles = useStyles();
  const { verdict, seen, by, correction } = told;
  if (verdict === 'sesuai') return null;
  return (
    <div className={styles.root}>
      <span>{roleName(by)}:</span>
      <VerdictWord verdict={verdict} kind={kind} />
      {correction && spec && (
        <span className={styles.seen}>{showCorrection(spec, correction)}</span>
      )}
      {seen !== '' && <span className={styles.seen}>{workbenchText.toldSeen(seen)}</span>}
      {children}
    </div>
  );
}
