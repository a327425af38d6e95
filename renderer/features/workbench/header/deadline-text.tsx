import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { formatDay, formatDaysLeft, urgencyOf } from '#renderer/ui/format/dates.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  lewat: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  mendesak: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  biasa: {},
});

/** Until when, and how far that is; a pressing one by icon and colour. */
export function DeadlineText({ deadline }: { readonly deadline: LocalDate }) {
  const styles = useStyles();
  const today = useToday();
  const urgency = urgencyOf(deadline, today);
  return (
    <span className={mergeClasses(styles.root, styles[urgency])}>
      {urgency !== 'biasa' && <CalendarClock16Regular />}
      <span>
        {workbenchText.deadline} {formatDay(deadline)} ({formatDaysLeft(deadline, today)})
      </span>
    </span>
  );
}
