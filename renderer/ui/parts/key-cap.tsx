import { makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minWidth: '18px',
    padding: '0 4px',
    textAlign: 'center',
    fontSize: '12px',
    lineHeight: '16px',
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
}

/** A key beside what it does. For the eyes only: name the key to others with `aria-keyshortcuts`. */
export function KeyCap({ shown, className }: KeyCapProps) {
  const styles = useStyles();
  if (shown === '') return null;
  return (
    <span className={mergeClasses(styles.root, className)} aria-hidden="true">
      {shown}
    </span>
  );
}
