import type { ReactElement } from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { Checkmark16Filled, Dismiss16Filled, EyeOff16Filled } from '@fluentui/react-icons';
import type { Verdict } from '#renderer/features/workbench/open-case.ts';
import { useVerdictStyles } from '#renderer/features/workbench/record/verdict-styles.ts';
import { shownKey, type KeyAction } from '#renderer/ui/keys/key-table.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { verdictKinds } from '#shared/domain/model/decision.ts';
import { verdictLabels } from '#shared/domain/model/labels.ts';

const icons: Readonly<Record<Verdict, ReactElement>> = {
  sesuai: <Checkmark16Filled />,
  tidak_sesuai: <Dismiss16Filled />,
  tidak_terbaca: <EyeOff16Filled />,
};

/** The key action that gives each verdict. */
export const verdictKeys: Readonly<Record<Verdict, KeyAction>> = {
  sesuai: 'judgeMatch',
  tidak_sesuai: 'judgeDiffer',
  tidak_terbaca: 'judgeUnreadable',
};

interface VerdictButtonsProps {
  readonly label: string;
  readonly verdict: Verdict | null;
  readonly disabled: boolean;
  /** Whether the Tab key stops here. */
  readonly inTabOrder: boolean;
  readonly onJudge: (verdict: Verdict | null) => void;
}

/** The three judgements on one field; choosing the same again takes it back. */
export function VerdictButtons({
  label,
  verdict,
  disabled,
  inTabOrder,
  onJudge,
}: VerdictButtonsProps) {
  const styles = useVerdictStyles();
  return (
    <fieldset aria-label={workbenchText.verdict(label)} className={styles.root}>
      {verdictKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={verdict === kind}
          aria-label={verdictLabels[kind]}
          title={`${verdictLabels[kind]} (${shownKey(verdictKeys[kind])})`}
          disabled={disabled}
          tabIndex={inTabOrder ? 0 : -1}
          className={mergeClasses(styles.button, verdict === kind && styles[kind])}
          onClick={() => onJudge(verdict === kind ? null : kind)}
        >
          {icons[kind]}
        </button>
      ))}
    </fieldset>
  );
}
