import { describe, expect, test } from 'vitest';
import {
  countStatuses,
  needsDecision,
  nextInQueue,
  statusOf,
} from '#renderer/core/inbox/inbox-list.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import { sampleRow as row } from '#tests/support/samples/sample-row.ts';

/** A row of whoever has this role, of an usul that waits at this stage. */
function at(role: 'verifikator' | 'approver' | 'validator', stage: ActiveStage) {
  const position = { kind: 'menunggu', stage } as const;
  const scope = { verifikator: 'opd', approver: 'instansi', validator: 'kanreg' } as const;
  const task = queueOf(role, { kind: scope[role], id: 'a' }, position);
  return row('a', { position, task });
}

describe('the status', () => {
  test('of a local decision comes before the position, a refusal before all', () => {
    expect(statusOf(row('a'))).toBe('belum_diperiksa');
    expect(statusOf(row('a', { decided: 'menunggu' }))).toBe('sudah_diputuskan');
    expect(statusOf(row('a', { decided: 'ditolak' }))).toBe('ditolak_server');
    expect(statusOf(row('a', { position: { kind: 'koordinasi', stage: 'verifikasi' } }))).toBe(
      'koordinasi',
    );
    expect(statusOf(row('a', { position: { kind: 'menunggu', stage: 'validasi' } }))).toBe(
      'lanjut',
    );
  });

  test('asks for a decision at the stage of whoever sits here, and at no other', () => {
    expect(statusOf(at('approver', 'persetujuan'))).toBe('belum_diperiksa');
    expect(statusOf(at('validator', 'validasi'))).toBe('belum_diperiksa');
    expect(statusOf(at('verifikator', 'persetujuan'))).toBe('lanjut');
    expect(needsDecision(at('approver', 'persetujuan'))).toBe(true);
    expect(needsDecision(at('approver', 'verifikasi'))).toBe(false);
    expect(needsDecision({ ...at('validator', 'validasi'), decided: 'ditolak' })).toBe(true);
    expect(needsDecision({ ...at('validator', 'persetujuan'), decided: 'ditolak' })).toBe(false);
  });

  test('of an own usul is that it waits, and yet no decision is asked of its own employee', () => {
    const own = row('a', { task: 'follow', own: true });
    expect(statusOf(own)).toBe('belum_diperiksa');
    expect(needsDecision(own)).toBe(false);
    const refused = row('a', { task: 'follow', own: true, decided: 'ditolak' });
    expect([statusOf(refused), needsDecision(refused)]).toEqual(['ditolak_server', false]);
  });

  test('counts add up to the rows', () => {
    const rows = [row('a'), row('b', { decided: 'terkirim' }), row('c', { decided: 'ditolak' })];
    const counts = countStatuses(rows);
    expect(counts).toMatchObject({ belum_diperiksa: 1, sudah_diputuskan: 1, ditolak_server: 1 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });
});

describe('the next usul', () => {
  const queue = [row('a'), row('b', { decided: 'menunggu' }), row('c'), row('d')];

  test('is the next that needs a decision', () => expect(nextInQueue(queue, 'a')).toBe('c'));
  test('passes over an own usul', () => {
    const own = row('b', { task: 'follow', own: true });
    expect(nextInQueue([row('a'), own, row('c')], 'a')).toBe('c');
    expect(nextInQueue([row('a'), own], 'a')).toBeNull();
  });
  test('is one with a question, where whoever sits here answers; an answered one no more', () => {
    const position = { kind: 'koordinasi', stage: 'verifikasi' } as const;
    const asked = row('b', { position, task: 'answer' });
    expect(nextInQueue([row('a'), asked], 'a')).toBe('b');
    expect(nextInQueue([row('a'), { ...asked, decided: 'menunggu' }], 'a')).toBeNull();
    expect(nextInQueue([row('a'), { ...asked, task: 'follow' }], 'a')).toBeNull();
  });
  test('is sought from the start after the end', () => expect(nextInQueue(queue, 'd')).toBe('a'));
  test('is none when all others are decided', () =>
    expect(nextInQueue([row('a'), row('b', { decided: 'terkirim' })], 'a')).toBeNull());
  test('is the first when the present one is not in the queue', () =>
    expect(nextInQueue(queue, 'z')).toBe('a'));
});
