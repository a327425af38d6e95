import { describe, expect, test } from 'vitest';
import { assert, constantFrom, integer, property } from 'fast-check';
import { addDays, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import {
  deadlineAfterPause,
  deadlineAt,
  usualPolicy,
  type Schedule,
} from '#shared/workflow/schedule/deadline.ts';
import { daysAfter, daysLeft } from '#shared/workflow/schedule/work-calendar.ts';
import {
  mayHandIn,
  nextCutOff,
  periodSchema,
  stagesUnderWay,
  type Period,
} from '#shared/workflow/schedule/period.ts';

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`${text} is no day.`);
  return text;
}

const calendar = { workDays: [1, 2, 3, 4, 5], holidays: new Set([day('2026-12-25')]) };

/** The schedule of an agency that has dates for each stage. */
const dated: Period = {
  id: 'pdm-2026',
  name: 'Pemutakhiran Data Mandiri 2026',
  legalBasis: 'Surat Edaran Kepala BKPSDM Nomor 800/1/2026',
  stages: {
    persiapan: { from: day('2026-10-01'), until: day('2026-10-31') },
    unggah: { from: day('2026-11-01'), until: day('2026-11-20') },
    verifikasi: { from: day('2026-11-01'), until: day('2026-12-04') },
    validasi: { from: day('2026-11-01'), until: day('2026-12-11') },
    persetujuan: { from: day('2026-11-10'), until: day('2026-12-18') },
  },
  cutOffDay: null,
  closedOn: null,
};

const open = { from: day('2026-01-01'), until: null };
/** Without an end, and passed on each month. */
const monthly: Period = {
  ...dated,
  id: 'bulanan',
  stages: { persiapan: open, unggah: open, verifikasi: open, validasi: open, persetujuan: open },
  cutOffDay: 25,
};

const none: Schedule = { period: null, policy: usualPolicy, calendar };
const atVerifikasi = { kind: 'menunggu', stage: 'verifikasi' } as const;
const returned = { kind: 'perbaikan', returnedFrom: 'verifikasi' } as const;

describe('the deadline of an usul that comes to a position', () => {
  test.each<UsulPosition>([
    { kind: 'menunggu', stage: 'verifikasi' },
    { kind: 'menunggu', stage: 'validasi' },
    { kind: 'menunggu', stage: 'persetujuan' },
    { kind: 'perbaikan', returnedFrom: 'verifikasi' },
  ])('%j has ten days from then where nobody said otherwise', (position) => {
    expect(deadlineAt(position, day('2026-11-25'), none)).toBe('2026-12-05');
  });

  test.each<UsulPosition>([
    { kind: 'koordinasi', stage: 'verifikasi' },
    { kind: 'selesai', result: 'disetujui' },
    { kind: 'selesai', result: 'ditolak' },
    { kind: 'selesai', result: 'ditarik' },
  ])('%j leaves the one before as it is', (position) => {
    expect(deadlineAt(position, day('2026-11-25'), none)).toBeUndefined();
    expect(deadlineAt(position, day('2026-11-25'), { ...none, period: dated })).toBeUndefined();
  });

  test('work days, where the policy counts them', () => {
    const policy = { ...usualPolicy, count: 'kerja' } as const;
    expect(deadlineAt(atVerifikasi, day('2026-12-21'), { ...none, policy })).toBe('2027-01-05');
  });

  test('the end of the stage in its period', () => {
    const schedule = { ...none, period: dated };
    expect(deadlineAt(atVerifikasi, day('2026-11-25'), schedule)).toBe('2026-12-04');
    expect(
      deadlineAt({ kind: 'menunggu', stage: 'persetujuan' }, day('2026-11-25'), schedule),
    ).toBe('2026-12-18');
  });

  test('the days of the policy once that end is over, or the period is closed', () => {
    const schedule = { ...none, period: dated };
    expect(deadlineAt(atVerifikasi, day('2026-12-07'), schedule)).toBe('2026-12-17');
    const closed = { ...none, period: { ...dated, closedOn: day('2026-11-25') } };
    expect(deadlineAt(atVerifikasi, day('2026-11-25'), closed)).toBe('2026-12-05');
  });

  test('the next cut-off of a period without an end', () => {
    const schedule = { ...none, period: monthly };
    // The 25th of December is a holiday.
    expect(deadlineAt(atVerifikasi, day('2026-11-25'), schedule)).toBe('2026-11-25');
    expect(deadlineAt(atVerifikasi, day('2026-11-26'), schedule)).toBe('2026-12-24');
    expect(deadlineAt(atVerifikasi, day('2026-12-25'), schedule)).toBe('2027-01-25');
  });

  test('a repair ends while the verifikator can still look at it', () => {
    const schedule = { ...none, period: dated };
    expect(deadlineAt(returned, day('2026-11-10'), schedule)).toBe('2026-11-20');
    expect(deadlineAt(returned, day('2026-12-01'), schedule)).toBe('2026-12-04');
  });

  test('is never before the day itself', () => {
    const days = integer({ min: 0, max: 800 }).map((at) => addDays(day('2026-01-01'), at));
    const periods = constantFrom(null, dated, monthly);
    const counts = constantFrom('kalender' as const, 'kerja' as const);
    assert(
      property(days, periods, counts, (at, period, count) => {
        const schedule = { period, policy: { ...usualPolicy, count }, calendar };
        for (const position of [atVerifikasi, returned])
          expect(deadlineAt(position, at, schedule)! >= at).toBe(true);
      }),
    );
  });
});

