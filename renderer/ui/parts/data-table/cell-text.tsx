import type { ReactElement, ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  withIcon: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    '& > svg': { flexShrink: 0 },
  },
  small: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  bad: { color: tokens.colorPaletteRedForeground1 },
  urgent: { color: tokens.colorPaletteDarkOrangeForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  usual: {},
});

interface CellTextProps {
  readonly children: ReactNode;
  readonly icon?: ReactElement | undefined;
  /** The whole text, or more than it: what is cut off can be read here. */
  readonly title?: string;
  readonly tone?: 'usual' | 'good' | 'urgent' | 'bad';
  readonly small?: boolean;
  readonly strong?: boolean;
}

/** One line of a cell: an icon and a text that is cut off at the end where there is no room. */
export function CellText(props: CellTextProps) {
  const { children, icon, title, tone = 'usual', small = false, strong = false } = props;
  const styles = useStyles();
  const className = mergeClasses(
    icon ? styles.withIcon : styles.text,
    small && styles.small,
    strong && styles.strong,
    styles[tone],
  );
  // As few elements as can be: hundreds of these change with every turn of the wheel.
  if (!icon) {
    return (
      <div title={title} className={className}>
        {children}
      </div>
    );
  }
  return (
    <div title={title} className={className}>
      {icon}
      <span className={styles.text}>{children}</span>
    </div>
  );
}
