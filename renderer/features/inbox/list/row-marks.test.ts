import { describe, expect, it } from 'vitest';
import { inboxWordsOf } from '#renderer/features/inbox/text/inbox-words.ts';
import { rowMarksOf } from '#renderer/features/inbox/list/row-marks.ts';

const plain = {
  position: { kind: 'menunggu', stage: 'verifikasi' },
  task: 'decide',
  own: false,
  colleagues: false,
  decided: null,
  hasDraft: false,
  round: 'baru',
  revision: 1,
} as const;
const labels = (marks: ReturnType<typeof rowMarksOf>): string[] => marks.map(({ label }) => label);

describe('the marks of a row', () => {
  it('say nothing of an usul that is like the others in the list', () => {
    expect(rowMarksOf(plain, false)).toEqual([]);
    expect(labels(rowMarksOf(plain, true))).toEqual(['Belum diperiksa']);
  });

  it('name the draft and how the usul came back', () => {
    const again = { ...plain, hasDraft: true, round: 'diajukan_ulang', revision: 2 } as const;
    expect(labels(rowMarksOf(again, false))).toEqual(['Konsep', 'Pengajuan ke-2']);
    const returned = { ...plain, round: 'dikembalikan' } as const;
    expect(labels(rowMarksOf(returned, false))).toEqual(['Dikembalikan']);
    expect(rowMarksOf(returned, false)[0]?.hint).toBe('Dikembalikan oleh approver');
  });

  it('name an own usul, in every list, in place of its state', () => {
    const own = { ...plain, task: 'follow', own: true } as const;
    expect(labels(rowMarksOf(own, false))).toEqual(['Milik sendiri']);
    expect(labels(rowMarksOf(own, true))).toEqual(['Milik sendiri']);
  });

  it('say how far a decision got, in every list', () => {
    expect(labels(rowMarksOf({ ...plain, decided: 'terkirim' }, false))).toEqual(['Terkirim']);
    expect(labels(rowMarksOf({ ...plain, decided: 'ditolak' }, false))).toEqual(['Ditolak server']);
  });
});

it('a question that waits for an answer says so in every list; in the words of the role', () => {
  const position = { kind: 'koordinasi', stage: 'verifikasi' } as const;
  const asked = { ...plain, position, task: 'answer' } as const;
  expect(labels(rowMarksOf(asked, false))).toEqual(['Pertanyaan']);
  expect(labels(rowMarksOf({ ...asked, decided: 'menunggu' }, true))).toEqual(['Menunggu dikirim']);
  const words = inboxWordsOf('approver');
  expect(words.statuses.koordinasi).toBe('Perlu dijawab');
  expect(words.tabs).not.toContain('perbaikan');
  expect(inboxWordsOf('verifikator').tabs).toHaveLength(6);
});

it('what waits in an open batch says so, until it is decided; what others must decide says whom it waits for', () => {
  expect(labels(rowMarksOf(plain, false, 'massal'))).toEqual(['Setujui massal']);
  expect(labels(rowMarksOf(plain, false, 'sampel'))).toEqual(['Sampel massal']);
  expect(labels(rowMarksOf({ ...plain, decided: 'menunggu' }, false, 'massal'))).toEqual([
    'Menunggu dikirim',
  ]);
  const barred = { ...plain, task: 'follow', colleagues: true, barred: true } as const;
  expect(labels(rowMarksOf(barred, false))).toEqual(['Menunggu orang lain']);
});
