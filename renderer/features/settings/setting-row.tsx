import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(220px, 290px) minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '4px',
    alignItems: 'start',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none' },
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(200px, 240px) minmax(0, 1fr)' },
  },
  label: {
    display: 'block',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground2,
  },
  control: { minWidth: 0, display: 'flex', alignItems: 'center', minHeight: '32px' },
});

/** Ids that tie a control to its name and its sentence. */
export interface SettingIds {
  readonly labelId: string;
  readonly hintId: string;
}

/** The ids of a setting. */
export function settingIds(id: string): SettingIds {
  return { labelId: `setelan-${id}`, hintId: `setelan-${id}-arti` };
}

interface SettingRowProps {
  readonly id: string;
  readonly label: string;
  /** What it does, in one sentence. */
  readonly hint: string;
  readonly children: ReactNode;
}

/** One setting: what it is and does on the left, the choice on the right. */
export function SettingRow({ id, label, hint, children }: SettingRowProps) {
  const styles = useStyles();
  const { labelId, hintId } = settingIds(id);
  return (
    <div className={styles.root}>
      <div>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
