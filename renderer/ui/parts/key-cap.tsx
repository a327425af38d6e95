import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minWidth: '18px',
    padding: '0 4px',
    textAlign: 'center',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: 400,
    whiteSpace: 'nowrap',
    border: '1px solid currentColor',
    borderRadius: '3px',
  },
});

interface KeyCapProps {
  /** The key as printed on it; nothing is drawn without one. */
  readonly shown: string;
  readonly className?: string;
  /** Where the key is the content itself (a list of keys) and must be read aloud too. */
  readonly spoken?: boolean;
}

/** A key beside what it does. For the eyes only: name the key to others with `aria-keyshortcuts`. */
export function KeyCap({ shown, className, spoken = false }: KeyCapProps) {
  const styles = useStyles();
  if (shown === '') return null;
  return (
    <span className={mergeClasses(styles.root, className)} aria-hidden={!spoken}>
      {shown}
    </span>
  );
}
