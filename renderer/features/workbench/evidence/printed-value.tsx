import { makeStyles } from '@fluentui/react-components';
import {
  isPrintedOtherwise,
  printedParts,
} from '#renderer/features/workbench/evidence/printed-parts.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';

const useStyles = makeStyles({ root: { minWidth: 0, overflowWrap: 'anywhere' } });

interface PrintedValueProps {
  readonly field: Pick<CaseField, 'proposed' | 'corrected'>;
  readonly printed: string;
}

/** What stands in the document where it is not letter for letter the value that is judged, with the letters that differ marked. */
export function PrintedValue({ field, printed }: PrintedValueProps) {
  const styles = useStyles();
  const judged = field.corrected ?? field.proposed;
  if (!isPrintedOtherwise(printed, judged)) return null;
  return (
    <span className={styles.root}>
      {evidenceText.printed} <ChangedValue parts={printedParts(printed, judged)} side="proposed" />
    </span>
  );
}
