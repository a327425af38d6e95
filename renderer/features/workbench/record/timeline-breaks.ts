import type { Period } from '#renderer/features/workbench/record/period.ts';
import type {
  TimelineBreak,
  TimelineEntry,
} from '#renderer/features/workbench/record/timeline-entry.ts';
import type {
  Ladder,
  TimelineFields,
} from '#renderer/features/workbench/record/timeline-fields.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { codeLabel, golonganOf, listCodes } from '#shared/reference/reference-tables.ts';

type Entry = Pick<TimelineEntry, 'period' | 'values'>;

const { breaks: words } = recordText;

/** What is wrong between a record and those before it, of which there is at least one; in the order of their time. */
export function findBreaks(
  fields: TimelineFields,
  earlier: readonly Entry[],
  entry: Entry,
): readonly TimelineBreak[] {
  const before = earlier.at(-1);
  const periods = earlier.flatMap(({ period }) => (period ? [period] : []));
  const last = periods.at(-1);
  if (!before || !last || !entry.period) return [];
  const longest = periods.reduce((one, other) => (endOf(other) > endOf(one) ? other : one), last);
  return [
    ...(fields.apart ? overlap(last, longest, entry.period) : []),
    ...(fields.closed ? pause(longest, entry.period) : []),
    ...(fields.ladder ? wrongStep(fields.ladder, before, entry) : []),
  ];
}

function endOf({ from, to }: Period): LocalDate {
  return to ?? from;
}

function overlap(last: Period, before: Period, entry: Period): readonly TimelineBreak[] {
  if (last.from === entry.from && last.shown === entry.shown) {
    return [{ kind: 'tumpang_tindih', sentence: words.sameTime(entry.shown) }];
  }
  if (before.to === null ? before.from !== entry.from : before.to < entry.from) return [];
  const until =
    before.to !== null && entry.to !== null && entry.to < before.to ? entry.to : before.to;
  const sentence = words.overlap(longDate(entry.from), until && longDate(until));
  return [{ kind: 'tumpang_tindih', sentence }];
}

function pause(before: Period, entry: Period): readonly TimelineBreak[] {
  if (before.to === null || addDays(before.to, 1) >= entry.from) return [];
  const [first, last] = [addDays(before.to, 1), addDays(entry.from, -1)];
  const [firstYear, lastYear] = [first.slice(0, 4), last.slice(0, 4)];
  const wholeYears = first.endsWith('-01-01') && last.endsWith('-12-31');
  const span = wholeYears
    ? firstYear === lastYear
      ? firstYear
      : `${firstYear}–${lastYear}`
    : `${longDate(first)} – ${longDate(last)}`;
  return [{ kind: 'celah', sentence: words.missing(span) }];
}

function wrongStep(ladder: Ladder, before: Entry, entry: Entry): readonly TimelineBreak[] {
  const codes = listCodes(ladder.table).map(({ id }) => id);
  const [low, high] = [before, entry].map(({ values }) =>
    codes.indexOf(values[ladder.field] ?? ''),
  );
  if (low === undefined || high === undefined || low < 0 || high < 0) return [];
  const [lowName, highName] = [stepName(ladder, codes[low]!), stepName(ladder, codes[high]!)];
  if (high < low) return [{ kind: 'urutan', sentence: words.down(lowName, highName) }];
  if (!ladder.everyStep) return [];
  if (high === low) return [{ kind: 'urutan', sentence: words.twice(highName) }];
  if (high === low + 1) return [];
  const missing = codes.slice(low + 1, high).map((code) => stepName(ladder, code));
  return [{ kind: 'celah', sentence: words.skipped(missing.join(', '), lowName, highName) }];
}

function stepName({ table }: Ladder, code: string): string {
  const name = codeLabel(table, code) ?? code;
  return (table === 'golonganPns' && golonganOf(code)?.golongan) || name;
}
