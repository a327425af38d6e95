import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Eye16Regular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/ui/text/viewer.ts';

const useStyles = makeStyles({
  root: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '4px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  left: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

interface SeenMarkProps {
  readonly seen: number;
  readonly pageCount: number;
}

/** How many pages of the document were seen. */
export function SeenMark({ seen, pageCount }: SeenMarkProps) {
  const styles = useStyles();
  const all = seen >= pageCount;
  return (
    <span
      className={mergeClasses(styles.root, all ? styles.done : styles.left)}
      title={all ? viewerText.allSeen : viewerText.seenRule}
    >
      {all ? <CheckmarkCircle16Filled /> : <Eye16Regular />}
      <Text size={200} data-testid="halaman-dilihat">
        {all ? viewerText.allSeen : viewerText.seen(seen, pageCount)}
      </Text>
    </span>
  );
}
