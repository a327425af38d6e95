import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { narrow } from '#renderer/features/workbench/record/field-columns.ts';
import { diffField } from '#renderer/features/workbench/record/field-diff.ts';
import { CorrectedValue } from '#renderer/features/workbench/correction/corrected-value.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';
import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { UsulKind } from '#shared/records/usul.ts';

const useStyles = makeStyles({
  // Two lines do not touch the rules above and below them; one line has room anyhow.
  value: { minWidth: 0, padding: '2px 0' },
  score: {
    display: 'block',
    width: '7ch',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  both: {
    minWidth: 0,
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '8px',
  },
  stays: { color: tokens.colorNeutralForeground3 },
  end: {
    flexShrink: 0,
    alignSelf: 'center',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
  },
  stacked: {
    [narrow]: { flexDirection: 'column', alignItems: 'flex-start', gap: 0 },
  },
  endStacked: { [narrow]: { alignSelf: 'flex-start', flexWrap: 'wrap', maxWidth: '100%' } },
  unchanged: {
    flexShrink: 0,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontStyle: 'italic',
  },
});

interface FieldValuesProps {
  readonly field: CaseField;
  readonly kind: UsulKind;
  /** What stands at the end of the value, where it stands once. */
  readonly beside: ReactNode;
  /** It stands below the value where there is little room. */
  readonly stacked: boolean;
}

/** What a field holds; for `ubah` old and proposed value side by side with the difference marked, or once when it stays. */
export function FieldValues({ field, kind, beside, stacked }: FieldValuesProps) {
  const styles = useStyles();
  const { old, proposed, place, corrected } = field;
  // Two values need more room than a column of numbers has.
  const score = place.column && corrected === null && styles.score;
  if (kind !== 'ubah') {
    return (
      <span className={mergeClasses(styles.both, stacked && styles.stacked)}>
        <span className={mergeClasses(styles.value, score)}>
          <Proposed parts={whole(proposed)} {...{ proposed, corrected }} />
        </span>
        {beside && (
          <span className={mergeClasses(styles.end, stacked && styles.endStacked)}>{beside}</span>
        )}
      </span>
    );
  }
  if (old === proposed) {
    return (
      <span className={mergeClasses(styles.both, styles.stays, stacked && styles.stacked)}>
        <span className={mergeClasses(styles.value, score)}>
          <Proposed parts={whole(proposed)} {...{ proposed, corrected }} />
        </span>
        <span className={mergeClasses(styles.end, stacked && styles.endStacked)}>
          <span className={styles.unchanged}>{recordText.unchanged}</span>
          {beside}
        </span>
      </span>
    );
  }
  const diff = diffField(field);
  return (
    <>
      <span className={mergeClasses(styles.value, score)}>
        <ChangedValue parts={diff.old} side="old" />
      </span>
      <span className={styles.value}>
        <span className={mergeClasses(score)}>
          <Proposed parts={diff.proposed} {...{ proposed, corrected }} />
        </span>
      </span>
    </>
  );
}

interface ProposedProps extends Pick<CaseField, 'proposed' | 'corrected'> {
  readonly parts: readonly DiffPart[];
}

/** What the ASN proposes; struck out beside what stands in its place where it was put right. */
function Proposed({ parts, proposed, corrected }: ProposedProps) {
  if (corrected !== null) return <CorrectedValue {...{ proposed, corrected }} />;
  return <ChangedValue parts={parts} side="proposed" />;
}

function whole(text: string): readonly DiffPart[] {
  return text === '' ? [] : [{ text, changed: false }];
}
