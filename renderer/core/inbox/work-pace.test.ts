import { describe, expect, test } from 'vitest';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import { day, sampleRow } from '#tests/support/samples/sample-row.ts';
import { workPaceOf, type WorkPace } from '#renderer/core/inbox/work-pace.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

// A Wednesday.
const today = day('2026-11-25');

function due(days: number, count: number): readonly InboxRow[] {
  return Array.from({ length: count }, (_, n) =>
    sampleRow(`${days}/${n}`, { deadline: addDays(today, days) }),
  );
}

function decided(on: LocalDate, count: number): readonly DecisionEntry[] {
  const at = new Date(+on.slice(0, 4), +on.slice(5, 7) - 1, +on.slice(8), 10);
  return Array.from({ length: count }, (_, n) => ({
    decision: {
      id: `${on}-${n}`,
      usulId: `${on}-${n}`,
      revision: 1,
      version: 1,
      outcome: 'teruskan',
      reasons: [],
      note: '',
      verdicts: [],
      evidence: [],
      deviceId: '00000000-0000-4000-8000-000000000001',
      appVersion: '0.1.0',
      decidedAt: at.toISOString(),
    },
    state: { kind: 'menunggu' },
    employeeName: 'Pegawai Contoh',
    nip: '198013012005011001',
    recordType: 'skp',
    usulKind: 'tambah',
  }));
}

function needed(...rows: (readonly InboxRow[])[]): number {
  return workPaceOf(rows.flat(), [], today).needed;
}

function paceOf(...entries: (readonly DecisionEntry[])[]): WorkPace {
  return workPaceOf(due(2, 30), entries.flat(), today);
}

describe('what waits', () => {
  const rows = [
    ...due(-3, 2),
    ...due(0, 1),
    ...due(2, 1),
    ...due(13, 4),
    ...due(14, 5),
    sampleRow('x', { decided: 'menunggu', deadline: addDays(today, -1) }),
  ];
  const pace = workPaceOf(rows, [], today);

  test('is counted by how it presses; what was decided does not wait', () =>
    expect(pace).toMatchObject({ waiting: 13, overdue: 2, urgent: 2 }));

  test('a question is counted by itself, until it is answered', () => {
    const asked = { task: 'answer', position: { kind: 'koordinasi', stage: 'validasi' } } as const;
    const questions = [
      sampleRow('a', asked),
      sampleRow('b', { ...asked, decided: 'ditolak' }),
      sampleRow('c', { ...asked, decided: 'menunggu' }),
    ];
    expect(workPaceOf(questions, [], today)).toMatchObject({ waiting: 0, questions: 2 });
    expect(pace.questions).toBe(0);
  });

  test('stands in a column per day, with one for the past and one for later', () => {
    expect(pace.deadlines).toHaveLength(16);
    expect(pace.deadlines[0]).toEqual({ kind: 'lewat', count: 2 });
    expect(pace.deadlines[1]).toEqual({ kind: 'hari', day: today, count: 1 });
    expect(pace.deadlines[14]).toMatchObject({ day: '2026-12-08', count: 4 });
    expect(pace.deadlines[15]).toEqual({ kind: 'nanti', count: 5 });
    expect(pace.deadlines.reduce((sum, { count }) => sum + count, 0)).toBe(pace.waiting);
  });
});

describe('what is needed', () => {
  test('is nothing when nothing waits', () => expect(needed()).toBe(0));
  test('spreads over the working days left, today included', () => {
    // Wednesday to Friday.
    expect(needed(due(2, 30))).toBe(10);
    // The weekend does not help.
    expect(needed(due(4, 30))).toBe(10);
    expect(needed(due(5, 30))).toBe(8);
  });
  test('is set by the tightest deadline, and what is overdue is due today', () => {
    expect(needed(due(2, 30), due(20, 30))).toBe(10);
    expect(needed(due(-9, 25), due(2, 30))).toBe(25);
  });
  test('on a Sunday what is due that day is due at once', () => {
    const sunday = day('2026-11-22');
    expect(workPaceOf([sampleRow('a', { deadline: sunday })], [], sunday).needed).toBe(1);
  });
});

describe('the pace', () => {
  test('is unknown on the first day', () =>
    expect(paceOf(decided(today, 40))).toMatchObject({
      decidedToday: 40,
      pace: null,
      suffices: null,
    }));

  test('is the mean of the last five working days, idle ones included, today left out', () => {
    // Wednesday to Tuesday before today; the older day does not count.
    const entries = [
      decided(day('2026-11-17'), 100),
      decided(day('2026-11-18'), 20),
      decided(day('2026-11-24'), 30),
      decided(today, 99),
    ];
    expect(paceOf(...entries)).toMatchObject({ pace: 10, suffices: true });
  });

  test('begins with the first decision, and a weekend adds work but no day', () => {
    expect(paceOf(decided(day('2026-11-23'), 6), decided(day('2026-11-24'), 8)).pace).toBe(7);
    expect(paceOf(decided(day('2026-11-21'), 4), decided(day('2026-11-24'), 8)).pace).toBe(6);
  });

  test('is unknown after an absence, and too slow when it is', () => {
    expect(paceOf(decided(day('2026-10-01'), 50)).pace).toBeNull();
    expect(paceOf(decided(day('2026-11-24'), 9)).suffices).toBe(false);
  });

  test('counts an usul that was decided again once', () => {
    const [entry] = decided(today, 1);
    expect(paceOf([entry!, entry!]).decidedToday).toBe(1);
  });

  test('suffices when nothing waits', () =>
    expect(workPaceOf([], [], today)).toMatchObject({ waiting: 0, needed: 0, suffices: true }));
});
