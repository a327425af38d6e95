import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { levelIcons, useLevelStyles } from '#renderer/features/workbench/record/finding-icon.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  changed: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  // A thin line ties it to the field above.
  bound: {
    paddingLeft: '8px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  also: {
    flexShrink: 0,
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    cursor: 'pointer',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface FieldLabelProps {
  readonly field: CaseField;
  readonly changed: boolean;
  readonly inTabOrder: boolean;
  /** What stands below it where the values have no room for it. */
  readonly below?: ReactNode;
  readonly onGo: (field: string) => void;
}

/** The name of a field as its place among the others allows; with a mark when a finding elsewhere concerns it too. */
export function FieldLabel({ field, changed, inTabOrder, below, onGo }: FieldLabelProps) {
  const styles = useStyles();
  const levels = useLevelStyles();
  const [elsewhere] = field.toldElsewhere;
  return (
    <span
      className={mergeClasses(
        styles.root,
        changed && styles.changed,
        field.place.bound && styles.bound,
      )}
    >
      <span className={styles.words}>
        <span className={styles.label}>{field.place.label}</span>
        {below}
      </span>
      {elsewhere && (
        <button
          type="button"
          tabIndex={inTabOrder ? 0 : -1}
          aria-label={recordText.findings.also(elsewhere.at.label)}
          title={`${recordText.findings.also(elsewhere.at.label)}: ${elsewhere.finding.sentence}`}
          className={mergeClasses(styles.also, levels[elsewhere.finding.level])}
          onClick={() => onGo(elsewhere.at.name)}
        >
          {levelIcons[elsewhere.finding.level]}
        </button>
      )}
    </span>
  );
}
