import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { shownKey, type KeyAction } from '#renderer/ui/keys/key-table.ts';
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
    minHeight: '38px',
    padding: '2px 6px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
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
  key: {
    flexShrink: 0,
    padding: '0 4px',
    fontSize: '12px',
    lineHeight: '16px',
    border: '1px solid currentColor',
    borderRadius: '3px',
  },
});

interface OutcomePickerProps {
  readonly outcome: Outcome | null;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/** The four outcomes; choosing the same again takes it back. */
export function OutcomePicker({ outcome, onChoose }: OutcomePickerProps) {
  const styles = useStyles();
  return (
    <fieldset aria-label={workbenchText.outcome} className={styles.root}>
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
          <span className={styles.key} aria-hidden="true">
            {shownKey(option.action)}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
