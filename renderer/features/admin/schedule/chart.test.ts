import { describe, expect, it } from 'vitest';
import { chartOf } from '#renderer/features/admin/schedule/chart.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Period } from '#shared/workflow/schedule/period.ts';

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(text);
  return text;
}

const span = (from: string, until: string | null) => ({
  from: day(from),
  until: until === null ? null : day(until),
});
const period: Period = {
  id: 'p',
  name: 'Pemutakhiran',
  legalBasis: 'Surat',
  stages: {
    persiapan: span('2026-04-01', '2026-04-30'),
    unggah: span('2026-05-01', '2026-05-31'),
    verifikasi: span('2026-05-01', '2026-06-30'),
    validasi: span('2026-05-16', '2026-06-30'),
    persetujuan: span('2026-06-01', '2026-06-30'),
  },
  cutOffDay: null,
  closedOn: null,
};
const shown = (one: Period, today: string) => chartOf(one, day(today));

describe('a period as a picture', () => {
  it('runs over whole months, a bar for each stage, those under way marked', () => {
    const { months, bars, todayAt } = shown(period, '2026-05-20');
    expect(months.map(({ label }) => label)).toEqual(['Apr 26', 'Mei 26', 'Jun 26']);
    expect(bars[0]).toMatchObject({ stage: 'persiapan', from: 0, isNow: false });
    expect(bars.map(({ isNow }) => isNow)).toEqual([false, true, true, true, false]);
    expect(bars.every(({ from, width }) => from >= 0 && from + width <= 100.001)).toBe(true);
    expect(todayAt).toBeCloseTo((49 / 91) * 100);
  });

  it('shows no today that lies outside, and nothing under way once it is closed', () => {
    expect(shown(period, '2027-01-01').todayAt).toBeNull();
    const closed = { ...period, closedOn: day('2026-05-10') };
    expect(shown(closed, '2026-05-20').bars.some(({ isNow }) => isNow)).toBe(false);
  });

  it('goes on behind today where a stage has no end; ten years fit', () => {
    const open = { ...period, stages: { ...period.stages, persetujuan: span('2026-06-01', null) } };
    const { months, bars, todayAt } = shown(open, '2035-03-03');
    expect(months.length).toBeLessThanOrEqual(12);
    expect(bars[4]!.from + bars[4]!.width).toBeCloseTo(100);
    expect(todayAt).toBeLessThan(100);
  });
});
