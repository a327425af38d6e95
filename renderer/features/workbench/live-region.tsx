import { useCallback, useState } from 'react';
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Out of sight, not out of the accessibility tree.
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says what the eye sees anyhow: for a screen reader alone. */
export function LiveRegion({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  return <output className={styles.root}>{sentence}</output>;
}

/** The sentence said last and the way to say one; the same one twice differs by a blank, or it would not be read again. */
export function useTelling(): readonly [string, (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const tell = useCallback((sentence: string) => {
    setSaid((before) => (before === sentence ? `${sentence}\u00A0` : sentence));
  }, []);
  return [said, tell];
}
