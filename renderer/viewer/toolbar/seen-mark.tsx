import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Eye16Regular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

/** Where the words have no room, the marks alone stand; the words stay for screen readers. */
const narrow = '@container meja-viewer (max-width: 640px)';

/** Up to so many pages each have a mark of their own. */
const mostMarks = 12;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    whiteSpace: 'nowrap',
  },
  done: { color: tokens.colorPaletteGreenForeground1 },
  left: { color: tokens.colorPaletteDarkOrangeForeground1 },
  marks: { display: 'flex', gap: '2px' },
  mark: {
    boxSizing: 'border-box',
    width: '6px',
    height: '12px',
    borderRadius: '1px',
    border: '1px solid currentColor',
  },
  // Filled, not only coloured: with forced colours the background goes and the thick frame stays.
  seen: { backgroundColor: 'currentColor', border: '3px solid currentColor' },
  words: {
    [narrow]: unseen,
  },
  // In the place of the words, where no marks count the pages either.
  count: { display: 'none', [narrow]: { display: 'inline' } },
});

interface SeenMarkProps {
  readonly pagesSeen: readonly number[];
  readonly pageCount: number;
}

/** Which pages of the document were seen. */
export function SeenMark({ pagesSeen, pageCount }: SeenMarkProps) {
  const styles = useStyles();
  const all = pagesSeen.length >= pageCount;
  const marked = pageCount > 1 && pageCount <= mostMarks;
  const words = all ? viewerText.allSeen : viewerText.seen(pagesSeen.length, pageCount);
  return (
    <span
      className={mergeClasses(styles.root, all ? styles.done : styles.left)}
      title={all ? words : `${words}. ${viewerText.seenRule}`}
    >
      {all ? <CheckmarkCircle16Filled /> : <Eye16Regular />}
      {marked && (
        <span className={styles.marks} aria-hidden>
          {Array.from({ length: pageCount }, (_, index) => (
            <span
              key={index}
              className={mergeClasses(styles.mark, pagesSeen.includes(index + 1) && styles.seen)}
            />
          ))}
        </span>
      )}
      {!marked && (
        <span className={styles.count} aria-hidden>
          {viewerText.seenShort(pagesSeen.length, pageCount)}
        </span>
      )}
      <span className={styles.words} data-testid="halaman-dilihat">
        {words}
      </span>
    </span>
  );
}
