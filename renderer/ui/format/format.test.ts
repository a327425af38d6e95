import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatSpan,
} from '#renderer/ui/format/amounts.ts';
import { formatDay, formatDaysLeft, formatMoment, urgencyOf } from '#renderer/ui/format/dates.ts';
import { makeLocalDate } from '#shared/kernel/local-date.ts';

const today = makeLocalDate(2026, 11, 22)!;

describe('dates', () => {
  it('writes a day the Indonesian way', () => {
    expect(formatDay(makeLocalDate(2026, 5, 3)!)).toBe('3 Mei 2026');
  });

  it.each([
    [makeLocalDate(2026, 11, 20)!, 'lewat 2 hari', 'lewat'],
    [makeLocalDate(2026, 11, 22)!, 'hari ini', 'mendesak'],
    [makeLocalDate(2026, 11, 23)!, 'besok', 'mendesak'],
    [makeLocalDate(2026, 11, 25)!, '3 hari lagi', 'biasa'],
  ])('%s is %s', (deadline, words, urgency) => {
    expect(formatDaysLeft(deadline, today)).toBe(words);
    expect(urgencyOf(deadline, today)).toBe(urgency);
  });

  it('leaves the day out of a moment of today', () => {
    expect(formatMoment(new Date(2026, 10, 22, 9, 5).toISOString(), today)).toBe('09.05');
    expect(formatMoment(new Date(2026, 10, 21, 9, 5).toISOString(), today)).toBe('21 Nov 09.05');
  });
});

describe('amounts', () => {
  it('writes bytes with a decimal comma', () => {
    expect([500, 2048, 13_000_000].map(formatBytes)).toEqual(['500 B', '2 KB', '12,4 MB']);
  });

  it('rounds durations up', () => {
    expect([0.2, 61, 7500].map(formatDuration)).toEqual(['1 dtk', '2 mnt', '2 jam 5 mnt']);
  });

  it('tells a difference of time in its largest whole unit', () => {
    const day = 86_400_000;
    expect([20_000, 390_000, day / 8, 12 * day, 3653 * day].map(formatSpan)).toEqual([
      '0 menit',
      '6 menit',
      '3 jam',
      '12 hari',
      '10 tahun',
    ]);
  });

  it('groups thousands with dots', () => {
    expect([7, 1234, 1_234_567].map(formatCount)).toEqual(['7', '1.234', '1.234.567']);
  });
});
