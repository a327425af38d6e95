import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type {
  ChangedField,
  Comparison,
} from '#renderer/features/outbox/conflict/compare-fields.ts';
import { ConflictPanel } from '#renderer/features/outbox/conflict/conflict-panel.tsx';
import { FoldedFields } from '#renderer/features/outbox/conflict/folded-fields.tsx';
import { verdictOn, type OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  sentence: { margin: 0 },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  narrow: { width: '26%' },
  head: {
    padding: '2px 8px 2px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { fontSize: textSizes.dense, lineHeight: lineHeights.dense },
  verdict: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
});

interface FieldChangesProps {
  readonly entry: OutboxEntryView;
  readonly comparison: Comparison;
}

/** "Yang berubah": field by field the value as judged beside the value now; fields that stay are folded away. */
export function FieldChanges({ entry, comparison }: FieldChangesProps) {
  const styles = useStyles();
  if (comparison.kind === 'tidak_dapat') {
    return (
      <ConflictPanel title={conflictsText.changes}>
        <p className={styles.sentence}>{conflictsText.cannotCompare[comparison.because]}</p>
        <FoldedFields
          key={entry.decision.id}
          title={conflictsText.judgedValues}
          fields={comparison.judged}
        />
      </ConflictPanel>
    );
  }
  const { changed, same, newDocuments } = comparison;
  const count = conflictsText.changedCount(changed.length, changed.length + same.length);
  return (
    <ConflictPanel title={conflictsText.changes} {...(changed.length > 0 && { aside: count })}>
      {changed.length === 0 && <p className={styles.sentence}>{conflictsText.noFieldChanged}</p>}
      {newDocuments.length > 0 && (
        <p className={styles.sentence}>{conflictsText.newDocuments(newDocuments)}</p>
      )}
      {changed.length > 0 && <ChangeTable entry={entry} changed={changed} />}
      <FoldedFields key={entry.decision.id} title={conflictsText.same} fields={same} />
    </ConflictPanel>
  );
}

function ChangeTable({
  entry,
  changed,
}: {
  readonly entry: OutboxEntryView;
  readonly changed: readonly ChangedField[];
}) {
  const styles = useStyles();
  const { columns } = conflictsText;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.narrow)}>
            {columns.field}
          </th>
          <th scope="col" className={styles.head}>
            {columns.judged}
          </th>
          <th scope="col" className={styles.head}>
            {columns.now}
          </th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ name, label, diff }) => (
          <tr key={name}>
            <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
              {label}
            </th>
            <td className={styles.cell}>
              <ChangedValue parts={diff.old} side="old" />
              <div className={styles.verdict}>{verdictOn(entry, name)}</div>
            </td>
            <td className={styles.cell}>
              <ChangedValue parts={diff.proposed} side="proposed" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
