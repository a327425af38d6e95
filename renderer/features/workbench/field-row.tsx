import type { Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CaseField } from '#renderer/features/workbench/case-fields.ts';
import { ChangedValue } from '#renderer/features/workbench/changed-value.tsx';
import { Findings } from '#renderer/features/workbench/findings.tsx';
import { SeenInput } from '#renderer/features/workbench/seen-input.tsx';
import { diffValues, type ValueDiff } from '#renderer/features/workbench/value-diff.ts';
import { VerdictButtons, type Verdict } from '#renderer/features/workbench/verdict-buttons.tsx';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { verdictLabels } from '#shared/domain/model/labels.ts';
import type { FieldVerdict } from '#shared/domain/model/decision.ts';
import type { UsulKind } from '#shared/domain/model/usul.ts';

/** Columns of the list: label, old value (only where there is one), proposed value, verdict. */
export const columns = {
  two: '148px minmax(0, 1fr) 102px',
  three: '118px minmax(0, 1fr) minmax(0, 1fr) 102px',
};

const useStyles = makeStyles({
  row: {
    margin: 0,
    minWidth: 0,
    padding: '2px 12px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    outline: 'none',
  },
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  focused: {
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  },
  line: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '26px',
    lineHeight: '17px',
  },
  two: { gridTemplateColumns: columns.two },
  three: { gridTemplateColumns: columns.three },
  label: { color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '15px' },
});

interface FieldRowProps {
  readonly field: CaseField;
  readonly kind: UsulKind;
  readonly verdict: FieldVerdict | undefined;
  readonly active: boolean;
  readonly readOnly: boolean;
  readonly rowRef: Ref<HTMLFieldSetElement>;
  readonly onActivate: () => void;
  readonly onJudge: (verdict: Verdict | null, seen?: string) => void;
  /** The person has typed what the document says and moves on. */
  readonly onSeenDone: () => void;
}

/** One field: label, old and proposed value, what the rules say, the verdict. */
export function FieldRow({ rowRef, ...props }: FieldRowProps) {
  const { field, kind, verdict, active } = props;
  const styles = useStyles();
  const diff = diffOf(field, kind);
  return (
    // One stop of the arrow keys: what S, T and B judge. The buttons inside do the same for the pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={rowRef}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      aria-label={summaryOf(field, kind, verdict?.verdict ?? null)}
      aria-current={active}
      data-field={field.spec.name}
      className={mergeClasses(styles.row, styles.focused, active && styles.active)}
      onFocus={props.onActivate}
      onMouseDown={props.onActivate}
    >
      <div className={mergeClasses(styles.line, kind === 'ubah' ? styles.three : styles.two)}>
        <span className={styles.label}>{field.spec.label}</span>
        {kind === 'ubah' && <ChangedValue parts={diff.old} side="old" />}
        <ChangedValue parts={diff.proposed} side="proposed" />
        <VerdictButtons
          label={field.spec.label}
          verdict={verdict?.verdict ?? null}
          disabled={props.readOnly}
          inTabOrder={active}
          onJudge={props.onJudge}
        />
      </div>
      {verdict?.verdict === 'tidak_sesuai' && (
        <SeenInput
          seen={verdict.seen}
          readOnly={props.readOnly}
          onSeen={(seen) => props.onJudge('tidak_sesuai', seen)}
          onDone={props.onSeenDone}
        />
      )}
      <Findings findings={field.findings} />
    </fieldset>
  );
}

function diffOf(field: CaseField, kind: UsulKind): ValueDiff {
  if (kind === 'ubah') return diffValues(field.old, field.proposed);
  const whole = field.proposed === '' ? [] : [{ text: field.proposed, changed: false }];
  return { old: [], proposed: whole };
}

function summaryOf(field: CaseField, kind: UsulKind, verdict: Verdict | null): string {
  const proposed = field.proposed === '' ? workbenchText.empty : field.proposed;
  const old = field.old === '' ? workbenchText.empty : field.old;
  const value = kind === 'ubah' ? workbenchText.oldSummary(old, proposed) : proposed;
  return workbenchText.fieldSummary(
    field.spec.label,
    value,
    verdict === null ? workbenchText.notJudged : verdictLabels[verdict],
  );
}
