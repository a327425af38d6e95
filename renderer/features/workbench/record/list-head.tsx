import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { columns, narrow } from '#renderer/features/workbench/record/field-columns.ts';
import { verdictKeys } from '#renderer/features/workbench/record/verdict-buttons.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { verdictKinds, type Verdict } from '#shared/workflow/decision.ts';
import { verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';
import type { UsulKind } from '#shared/records/usul.ts';

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    columnGap: '8px',
    padding: '3px 12px 3px 15px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  two: { gridTemplateColumns: columns.two, [narrow]: { gridTemplateColumns: columns.narrow } },
  three: { gridTemplateColumns: columns.three, [narrow]: { gridTemplateColumns: columns.narrow } },
  clip: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wide: { [narrow]: { display: 'none' } },
  slim: { display: 'none', [narrow]: { display: 'inline' } },
  keys: { display: 'grid', gridTemplateColumns: 'repeat(3, 34px)', textAlign: 'center' },
});

/** What stands in the columns; stays in view. */
export function ListHead({ kind }: { readonly kind: UsulKind }) {
  const styles = useStyles();
  const { field, old, proposed, doomed, both } = workbenchText.columns;
  const changes = kind === 'ubah';
  return (
    <div
      className={mergeClasses(styles.head, changes ? styles.three : styles.two)}
      aria-hidden="true"
    >
      <span>{field}</span>
      {changes && <span className={styles.wide}>{old}</span>}
      <span className={mergeClasses(styles.clip, changes && styles.wide)}>
        {kind === 'hapus' ? doomed : proposed}
      </span>
      {changes && <span className={styles.slim}>{both}</span>}
      <span className={styles.keys}>
        {verdictKinds.map((verdict) => (
          <span key={verdict} title={verdictLabelsOf(kind)[verdict]}>
            {letterOf(verdict)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The letter key of a verdict. */
export function letterOf(verdict: Verdict): string {
  return shownKey(caseKeys, verdictKeys[verdict]).slice(0, 1);
}