describe('a monthly cut-off', () => {
  test.each([
    [31, '2026-02-10', '2026-02-27'],
    [30, '2026-04-01', '2026-04-30'],
    [31, '2026-05-31', '2026-06-30'],
    [1, '2026-08-02', '2026-09-01'],
  ])('day %i, from %s: %s', (cutOffDay, from, expected) => {
    expect(nextCutOff({ cutOffDay }, day(from), calendar)).toBe(expected);
  });
});

describe('a period', () => {
  test('says which stages are under way; they may overlap', () => {
    expect(stagesUnderWay(dated, day('2026-09-30'))).toEqual([]);
    expect(stagesUnderWay(dated, day('2026-10-31'))).toEqual(['persiapan']);
    expect(stagesUnderWay(dated, day('2026-11-20'))).toEqual([
      'unggah',
      'verifikasi',
      'validasi',
      'persetujuan',
    ]);
    expect(stagesUnderWay({ ...dated, closedOn: day('2026-11-20') }, day('2026-11-20'))).toEqual(
      [],
    );
  });

  test('takes new usul while unggah is under way, repaired ones as long as somebody verifies', () => {
    const asked = (text: string) =>
      (['baru', 'ulang'] as const).map((what) => mayHandIn(dated, day(text), what));
    expect(asked('2026-10-31')).toEqual([false, false]);
    expect(asked('2026-11-01')).toEqual([true, true]);
    expect(asked('2026-11-21')).toEqual([false, true]);
    expect(asked('2026-12-05')).toEqual([false, false]);
    const closed = { ...dated, closedOn: day('2026-11-10') };
    expect(mayHandIn(closed, day('2026-11-10'), 'ulang')).toBe(false);
  });

  test('is refused when a stage ends before it begins, or begins before the one it follows', () => {
    const broken = (stages: Partial<Period['stages']>) =>
      periodSchema.safeParse({ ...dated, stages: { ...dated.stages, ...stages } });
    expect(periodSchema.safeParse(dated).success).toBe(true);
    expect(periodSchema.safeParse(monthly).success).toBe(true);
    expect(broken({ unggah: { from: day('2026-11-20'), until: day('2026-11-19') } }).success).toBe(
      false,
    );
    expect(
      broken({ verifikasi: { from: day('2026-10-30'), until: null } }).error?.issues[0]?.message,
    ).toBe('mulai sebelum tahap yang mendahuluinya');
  });
});

describe('the deadline of a stage after the answer to its question', () => {
  const after = (deadline: string, askedOn: string, day_: string, schedule = none) =>
    deadlineAfterPause(
      'verifikasi',
      { deadline: day(deadline), askedOn: day(askedOn) },
      day(day_),
      schedule,
    );
  const working = { ...none, policy: { ...usualPolicy, count: 'kerja' } as const };

  test('is as many days away as when it was asked', () => {
    expect(after('2026-12-05', '2026-12-01', '2026-12-01')).toBe('2026-12-05');
    expect(after('2026-12-05', '2026-12-01', '2026-12-11')).toBe('2026-12-15');
    expect(after('2026-12-05', '2026-12-05', '2026-12-20')).toBe('2026-12-20');
  });

  test('counts the days on which the office works, over days of rest as well', () => {
    // Asked on a Friday with the Monday and Tuesday left, answered on the day before Christmas, a Thursday.
    expect(after('2026-12-08', '2026-12-04', '2026-12-24', working)).toBe('2026-12-29');
    // Asked and answered on days of rest.
    expect(after('2026-12-08', '2026-12-05', '2026-12-26', working)).toBe('2026-12-29');
  });

  test('is the same after many pauses as without them, but for the days that they took', () => {
    const gaps = integer({ min: 0, max: 40 });
    const counts = constantFrom('kalender' as const, 'kerja' as const);
    assert(
      property(gaps, gaps, gaps, counts, (worked, paused, again, count) => {
        const schedule = { ...none, policy: { ...usualPolicy, count } };
        const leftOf = (from: LocalDate, until: LocalDate) =>
          daysLeft(from, until, count, calendar);
        let deadline = daysAfter(day('2026-11-25'), 10, count, calendar);
        let left = 10;
        let at = day('2026-11-25');
        for (const [work, pause] of [
          [worked % 4, paused],
          [again % 4, again],
        ] as const) {
          const asked = addDays(at, work);
          left -= leftOf(at, asked);
          at = addDays(asked, pause);
          deadline =
            deadlineAfterPause('verifikasi', { deadline, askedOn: asked }, at, schedule) ??
            deadline;
          expect(leftOf(at, deadline)).toBe(left);
        }
      }),
    );
  });

  test('stays where it was over before it was asked, and moves no date of a period', () => {
    expect(after('2026-12-05', '2026-12-06', '2026-12-20')).toBeUndefined();
    const schedule = { ...none, period: dated };
    expect(after('2026-12-04', '2026-11-25', '2026-12-02', schedule)).toBe('2026-12-04');
    expect(after('2026-12-04', '2026-12-01', '2026-12-10', schedule)).toBe('2026-12-13');
  });
});
