import { makeStyles, tokens } from '@fluentui/react-components';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  day: { fontWeight: tokens.fontWeightSemibold },
  count: { fontSize: textSizes.small, lineHeight: lineHeights.small },
});

/** The day of the decisions below, and how many they are. */
export function DayHeading({ day, count }: { readonly day: string; readonly count: number }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.day}>{day}</span>
      <span className={styles.count}>{outboxText.groupCount(count)}</span>
    </div>
  );
}
