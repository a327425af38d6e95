import { makeStyles } from '@fluentui/react-components';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';
import { diffValues } from '#renderer/ui/diff/value-diff.ts';
import { evidenceText } from '#renderer/ui/text/evidence.ts';

const useStyles = makeStyles({ root: { minWidth: 0, overflowWrap: 'anywhere' } });

interface PrintedValueProps {
  readonly field: Pick<CaseField, 'proposed'>;
  readonly printed: string;
}

/** What stands in the document where it is not letter for letter the proposed value, with the letters that differ marked. */
export function PrintedValue({ field, printed }: PrintedValueProps) {
  const styles = useStyles();
  if (!isPrintedOtherwise(printed, field.proposed)) return null;
  const { proposed: parts } = diffValues(field.proposed, printed, 'huruf');
  return (
    <span className={styles.root}>
      {evidenceText.printed} <ChangedValue parts={parts} side="proposed" />
    </span>
  );
}

/** Whether what is printed reads differently from the proposed value; nothing at all does not. */
export function isPrintedOtherwise(printed: string, proposed: string): boolean {
  return printed !== '' && plain(printed) !== plain(proposed);
}

// Papers print names in capitals and leave blanks where they like: neither is another value.
function plain(text: string): string {
  return text.replaceAll(/[\s.,:;]+/gu, '').toLowerCase();
}
