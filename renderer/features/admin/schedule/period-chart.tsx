import { Fragment } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { chartOf } from '#renderer/features/admin/schedule/chart.ts';
import { scheduleText as texts } from '#renderer/features/admin/schedule/texts.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Period, Span } from '#shared/workflow/schedule/period.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content',
    columnGap: '12px',
    rowGap: '3px',
    alignItems: 'center',
    margin: 0,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  lane: {
    margin: 0,
    position: 'relative',
    height: '14px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  bar: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    backgroundColor: tokens.colorNeutralForeground3,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  now: { backgroundColor: tokens.colorBrandBackground },
  today: {
    position: 'absolute',
    top: '-2px',
    bottom: '-2px',
    width: '2px',
    backgroundColor: tokens.colorPaletteRedForeground1,
  },
  span: { margin: 0, whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  months: { margin: 0, position: 'relative', height: lineHeights.small, overflow: 'hidden' },
  month: {
    position: 'absolute',
    whiteSpace: 'nowrap',
    paddingLeft: '3px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** The days of a span, in words. */
export function spanText({ from, until }: Span): string {
  return until === null
    ? texts.spanOpen(formatDay(from))
    : texts.span(formatDay(from), formatDay(until));
}

interface PeriodChartProps {
  readonly period: Period;
  readonly today: LocalDate;
}

/** A period as a bar for each stage over its months; the words beside it say the same. */
export function PeriodChart({ period, today }: PeriodChartProps) {
  const styles = useStyles();
  const { months, bars, todayAt } = chartOf(period, today);
  return (
    <dl className={styles.root}>
      <dt aria-hidden />
      <dd className={styles.months} aria-hidden>
        {months.map(({ label, at }) => (
          <span key={label} className={styles.month} style={{ left: `${at}%` }}>
            {label}
          </span>
        ))}
      </dd>
      <dd aria-hidden className={styles.span} />
      {bars.map(({ stage, from, width, isNow }) => (
        <Fragment key={stage}>
          <dt>{texts.stages[stage]}</dt>
          <dd className={styles.lane} aria-hidden>
            <div
              className={mergeClasses(styles.bar, isNow && styles.now)}
              style={{ left: `${from}%`, width: `${width}%` }}
            />
            {todayAt !== null && (
              <div className={styles.today} style={{ left: `${todayAt}%` }} title={texts.today} />
            )}
          </dd>
          <dd className={styles.span}>{spanText(period.stages[stage])}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
