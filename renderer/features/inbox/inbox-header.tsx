import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import {
  CalendarClock16Regular,
  CheckmarkCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { InboxSummary } from '#renderer/features/inbox/inbox-summary.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'baseline',
    gap: '20px',
    padding: '10px 16px 4px',
  },
  title: { margin: 0 },
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  urgent: { color: tokens.colorPaletteDarkOrangeForeground1 },
  done: { color: tokens.colorPaletteGreenForeground1 },
});

interface InboxHeaderProps {
  readonly summary: InboxSummary;
  readonly decidedToday: number;
}

/** What now: what waits, what presses, what was done today. */
export function InboxHeader({ summary, decidedToday }: InboxHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <Title3 as="h1" className={styles.title}>
        {inboxText.title}
      </Title3>
      <Text weight="semibold">
        {summary.unchecked === 0 ? inboxText.nothingLeft : inboxText.unchecked(summary.unchecked)}
      </Text>
      {summary.overdue > 0 && (
        <Text className={mergeClasses(styles.mark, styles.overdue)}>
          <Warning16Filled /> {inboxText.overdue(summary.overdue)}
        </Text>
      )}
      {summary.urgent > 0 && (
        <Text className={mergeClasses(styles.mark, styles.urgent)}>
          <CalendarClock16Regular /> {inboxText.urgent(summary.urgent)}
        </Text>
      )}
      <Text className={mergeClasses(styles.mark, styles.done)}>
        <CheckmarkCircle16Filled /> {inboxText.decidedToday(decidedToday)}
      </Text>
    </header>
  );
}
