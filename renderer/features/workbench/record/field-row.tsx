import { useId, type Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ActiveEvidence,
  NotSought,
} from '#renderer/features/workbench/evidence/active-evidence.tsx';
import { EvidenceBadge } from '#renderer/features/workbench/evidence/evidence-badge.tsx';
import { badgeOf } from '#renderer/features/workbench/evidence/field-badge.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { columns, narrow } from '#renderer/features/workbench/record/field-columns.ts';
import { CorrectionEditor } from '#renderer/features/workbench/correction/correction-editor.tsx';
import { CorrectionLine } from '#renderer/features/workbench/correction/correction-line.tsx';
import { ToldPlace } from '#renderer/features/workbench/correction/told-place.tsx';
import type { ValueCorrection } from '#renderer/features/workbench/correction/use-value-correction.ts';
import { FieldLabel } from '#renderer/features/workbench/record/field-label.tsx';
import { FieldValues } from '#renderer/features/workbench/record/field-values.tsx';
import { Findings } from '#renderer/features/workbench/record/findings.tsx';
import { JudgedLine, JudgedRow } from '#renderer/features/workbench/record/judged-row.tsx';
import { SeenInput } from '#renderer/features/workbench/record/seen-input.tsx';
import { SubtleHint } from '#renderer/features/workbench/record/subtle-hint.tsx';
import { ToldLine } from '#renderer/features/workbench/record/told-line.tsx';
import { VerdictButtons } from '#renderer/features/workbench/record/verdict-buttons.tsx';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { rowSizes } from '#renderer/ui/sizes.ts';
import type { FieldVerdict, Verdict } from '#shared/workflow/decision.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';

const useStyles = makeStyles({
  row: {
    padding: `${rowSizes.padding} 12px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  bound: { borderTopColor: 'transparent' },
  two: { gridTemplateColumns: columns.two, [narrow]: { gridTemplateColumns: columns.narrow } },
  three: {
    gridTemplateColumns: columns.three,
    [narrow]: {
      gridTemplateColumns: columns.narrow,
      // Old value above the proposed one; label and verdict beside both.
      '& > :first-child': { gridRow: '1 / span 2' },
      '& > :last-child': { gridColumn: 3, gridRow: '1 / span 2' },
    },
  },
  details: { paddingLeft: '2px' },
});

interface FieldRowProps {
  readonly field: CaseField;
  readonly kind: UsulKind;
  readonly verdict: FieldVerdict | undefined;
  readonly active: boolean;
  readonly readOnly: boolean;
  /** On which the decision stands while the person says nothing else of the field. */
  readonly adopted: ToldVerdict | null;
  /** What a decision before this one said of it. */
  readonly told: ToldVerdict | undefined;
  readonly rowRef: Ref<HTMLFieldSetElement>;
  readonly onActivate: () => void;
  readonly onGo: (field: string) => void;
  readonly onJudge: (verdict: Verdict | null, seen?: string) => void;
  /** The person has typed what the document says and moves on. */
  readonly onSeenDone: () => void;
  readonly evidence: EvidenceWork;
  readonly correction: ValueCorrection;
}

/** One field: label, old and proposed value, what the rules say, the verdict. */
export function FieldRow({ rowRef, ...props }: FieldRowProps) {
  const { field, kind, verdict, active } = props;
  const styles = useStyles();
  const changed = kind === 'ubah' && field.old !== field.proposed;
  const [hintId, findingsId, badgeId] = [useId(), useId(), useId()];
  const { fields, reading, names, expanded: open } = props.evidence;
  const [known, expanded] = [fields[field.spec.name], open === field.spec.name];
  const kindOfBadge = badgeOf(known, reading, expanded);
  const look = { evidence: known, names, full: expanded, slim: !expanded && !changed };
  const badge = kindOfBadge && <EvidenceBadge id={badgeId} kind={kindOfBadge} {...look} />;
  const found = field.findings.length > 0 && findingsId;
  const described = [kindOfBadge && badgeId, field.hint && hintId, found];
  const describedBy = described.filter(Boolean).join(' ');
  return (
    <JudgedRow
      {...{ field, kind, active, rowRef }}
      verdict={verdict?.verdict ?? null}
      adopted={props.adopted}
      describedBy={describedBy === '' ? undefined : describedBy}
      className={mergeClasses(styles.row, field.place.bound && styles.bound)}
      onActivate={props.onActivate}
    >
      <JudgedLine className={changed ? styles.three : styles.two}>
        <FieldLabel
          field={field}
          changed={changed}
          inTabOrder={active}
          below={changed && badge}
          onGo={props.onGo}
        />
        <FieldValues field={field} kind={kind} beside={badge} stacked={expanded} />
        <VerdictButtons
          label={field.spec.label}
          of={kind}
          verdict={verdict?.verdict ?? null}
          adopted={props.adopted}
          disabled={props.readOnly}
          inTabOrder={active}
          onJudge={props.onJudge}
        />
      </JudgedLine>
      <div className={styles.details}>
        <RowDetails row={props} known={known} expanded={expanded} hintId={hintId} />
        <Findings id={findingsId} findings={field.findings} />
      </div>
    </JudgedRow>
  );
}

interface RowDetailsProps {
  readonly row: Omit<FieldRowProps, 'rowRef'>;
  readonly known: CaseFieldEvidence | undefined;
  readonly expanded: boolean;
  readonly hintId: string;
}

/** What stands under the values: what the documents say, what is easily missed, what the person has read there. */
function RowDetails({ row, known, expanded, hintId }: RowDetailsProps) {
  const { field, verdict, readOnly, evidence, correction } = row;
  const { name } = field.spec;
  const isEditing = correction.editing === name;
  const found = known?.status === 'ditemukan';
  return (
    <>
      {expanded && known && <ActiveEvidence field={field} evidence={known} of={evidence} />}
      {expanded && !known && evidence.soughtOthers && <NotSought />}
      {row.told && (
        <ToldLine
          told={row.told}
          kind={row.kind}
          spec={field.corrected === null ? field.spec : null}
        >
          {expanded && !found && <ToldPlace told={row.told} of={evidence} />}
        </ToldLine>
      )}
      {field.hint !== null && <SubtleHint id={hintId} difference={field.hint} />}
      {verdict?.correction && !isEditing && (
        <CorrectionLine seen={verdict.seen} readOnly={readOnly} onTakeBack={correction.toggle} />
      )}
      {isEditing && (
        <CorrectionEditor spec={field.spec} start={correction.text} onKeep={correction.keep} />
      )}
      {verdict?.verdict === 'tidak_sesuai' && !isEditing && (
        <SeenInput
          seen={verdict.seen}
          proposed={field.proposed}
          readOnly={readOnly}
          onSeen={(seen) => row.onJudge('tidak_sesuai', seen)}
          onDone={row.onSeenDone}
          {...(row.active && correction.isPossible(name) && { onCorrect: correction.toggle })}
        />
      )}
    </>
  );
}
