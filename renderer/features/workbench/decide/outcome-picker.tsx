import type { Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type OutcomeKeys,
  caseKeys,
  outcomeActions,
  outcomeKey,
} from '#renderer/features/workbench/keys.ts';
import { panelWide } from '#renderer/features/workbench/decide/panel-width.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { keyShortcuts } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { textSizes } from '#renderer/ui/sizes.ts';
import type { Outcome } from '#shared/workflow/decision.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    // The longer words stand on the left.
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1fr)',
    gap: '5px',
    margin: 0,
    padding: 0,
    minWidth: 0,
    border: 'none',
    [panelWide]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr)) minmax(0, 1.35fr) minmax(0, 1fr)',
    },
  },
  option: {
    minHeight: '30px',
    padding: '0 3px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    fontFamily: 'inherit',
    fontSize: textSizes.small,
    lineHeight: 1.15,
    [panelWide]: { minHeight: '34px', fontSize: textSizes.dense },
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
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
  // Offered, not chosen: the frame of the chosen one without its weight.
  suggested: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
});

interface OutcomePickerProps {
  readonly rootRef: Ref<HTMLFieldSetElement>;
  /** What may be chosen, and what each is called. */
  readonly options: readonly Outcome[];
  readonly labels: Readonly<Record<Outcome, string>>;
  readonly outcome: Outcome | null;
  /** Whether the outcome only follows from the verdicts. */
  readonly suggested: boolean;
  readonly keys: OutcomeKeys;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/**
 * The outcomes; a click on the chosen one takes it back, a suggested one is made one's own. Its key (see
 * `use-case-keys.ts`) only ever chooses.
 */
export function OutcomePicker(props: OutcomePickerProps) {
  const { rootRef, options, labels, outcome, suggested, keys, onChoose } = props;
  const styles = useStyles();
  return (
    <fieldset ref={rootRef} aria-label={workbenchText.outcome} className={styles.root}>
      {options.map((option) => {
        const chosen = outcome === option;
        const action = outcomeActions[option];
        const look = suggested ? styles.suggested : styles.chosen;
        return (
          <button
            key={option}
            type="button"
            aria-pressed={chosen}
            aria-keyshortcuts={keyShortcuts(caseKeys, action)}
            title={chosen && suggested ? workbenchText.suggested : undefined}
            className={mergeClasses(styles.option, chosen && look)}
            // The focus stays at the field, so that Enter after a click goes on instead of pressing the button again.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(chosen && !suggested ? null : option)}
          >
            {labels[option]}
            <KeyCap shown={outcomeKey(action, keys)} />
          </button>
        );
      })}
    </fieldset>
  );
}
