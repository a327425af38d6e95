import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComparedField } from '#renderer/features/workbench/record/deletion/deletion-view.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';
import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    textAlign: 'left',
  },
  // Its words are the heads of the columns.
  caption: unseen,
  cell: {
    padding: '3px 12px 3px 0',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  head: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightSemibold,
    borderTop: 'none',
  },
  name: { width: '30%', paddingLeft: '15px', color: tokens.colorNeutralForeground2 },
  doomed: { color: tokens.colorPaletteRedForeground1 },
  differs: { backgroundColor: tokens.colorNeutralBackground3 },
});

interface RecordComparisonProps {
  readonly fields: readonly ComparedField[];
  /** Heading of the record that stays; null where there is none. */
  readonly keptTitle: string | null;
}

/** The record that would go, beside the one that stays for the same event; no value of it is judged. */
export function RecordComparison({ fields, keptTitle }: RecordComparisonProps) {
  const styles = useStyles();
  const { compared, field, doomedRecord } = recordText.deletion;
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.root}>
      <caption className={styles.caption}>{compared}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, styles.name)}>
            {field}
          </th>
          <th scope="col" className={mergeClasses(head, styles.doomed)}>
            {doomedRecord}
          </th>
          {keptTitle !== null && (
            <th scope="col" className={head}>
              {keptTitle}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {fields.map((one) => (
          <tr key={one.name} className={mergeClasses(one.diff !== null && styles.differs)}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {one.label}
            </th>
            <td className={styles.cell}>
              <ChangedValue parts={one.diff?.old ?? whole(one.doomed)} side="old" />
            </td>
            {keptTitle !== null && (
              <td className={styles.cell}>
                <ChangedValue parts={one.diff?.proposed ?? whole(one.kept ?? '')} side="proposed" />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whole(text: string): readonly DiffPart[] {
  return text === '' ? [] : [{ text, changed: false }];
}
