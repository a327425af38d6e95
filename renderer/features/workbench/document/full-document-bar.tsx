import { useId, useMemo, type Ref } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { FullScreenMinimize20Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { EvidenceBadge } from '#renderer/features/workbench/evidence/evidence-badge.tsx';
import { badgeOf } from '#renderer/features/workbench/evidence/field-badge.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { Judging } from '#renderer/features/workbench/decide/use-judging.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import { groupFields, type CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { diffField } from '#renderer/features/workbench/record/field-diff.ts';
import { fieldSummary } from '#renderer/features/workbench/record/field-summary.ts';
import { SeenField } from '#renderer/features/workbench/record/seen-field.tsx';
import { CorrectedValue } from '#renderer/features/workbench/correction/corrected-value.tsx';
import { VerdictWord } from '#renderer/features/workbench/record/verdict-word.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { adoptedVerdict, mayJudge, standingVerdict } from '#renderer/core/case/case-work.ts';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import { ChangedValue } from '#renderer/ui/diff/changed-value.tsx';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { fullName } from '#shared/records/full-name.ts';
import type { UsulKind } from '#shared/records/usul.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: '4px 12px',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '4px 14px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { whiteSpace: 'nowrap' },
  field: {
    margin: 0,
    minWidth: 0,
    padding: '3px 10px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    border: 'none',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  },
  label: { flexShrink: 0, maxWidth: '40%', color: tokens.colorNeutralForeground2 },
  value: { flex: '1 1 auto', minWidth: 0, '& span': { whiteSpace: 'pre' } },
  arrow: { color: tokens.colorNeutralForeground2 },
  seen: { flex: '1 1 180px', minWidth: '120px' },
  side: {
    minWidth: 0,
    maxWidth: '240px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    textAlign: 'right',
  },
  name: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
});

interface FullDocumentBarProps {
  readonly open: OpenCase;
  readonly focus: FieldFocus;
  readonly judging: Judging;
  readonly evidence: EvidenceWork;
  readonly onBack: () => void;
}

/** What stays of the record while the document takes the whole workbench: the field that the keys judge. */
export function FullDocumentBar({ open, focus, judging, evidence, onBack }: FullDocumentBarProps) {
  const styles = useStyles();
  const fields = useMemo(
    () => groupFields(open.judged, open.findings, open.usul).flatMap((group) => group.fields),
    [open.judged, open.findings, open.usul],
  );
  const active = fields.find(({ spec }) => spec.name === focus.active);
  const judged = fields.filter(({ spec }) => standingVerdict(open, spec.name) !== null).length;
  const name = fullName(open.usul.employee);
  return (
    <div className={styles.root}>
      <Button
        size="small"
        className={styles.button}
        icon={<FullScreenMinimize20Regular />}
        title={`${workbenchText.endFullDocument} (${shownKey(documentKeys, 'fullDocument')}, ${shownKey(caseKeys, 'leave')})`}
        onClick={onBack}
      >
        {workbenchText.endFullDocument}
      </Button>
      {active ? (
        <ActiveField
          key={active.spec.name}
          field={active}
          standInRef={focus.standInRef}
          {...{ open, focus, judging, evidence }}
        />
      ) : (
        <span />
      )}
      <div className={styles.side}>
        <h1 className={mergeClasses(styles.name, styles.clip)} title={name}>
          {name}
        </h1>
        <div>{workbenchText.progress(judged, fields.length)}</div>
      </div>
    </div>
  );
}

interface ActiveFieldProps extends Omit<FullDocumentBarProps, 'onBack'> {
  readonly field: CaseField;
  readonly standInRef: Ref<HTMLFieldSetElement>;
}

function ActiveField({ field, open, focus, judging, evidence, standInRef }: ActiveFieldProps) {
  const styles = useStyles();
  const badgeId = useId();
  const { kind } = open.usul;
  const { spec } = field;
  const verdict = open.draft.verdicts[spec.name];
  const known = evidence.fields[spec.name];
  const adopted = adoptedVerdict(open, spec.name);
  const badge = kind === 'hapus' ? null : badgeOf(known, evidence.reading, true);
  return (
    // The stop of the keys that judge, in place of the field's row.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={standInRef}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={fieldSummary(field, kind, verdict?.verdict ?? null, adopted)}
      aria-describedby={badge ? badgeId : undefined}
      className={styles.field}
    >
      <span className={mergeClasses(styles.label, styles.clip)} title={spec.label}>
        {spec.label}
      </span>
      <Values field={field} kind={kind} />
      {verdict?.verdict === 'tidak_sesuai' && (
        <SeenHere
          seen={verdict.seen}
          readOnly={!mayJudge(open)}
          onSeen={(seen) => judging.judgeField(spec.name, 'tidak_sesuai', seen)}
          onDone={() => focus.move(1)}
        />
      )}
      {badge && (
        <EvidenceBadge id={badgeId} kind={badge} evidence={known} names={evidence.names} full />
      )}
      <VerdictWord verdict={verdict?.verdict ?? adopted?.verdict ?? null} kind={kind} />
    </fieldset>
  );
}

function Values({ field, kind }: { readonly field: CaseField; readonly kind: UsulKind }) {
  const styles = useStyles();
  const { old, proposed, corrected } = field;
  const changed = kind === 'ubah' && old !== proposed;
  const diff = diffField(changed ? field : { ...field, old: proposed });
  return (
    <span
      className={mergeClasses(styles.value, styles.clip)}
      title={changed ? workbenchText.oldSummary(old, proposed) : proposed}
    >
      {changed && (
        <>
          <ChangedValue parts={diff.old} side="old" />
          <span className={styles.arrow}> → </span>
        </>
      )}
      {corrected === null ? (
        <ChangedValue parts={diff.proposed} side="proposed" />
      ) : (
        <CorrectedValue proposed={proposed} corrected={corrected} />
      )}
    </span>
  );
}

interface SeenHereProps {
  readonly seen: string;
  readonly readOnly: boolean;
  readonly onSeen: (seen: string) => void;
  readonly onDone: () => void;
}

function SeenHere({ seen, readOnly, onSeen, onDone }: SeenHereProps) {
  const styles = useStyles();
  const [text, type] = useTypedText(seen, onSeen);
  return (
    <SeenField
      className={styles.seen}
      text={text}
      readOnly={readOnly}
      label={workbenchText.seenLabel}
      placeholder={workbenchText.seenLabel}
      onType={type}
      onDone={onDone}
    />
  );
}
