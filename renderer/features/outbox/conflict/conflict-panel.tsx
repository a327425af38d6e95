import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    padding: '8px 12px 10px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '10px' },
  title: {
    margin: '0 0 4px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  aside: { color: tokens.colorNeutralForeground2 },
});

interface ConflictPanelProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: string;
  readonly children: ReactNode;
}

/** A part of the comparison under its title. */
export function ConflictPanel({ title, aside, children }: ConflictPanelProps) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
