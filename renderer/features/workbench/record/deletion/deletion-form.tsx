import { useId, useMemo, type ReactNode, type Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Checkmark16Filled,
  Delete16Regular,
  Search16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import { warningWords } from '#renderer/features/workbench/evidence/warning-words.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { makeDeletionView } from '#renderer/features/workbench/record/deletion/deletion-view.ts';
import { RecordComparison } from '#renderer/features/workbench/record/deletion/record-comparison.tsx';
import { ReasonChoice } from '#renderer/features/workbench/record/deletion/reason-choice.tsx';
import { columns, narrow } from '#renderer/features/workbench/record/field-columns.ts';
import { Findings } from '#renderer/features/workbench/record/findings.tsx';
import { JudgedLine, JudgedRow } from '#renderer/features/workbench/record/judged-row.tsx';
import { SeenInput } from '#renderer/features/workbench/record/seen-input.tsx';
import { VerdictButtons } from '#renderer/features/workbench/record/verdict-buttons.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { adoptedVerdict, mayJudge } from '#renderer/core/case/case-work.ts';
import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';
import { lineHeights, rowSizes, textSizes } from '#renderer/ui/sizes.ts';
import { mayChooseReason } from '#shared/records/deletion/chosen-reason.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { Verdict } from '#shared/workflow/decision.ts';

const useStyles = makeStyles({
  banner: {
    padding: '5px 12px 4px 15px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 6px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
  row: {
    padding: `${rowSizes.padding} 12px 4px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { gridTemplateColumns: columns.two, [narrow]: { gridTemplateColumns: columns.narrow } },
  label: { color: tokens.colorNeutralForeground2, fontSize: textSizes.dense },
  stated: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  source: {
    fontSize: textSizes.small,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  facts: {
    margin: 0,
    padding: '2px 0 3px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  fact: { display: 'flex', gap: '6px', minWidth: 0 },
  icon: { flexShrink: 0, height: '16px' },
  term: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    alignSelf: 'flex-start',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
  },
  said: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  speaksFor: { color: tokens.colorPaletteGreenForeground1 },
  speaksAgainst: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

interface DeletionFormProps {
  readonly open: OpenCase;
  /** The reason, as the field that is judged. */
  readonly field: CaseField;
  readonly rowRef: Ref<HTMLFieldSetElement>;
  readonly warnings: readonly DocumentWarning[];
  readonly onActivate: () => void;
  readonly onJudge: (verdict: Verdict | null, seen?: string) => void;
  readonly onChooseReason: (reason: DeletionReason) => void;
  /** The person has typed why the reason does not hold and moves on. */
  readonly onSeenDone: () => void;
}

/** A deletion: the reason to be judged with what the person's records say of it, and the record that would go. */
export function DeletionForm({ open, ...reason }: DeletionFormProps) {
  const styles = useStyles();
  const view = useMemo(() => makeDeletionView(open.judged), [open.judged]);
  return (
    <>
      <div className={styles.banner}>
        <Delete16Regular aria-hidden="true" />
        <span className={styles.strong}>{recordText.doomed}</span>
        <span className={styles.hint}>{recordText.doomedHint}</span>
      </div>
      <ReasonRow open={open} view={view} {...reason} />
      <RecordComparison fields={view.fields} keptTitle={view.keptTitle} />
    </>
  );
}

interface ReasonRowProps extends DeletionFormProps {
  readonly view: ReturnType<typeof makeDeletionView>;
}

function ReasonRow({ open, view, field, rowRef, warnings, ...on }: ReasonRowProps) {
  const styles = useStyles();
  const factsId = useId();
  const { usul, draft } = open;
  const verdict = draft.verdicts[field.spec.name];
  const readOnly = !mayJudge(open);
  const adopted = adoptedVerdict(open, field.spec.name);
  const choosable = mayChooseReason(usul);
  const source = sourceOf(choosable ? draft.deletionReason : undefined, view.fromNote);
  return (
    <JudgedRow
      {...{ field, rowRef }}
      kind={usul.kind}
      active
      verdict={verdict?.verdict ?? null}
      adopted={adopted}
      describedBy={factsId}
      className={styles.row}
      onActivate={on.onActivate}
    >
      <JudgedLine className={styles.line}>
        <span className={styles.label}>{field.spec.label}</span>
        <span className={styles.stated}>
          {field.proposed} {source && <span className={styles.source}>{source}</span>}
        </span>
        <VerdictButtons
          label={field.spec.label}
          of={usul.kind}
          verdict={verdict?.verdict ?? null}
          adopted={adopted}
          disabled={readOnly}
          inTabOrder
          onJudge={on.onJudge}
        />
      </JudgedLine>
      {choosable && (
        <ReasonChoice usul={open.judged} readOnly={readOnly} onChoose={on.onChooseReason} />
      )}
      <div id={factsId}>
        <Facts view={view} proving={warnings.filter(({ kind }) => kind === 'membuktikan')} />
        <Findings findings={field.findings} />
      </div>
      {verdict?.verdict === 'tidak_sesuai' && (
        <SeenInput
          seen={verdict.seen}
          proposed=""
          words={recordText.deletion.denied}
          readOnly={readOnly}
          onSeen={(seen) => on.onJudge('tidak_sesuai', seen)}
          onDone={on.onSeenDone}
        />
      )}
    </JudgedRow>
  );
}

/** Who says that this is the reason; null where the usul itself does. */
function sourceOf(chosen: DeletionReason | undefined, fromNote: boolean): string | null {
  if (chosen !== undefined) return recordText.deletion.chosen;
  return fromNote ? recordText.deletion.fromNote : null;
}

interface FactsProps {
  readonly view: ReturnType<typeof makeDeletionView>;
  readonly proving: readonly DocumentWarning[];
}

/** What speaks for the deletion and against it. */
function Facts({ view, proving }: FactsProps) {
  const styles = useStyles();
  const { isItSo, afterwards } = recordText.deletion;
  const tone = { ya: 'for', tidak: 'against', tidak_diketahui: 'unknown' } as const;
  return (
    <dl className={styles.facts}>
      <Fact term={isItSo} tone={tone[view.holds]}>
        {view.isItSo}
      </Fact>
      <Fact term={afterwards} tone={view.loses ? 'against' : 'for'}>
        {view.afterwards}
      </Fact>
      {proving.length > 0 && (
        <Fact term={recordText.deletion.paper} tone="against">
          {[...new Set(proving.map((warning) => warningWords(warning, '').wrong))].join(' ')}
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly term: string;
  readonly tone: 'for' | 'against' | 'unknown';
  readonly children: ReactNode;
}

function Fact({ term, tone, children }: FactProps) {
  const styles = useStyles();
  const look = {
    for: [<Checkmark16Filled key="icon" />, styles.speaksFor],
    against: [<Warning16Filled key="icon" />, styles.speaksAgainst],
    unknown: [<Search16Regular key="icon" />, styles.unknown],
  } as const;
  const [icon, colour] = look[tone];
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>
        <span className={mergeClasses(styles.icon, colour)} aria-hidden="true">
          {icon}
        </span>
        {term}:
      </dt>
      <dd className={styles.said}>{children}</dd>
    </div>
  );
}
