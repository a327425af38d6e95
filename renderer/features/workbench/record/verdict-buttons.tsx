import { mergeClasses } from '@fluentui/react-components';
import { type CaseAction, caseKeys } from '#renderer/features/workbench/keys.ts';
import { verdictIcons } from '#renderer/features/workbench/record/verdict-word.tsx';
import {
  useAdoptedStyles,
  useVerdictStyles,
} from '#renderer/features/workbench/record/verdict-styles.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import { verdictKinds, type Judgement, type Verdict } from '#shared/workflow/decision.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';
import { roleName, verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';

/** The key action that gives each verdict. */
export const verdictKeys: Readonly<Record<Verdict, CaseAction>> = {
  sesuai: 'judgeMatch',
  tidak_sesuai: 'judgeDiffer',
  tidak_terbaca: 'judgeUnreadable',
};

interface VerdictButtonsProps {
  readonly label: string;
  /** What is judged: a field of the record, or the reason of a deletion. */
  readonly of: UsulKind;
  readonly verdict: Judgement | null;
  /** The verdict of somebody before, which stands while the person gives none. */
  readonly adopted: ToldVerdict | null;
  readonly disabled: boolean;
  /** Whether the Tab key stops here. */
  readonly inTabOrder: boolean;
  readonly onJudge: (verdict: Verdict | null) => void;
}

/** The three judgements on one field; choosing the same again takes it back. */
export function VerdictButtons({
  label,
  of,
  verdict,
  adopted,
  disabled,
  inTabOrder,
  onJudge,
}: VerdictButtonsProps) {
  const styles = useVerdictStyles();
  const adoptedStyles = useAdoptedStyles();
  const names = verdictLabelsOf(of);
  return (
    <fieldset aria-label={workbenchText.verdict(label)} className={styles.root}>
      {verdictKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={verdict === kind}
          aria-label={names[kind]}
          title={[
            `${names[kind]} (${shownKey(caseKeys, verdictKeys[kind])})`,
            adopted?.verdict === kind ? workbenchText.accordingTo(roleName(adopted.by)) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          disabled={disabled}
          tabIndex={inTabOrder ? 0 : -1}
          className={mergeClasses(
            styles.button,
            verdict === kind && styles[kind],
            verdict === null && adopted?.verdict === kind && adoptedStyles[kind],
          )}
          // Not the button: Enter after a click goes on instead of taking the verdict back.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onJudge(verdict === kind ? null : kind)}
        >
          {verdictIcons[kind]}
        </button>
      ))}
    </fieldset>
  );
}
