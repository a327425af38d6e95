import { makeStyles, tokens } from '@fluentui/react-components';
import { Person16Regular } from '@fluentui/react-icons';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { showNip } from '#shared/records/value-text.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  name: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  fact: {
    flexShrink: 0,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface GroupHeadingProps {
  readonly nama: string;
  readonly nip: string;
  /** Null while the list is not whole. */
  readonly count: number | null;
}

/** Whose usul follow, and how many. */
export function GroupHeading({ nama, nip, count }: GroupHeadingProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Person16Regular />
      <span className={styles.name} title={nama}>
        {nama}
      </span>
      <span className={styles.fact}>{showNip(nip)}</span>
      {count !== null && <span className={styles.fact}>{inboxText.groupCount(count)}</span>}
    </div>
  );
}
