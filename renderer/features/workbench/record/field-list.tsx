import { makeStyles, tokens } from '@fluentui/react-components';
import { EvidenceLine } from '#renderer/features/workbench/evidence/evidence-line.tsx';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { CaseGroup } from '#renderer/features/workbench/record/case-fields.ts';
import type { ValueCorrection } from '#renderer/features/workbench/correction/use-value-correction.ts';
import { DeletionForm } from '#renderer/features/workbench/record/deletion/deletion-form.tsx';
import { DocumentProblems } from '#renderer/features/workbench/record/document-problems.tsx';
import { FieldRow } from '#renderer/features/workbench/record/field-row.tsx';
import { FindingSummary } from '#renderer/features/workbench/record/finding-summary.tsx';
import { letterOf, ListHead } from '#renderer/features/workbench/record/list-head.tsx';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { documentWarnings } from '#renderer/core/case/open-warnings.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { adoptedVerdict, mayJudge } from '#renderer/core/case/case-work.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import { verdictKinds, type Verdict } from '#shared/workflow/decision.ts';
import { verdictLabels } from '#shared/workflow/workflow-labels.ts';

/** What the letters above the verdicts mean, where there is room for it: beside the first heading. */
const legend = verdictKinds
  .map((verdict) => `${letterOf(verdict)} = ${verdictLabels[verdict].toLowerCase()}`)
  .join(' · ');

const useStyles = makeStyles({
  group: {
    margin: 0,
    padding: '5px 12px 2px 15px',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '12px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  label: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  legend: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  fields: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface FieldListProps {
  readonly open: OpenCase;
  readonly groups: readonly CaseGroup[];
  readonly focus: FieldFocus;
  readonly evidence: EvidenceWork;
  readonly correction: ValueCorrection;
  readonly onJudge: (field: string, verdict: Verdict | null, seen?: string) => void;
  readonly onChooseReason: (reason: DeletionReason) => void;
}

/** The fields of the usul in their groups; one stop for the Tab key, arrows move within. */
export function FieldList(props: FieldListProps) {
  const { open, groups, focus, evidence, onJudge } = props;
  const { usul } = open;
  const goTo = (field: string): void => focus.pointOut(field);
  const reason = usul.kind === 'hapus' ? groups[0]?.fields[0] : undefined;
  return (
    <section aria-label={workbenchText.fields}>
      <ListHead kind={usul.kind} />
      <FindingSummary groups={groups} findings={open.findings} onGo={goTo} />
      <DocumentProblems
        // What bears out the record that is to go stands at the reason.
        warnings={documentWarnings(open.judged, evidence).filter(
          ({ subject }) => subject !== 'membuktikan',
        )}
        onShow={evidence.showDocument}
      />
      <EvidenceLine names={namesOf(groups)} evidence={evidence} />
      {reason ? (
        <DeletionForm
          open={open}
          field={reason}
          rowRef={focus.rowRef(reason.spec.name)}
          warnings={evidence.warnings}
          onActivate={() => focus.activate(reason.spec.name)}
          onJudge={(verdict, seen) => onJudge(reason.spec.name, verdict, seen)}
          onChooseReason={props.onChooseReason}
          onSeenDone={() => focus.focus(reason.spec.name)}
        />
      ) : (
        <FieldGroups {...props} goTo={goTo} />
      )}
    </section>
  );
}

function namesOf(groups: readonly CaseGroup[]): readonly string[] {
  return groups.flatMap(({ fields }) => fields.map(({ spec }) => spec.name));
}

interface FieldGroupsProps extends FieldListProps {
  readonly goTo: (field: string) => void;
}

function FieldGroups(props: FieldGroupsProps) {
  const { open, groups, focus, evidence, onJudge, goTo } = props;
  const styles = useStyles();
  const { usul, draft } = open;
  return groups.map((group, index) => (
    <section key={group.label} aria-label={group.label}>
      <div className={styles.group}>
        <h2 className={styles.label}>{group.label}</h2>
        {index === 0 && <span className={styles.legend}>{legend}</span>}
      </div>
      <div className={styles.fields}>
        {group.fields.map((field) => (
          <FieldRow
            key={field.spec.name}
            field={field}
            kind={usul.kind}
            verdict={draft.verdicts[field.spec.name]}
            active={focus.active === field.spec.name}
            readOnly={!mayJudge(open)}
            adopted={adoptedVerdict(open, field.spec.name)}
            told={open.told.get(field.spec.name)}
            rowRef={focus.rowRef(field.spec.name)}
            onActivate={() => focus.activate(field.spec.name)}
            onGo={goTo}
            onJudge={(verdict, seen) => onJudge(field.spec.name, verdict, seen)}
            onSeenDone={() => focus.move(1)}
            evidence={evidence}
            correction={props.correction}
          />
        ))}
      </div>
    </section>
  ));
}
