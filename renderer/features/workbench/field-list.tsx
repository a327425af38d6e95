import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  generalFindings,
  type CaseGroup,
  type OpenCase,
} from '#renderer/features/workbench/case-fields.ts';
import { columns, FieldRow } from '#renderer/features/workbench/field-row.tsx';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import { Findings } from '#renderer/features/workbench/findings.tsx';
import { verdictKeys, type Verdict } from '#renderer/features/workbench/verdict-buttons.tsx';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { verdictKinds } from '#shared/domain/model/decision.ts';
import { verdictLabels } from '#shared/domain/model/labels.ts';
import type { UsulKind } from '#shared/domain/model/usul.ts';

/** What the letters above the verdicts mean, where there is room for it: beside the first heading. */
const legend = verdictKinds
  .map((verdict) => `${letterOf(verdict)} = ${verdictLabels[verdict].toLowerCase()}`)
  .join(' · ');

const useStyles = makeStyles({
  root: { flex: '1 1 0', minHeight: 0, overflowY: 'auto', scrollPaddingTop: '26px' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    columnGap: '8px',
    padding: '3px 12px 3px 15px',
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  two: { gridTemplateColumns: columns.two },
  three: { gridTemplateColumns: columns.three },
  keys: { display: 'grid', gridTemplateColumns: 'repeat(3, 34px)', textAlign: 'center' },
  group: {
    margin: 0,
    padding: '4px 12px 1px 15px',
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  label: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  legend: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  general: { padding: '6px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface FieldListProps {
  readonly open: OpenCase;
  readonly groups: readonly CaseGroup[];
  readonly focus: FieldFocus;
  readonly onJudge: (field: string, verdict: Verdict | null, seen?: string) => void;
}

/** The fields of the usul in their groups; one stop for the Tab key, arrows move within. */
export function FieldList({ open, groups, focus, onJudge }: FieldListProps) {
  const styles = useStyles();
  const { usul, draft } = open;
  const general = generalFindings(groups, open.findings);
  return (
    <section className={styles.root} aria-label={workbenchText.fields} tabIndex={-1}>
      <ListHead kind={usul.kind} />
      {general.length > 0 && (
        <div className={styles.general}>
          <Findings findings={general} />
        </div>
      )}
      {groups.map((group, index) => (
        <section key={group.label} aria-label={group.label}>
          <div className={styles.group}>
            <h2 className={styles.label}>{group.label}</h2>
            {index === 0 && <span className={styles.legend}>{legend}</span>}
          </div>
          {group.fields.map((field) => (
            <FieldRow
              key={field.spec.name}
              field={field}
              kind={usul.kind}
              verdict={draft.verdicts[field.spec.name]}
              active={focus.active === field.spec.name}
              readOnly={open.readOnlyBecause !== null}
              rowRef={focus.rowRef(field.spec.name)}
              onActivate={() => focus.activate(field.spec.name)}
              onJudge={(verdict, seen) => onJudge(field.spec.name, verdict, seen)}
              onSeenDone={() => focus.move(1)}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

function ListHead({ kind }: { readonly kind: UsulKind }) {
  const styles = useStyles();
  const { field, old, proposed, doomed } = workbenchText.columns;
  return (
    <div
      className={mergeClasses(styles.head, kind === 'ubah' ? styles.three : styles.two)}
      aria-hidden="true"
    >
      <span>{field}</span>
      {kind === 'ubah' && <span>{old}</span>}
      <span>{kind === 'hapus' ? doomed : proposed}</span>
      <span className={styles.keys}>
        {verdictKinds.map((verdict) => (
          <span key={verdict} title={verdictLabels[verdict]}>
            {letterOf(verdict)}
          </span>
        ))}
      </span>
    </div>
  );
}

function letterOf(verdict: Verdict): string {
  return shownKey(verdictKeys[verdict]).slice(0, 1);
}
