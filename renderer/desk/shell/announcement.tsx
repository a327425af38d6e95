import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  text: {
    padding: '3px 10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  /** Read aloud, not drawn: the same stands beside it. */
  unseen,
});

interface AnnouncementProps {
  readonly sentence: string;
  /** Only for a screen reader. */
  readonly heardOnly: boolean;
}

/** What has just happened, for the eyes and for a screen reader; it goes by itself and asks for nothing. */
export function Announcement({ sentence, heardOnly }: AnnouncementProps) {
  const styles = useStyles();
  return (
    <output
      className={mergeClasses(styles.root, heardOnly && styles.unseen)}
      data-testid="pengumuman"
      title={sentence}
    >
      {sentence !== '' && <span className={styles.text}>{sentence}</span>}
    </output>
  );
}
