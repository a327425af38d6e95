import type { Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { shownKey, type KeyAction } from '#renderer/ui/keys/key-table.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import type { Outcome } from '#shared/domain/model/decision.ts';
import { outcomeLabels } from '#shared/domain/model/labels.ts';

/** The outcomes that a verifikator may choose, with the key that chooses each. */
export const verifikatorOutcomes: readonly {
  readonly outcome: Outcome;
  readonly action: KeyAction;
}[] = [
  { outcome: 'teruskan', action: 'chooseForward' },
  { outcome: 'perbaikan', action: 'chooseReturn' },
  { outcome: 'tolak', action: 'chooseRefuse' },
  { outcome: 'koordinasi', action: 'chooseCoordinate' },
];

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: '6px',
    margin: 0,
    padding: 0,
    minWidth: 0,
    border: 'none',
  },
  option: {
    minHeight: '34px',
    padding: '1px 4px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    fontFamily: 'inherit',
    fontSize: '13px',
    lineHeight: '15px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
});

interface OutcomePickerProps {
  readonly rootRef: Ref<HTMLFieldSetElement>;
  readonly outcome: Outcome | null;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/** The four outcomes; choosing the same again takes it back. */
export function OutcomePicker({ rootRef, outcome, onChoose }: OutcomePickerProps) {
  const styles = useStyles();
  return (
    <fieldset ref={rootRef} aria-label={workbenchText.outcome} className={styles.root}>
      {verifikatorOutcomes.map((option) => (
        <button
          key={option.outcome}
          type="button"
          aria-pressed={outcome === option.outcome}
          aria-keyshortcuts={shownKey(option.action)}
          className={mergeClasses(styles.option, outcome === option.outcome && styles.chosen)}
          onClick={() => onChoose(outcome === option.outcome ? null : option.outcome)}
        >
          {outcomeLabels[option.outcome]}
          <KeyCap shown={shownKey(option.action)} />
        </button>
      ))}
    </fieldset>
  );
}
