import { inboxNowText } from '#renderer/features/inbox/text/now.ts';
import type { DeadlineBucket } from '#renderer/core/inbox/work-pace.ts';
import type { DeadlineRange } from '#renderer/core/inbox/inbox-query.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** One bar: how many usul, and which day in words. */
export interface DeadlineBar {
  readonly count: number;
  readonly words: string;
}

/** Bars that belong together; with a `range` they can be filtered for. */
export interface DeadlineSegment {
  readonly id: SegmentId;
  readonly range: DeadlineRange | null;
  readonly bars: readonly DeadlineBar[];
  readonly count: number;
}

type SegmentId = keyof typeof inboxNowText.segments;

// A range reaches from today on: a filter for `tujuh_hari` shows the days before its bars as well.
const segmentRanges: Readonly<Record<SegmentId, DeadlineRange | null>> = {
  lewat: 'lewat',
  dua_hari: 'dua_hari',
  tujuh_hari: 'tujuh_hari',
  dua_minggu: null,
  nanti: null,
};
const segmentIds = ['lewat', 'dua_hari', 'tujuh_hari', 'dua_minggu', 'nanti'] as const;

/** What waits, as bars by deadline: past, the days to come one by one, and what is later. */
export function deadlineSegments(
  deadlines: readonly DeadlineBucket[],
  today: LocalDate,
): readonly DeadlineSegment[] {
  return segmentIds.map((id) => {
    const buckets = deadlines.filter((bucket) => segmentOf(bucket, today) === id);
    const bars = buckets.map((bucket) => ({ count: bucket.count, words: wordsOf(bucket) }));
    const count = bars.reduce((sum, bar) => sum + bar.count, 0);
    return { id, range: segmentRanges[id], bars, count };
  });
}

function segmentOf(bucket: DeadlineBucket, today: LocalDate): SegmentId {
  if (bucket.kind !== 'hari') return bucket.kind;
  const days = daysBetween(today, bucket.day);
  if (days <= 2) return 'dua_hari';
  return days <= 7 ? 'tujuh_hari' : 'dua_minggu';
}

function wordsOf(bucket: DeadlineBucket): string {
  switch (bucket.kind) {
    case 'lewat':
      return inboxNowText.barOverdue(bucket.count);
    case 'hari':
      return inboxNowText.bar(formatDay(bucket.day), bucket.count);
    case 'nanti':
      return inboxNowText.barLater(bucket.count);
    default:
      return assertNever(bucket);
  }
}

/** Height of a bar in pixels; what exists is at least visible, and the highest bar fills `full`. */
export function barHeight(count: number, highest: number, full: number): number {
  if (count === 0) return 0;
  return Math.max(2, Math.round((count / highest) * full));
}
