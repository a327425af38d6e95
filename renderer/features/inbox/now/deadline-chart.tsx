import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  barHeight,
  deadlineSegments,
  type DeadlineSegment,
} from '#renderer/features/inbox/now/deadline-segments.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { inboxNowText } from '#renderer/features/inbox/text/now.ts';
import type { DeadlineBucket } from '#renderer/core/inbox/work-pace.ts';
import type { DeadlineRange } from '#renderer/core/inbox/inbox-query.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const full = 22;
const barWidth = 9;
const barGap = 2;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'stretch',
    gap: '2px',
    margin: 0,
    padding: 0,
    border: 'none',
  },
  segment: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '1px',
    margin: 0,
    padding: '2px 5px 0',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  pressed: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  label: { fontSize: textSizes.small, lineHeight: lineHeights.small, whiteSpace: 'nowrap' },
  lewat: { color: tokens.colorPaletteRedForeground1 },
  dua_hari: { color: tokens.colorPaletteDarkOrangeForeground1 },
  tujuh_hari: { color: tokens.colorBrandForeground1 },
  dua_minggu: { color: tokens.colorBrandForeground1 },
  // Pictures keep the colours of the theme, which forced colours replace everywhere else.
  forced: { '@media (forced-colors: active)': { color: 'CanvasText' } },
  nanti: { color: tokens.colorNeutralForeground3 },
});

interface DeadlineChartProps {
  readonly deadlines: readonly DeadlineBucket[];
  readonly today: LocalDate;
  /** The deadlines that the list is filtered for. */
  readonly chosen: readonly DeadlineRange[];
  readonly onChoose: (ranges: readonly DeadlineRange[]) => void;
}

/** What waits by deadline, as small bars; a click on a part filters the list for it. */
export function DeadlineChart({ deadlines, today, chosen, onChoose }: DeadlineChartProps) {
  const styles = useStyles();
  const segments = deadlineSegments(deadlines, today);
  const highest = Math.max(1, ...segments.flatMap(({ bars }) => bars.map(({ count }) => count)));
  return (
    <fieldset className={styles.root} aria-label={inboxNowText.chart}>
      {segments.map((segment) => (
        <Segment
          key={segment.id}
          segment={segment}
          highest={highest}
          pressed={segment.range !== null && chosen.includes(segment.range)}
          onChoose={onChoose}
        />
      ))}
    </fieldset>
  );
}

interface SegmentProps {
  readonly segment: DeadlineSegment;
  readonly highest: number;
  readonly pressed: boolean;
  readonly onChoose: (ranges: readonly DeadlineRange[]) => void;
}

function Segment({ segment, highest, pressed, onChoose }: SegmentProps) {
  const styles = useStyles();
  const { id, range, count } = segment;
  const sentence = inboxNowText.segment(count, inboxNowText.segmentSentences[id]);
  const content = (
    <>
      <Bars segment={segment} highest={highest} />
      <span className={styles.label} aria-hidden="true">
        {inboxNowText.segments[id]}
      </span>
    </>
  );
  if (range === null) {
    return (
      <figure aria-label={sentence} title={sentence} className={styles.segment}>
        {content}
      </figure>
    );
  }
  const click = pressed
    ? inboxNowText.showAgain
    : inboxNowText.show(inboxFilterText.deadlines[range].toLowerCase());
  return (
    <button
      type="button"
      aria-label={sentence}
      aria-pressed={pressed}
      title={`${sentence}. ${click}`}
      className={mergeClasses(styles.segment, styles.button, pressed && styles.pressed)}
      onClick={() => onChoose(pressed ? [] : [range])}
    >
      {content}
    </button>
  );
}

function Bars({ segment, highest }: Pick<SegmentProps, 'segment' | 'highest'>) {
  const styles = useStyles();
  const stripes = useId();
  const { id, bars } = segment;
  const width = bars.length * (barWidth + barGap) - barGap;
  return (
    <svg
      className={mergeClasses(styles[id], styles.forced)}
      width={width}
      height={full + 1}
      viewBox={`0 0 ${width} ${full + 1}`}
      aria-hidden="true"
    >
      {id === 'lewat' && <Stripes id={stripes} />}
      <rect x={0} y={full} width={width} height={1} fill="currentColor" opacity={0.5} />
      {bars.map(({ count, words }, at) => {
        const height = barHeight(count, highest, full);
        const x = at * (barWidth + barGap);
        const fill = id === 'lewat' ? `url(#${stripes})` : 'currentColor';
        return (
          <g key={words}>
            <title>{words}</title>
            <rect x={x} y={0} width={barWidth} height={full} fill="transparent" />
            <rect x={x} y={full - height} width={barWidth} height={height} fill={fill} />
          </g>
        );
      })}
    </svg>
  );
}

// What is past is striped: it is known without its colour.
function Stripes({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={4} height={4} fill="currentColor" opacity={0.35} />
        <rect width={2} height={4} fill="currentColor" />
      </pattern>
    </defs>
  );
}
