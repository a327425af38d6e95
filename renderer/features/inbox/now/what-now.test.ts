import { describe, expect, it } from 'vitest';
import { barHeight, deadlineSegments } from '#renderer/features/inbox/now/deadline-segments.ts';
import { whatNow } from '#renderer/features/inbox/now/what-now.ts';
import type { DeadlineBucket } from '#renderer/core/inbox/work-pace.ts';
import { addDays, makeLocalDate } from '#shared/kernel/local-date.ts';

const today = makeLocalDate(2026, 11, 22)!;
const calm = { waiting: 9, overdue: 0, urgent: 0, needed: 4, suffices: true };

describe('what now', () => {
  it.each([
    [{ ...calm, waiting: 0 }, 'Tidak ada usul yang menunggu pemeriksaan.'],
    [{ ...calm, overdue: 6, suffices: false }, 'Mulai dari 6 usul yang lewat tenggat.'],
    [
      { ...calm, needed: 41, suffices: false },
      'Perlu 41 usul per hari kerja agar semua selesai tepat waktu.',
    ],
    [{ ...calm, urgent: 2 }, 'Dahulukan 2 usul yang tenggatnya sampai 2 hari lagi.'],
    [calm, 'Laju Anda cukup untuk semua tenggat.'],
    [{ ...calm, suffices: null }, 'Tidak ada yang mendesak.'],
  ])('of %o is: %s', (work, sentence) => expect(whatNow(work)).toBe(sentence));
});

describe('the bars by deadline', () => {
  const days = Array.from({ length: 14 }, (_, ahead): DeadlineBucket => ({
    kind: 'hari',
    day: addDays(today, ahead),
    count: ahead,
  }));
  const segments = deadlineSegments(
    [{ kind: 'lewat', count: 6 }, ...days, { kind: 'nanti', count: 4 }],
    today,
  );

  it('show every usul that waits once', () => {
    const total = 6 + days.reduce((sum, { count }) => sum + count, 0) + 4;
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(segments.map(({ bars }) => bars.length)).toEqual([1, 3, 5, 6, 1]);
  });

  it('name the day and the number in words', () => {
    expect(segments[1]?.bars[2]?.words).toBe('24 Nov 2026: 2 usul');
    expect(segments[0]?.bars[0]?.words).toBe('Lewat tenggat: 6 usul');
  });

  it('are visible as soon as there is one usul', () => {
    expect([0, 1, 500, 1000].map((count) => barHeight(count, 1000, 22))).toEqual([0, 2, 11, 22]);
  });
});
