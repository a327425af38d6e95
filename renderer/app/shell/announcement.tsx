import { useEffect, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Said } from '#renderer/app/shell/use-announcer.ts';

/** How long a sentence stays in sight (milliseconds): long enough to be read twice. */
const shownMs = 7000;

const useStyles = makeStyles({
  root: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '0 16px',
    overflow: 'hidden',
    textAlign: 'center',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: '13px',
  },
  text: {
    padding: '3px 10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

/** What has just happened, for the eyes and for a screen reader; it goes by itself and asks for nothing. */
export function Announcement({ said }: { readonly said: Said }) {
  const styles = useStyles();
  const [past, setPast] = useState<Said | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setPast(said), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const sentence = past === said ? '' : said.sentence;
  return (
    <output className={styles.root} data-testid="pengumuman" title={sentence}>
      {sentence !== '' && <span className={styles.text}>{sentence}</span>}
    </output>
  );
}
