import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Filled, Dismiss16Filled, EyeOff16Filled } from '@fluentui/react-icons';
import { shownKey, type KeyAction } from '#renderer/ui/keys/key-table.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { verdictKinds, type FieldVerdict } from '#shared/domain/model/decision.ts';
import { verdictLabels } from '#shared/domain/model/labels.ts';

/** Judgement of a field. */
export type Verdict = FieldVerdict['verdict'];

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

const useStyles = makeStyles({
  root: { display: 'flex', gap: '2px', margin: 0, padding: 0, minWidth: 0, border: 'none' },
  button: {
    width: '32px',
    height: '24px',
    padding: 0,
    display: 'grid',
    placeItems: 'center',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': {
      cursor: 'default',
      color: tokens.colorNeutralForegroundDisabled,
      backgroundColor: 'transparent',
      border: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  sesuai: {
    color: '#fff',
    backgroundColor: '#0e700e',
    ':hover': { backgroundColor: '#0b5a0b' },
    ':disabled': { color: '#fff', backgroundColor: '#0e700e' },
  },
  tidak_sesuai: {
    color: '#fff',
    backgroundColor: '#b10e1c',
    ':hover': { backgroundColor: '#960b18' },
    ':disabled': { color: '#fff', backgroundColor: '#b10e1c' },
  },
  tidak_terbaca: {
    color: '#fff',
    backgroundColor: '#8f4e00',
    ':hover': { backgroundColor: '#7a4200' },
    ':disabled': { color: '#fff', backgroundColor: '#8f4e00' },
  },
});

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
  const styles = useStyles();
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
