import { describe, expect, test } from 'vitest';
import type { NotedDecision, OutboxLine } from '#tests/faults/client/driver-contract.ts';
import { KeptNotebook } from '#tests/faults/judge/notebook.ts';
import { findDisagreements, judgeDecisions } from '#tests/faults/judge/oracle.ts';

function decision(id: string, more: Partial<NotedDecision> = {}): NotedDecision {
  return { id, usulId: `usul-${id}`, version: 1, note: `note ${id}`, ...more };
}

function notebookOf(...saved: readonly NotedDecision[]): KeptNotebook {
  const notebook = new KeptNotebook();
  for (const one of saved) notebook.hear({ step: 'saved', decision: one });
  return notebook;
}

const refused = (id: string, reason: string): OutboxLine => ({
  ...decision(id),
  state: 'ditolak',
  reason,
  handled: false,
});

describe('the oracle', () => {
  test('counts what arrived once and what came back with its reason', () => {
    const notebook = notebookOf(decision('a'), decision('b'));
    const outbox = [refused('b', 'Usul sudah ditarik.')];
    expect(judgeDecisions({ notebook, server: [decision('a')], outbox })).toEqual({
      delivered: ['a'],
      returned: ['b'],
      lost: [],
      duplicated: [],
      unwanted: [],
      altered: [],
    });
  });

  test('calls lost what was saved and is nowhere, still waits, or came back without a reason', () => {
    const notebook = notebookOf(decision('a'), decision('b'), decision('c'));
    const outbox: OutboxLine[] = [
      { ...decision('b'), state: 'menunggu', reason: '', handled: false },
      refused('c', ''),
    ];
    expect(judgeDecisions({ notebook, server: [], outbox }).lost).toEqual(['a', 'b', 'c']);
  });

  test('calls duplicated an id, or a version of an usul, that was decided twice', () => {
    const twice = decision('b', { usulId: 'usul-a' });
    const server = [decision('a'), twice, decision('c'), decision('c', { version: 2 })];
    const { duplicated } = judgeDecisions({ notebook: notebookOf(), server, outbox: [] });
    expect(duplicated).toEqual(['c', 'usul-a v1']);
  });

  test('does not ask for what was taken back, and sees when it was sent all the same', () => {
    const notebook = notebookOf(decision('a'), decision('b'));
    for (const id of ['a', 'b']) {
      notebook.hear({ step: 'withdrawing', id, note: `note ${id}` });
      notebook.hear({ step: 'withdrawn', id });
    }
    const verdict = judgeDecisions({ notebook, server: [decision('b')], outbox: [] });
    expect(verdict).toMatchObject({ lost: [], delivered: [], unwanted: ['b'] });
  });

  test('sees that a decision was sent of which the screen had said that it is not kept', () => {
    const notebook = notebookOf();
    notebook.refuse('note a');
    const verdict = judgeDecisions({ notebook, server: [decision('a')], outbox: [] });
    expect(verdict).toMatchObject({ lost: [], unwanted: ['a'] });
  });

  test('leaves open what became of a decision whose taking back was cut short', () => {
    const notebook = notebookOf(decision('a'));
    notebook.hear({ step: 'withdrawing', id: 'a', note: 'note a' });
    expect(judgeDecisions({ notebook, server: [], outbox: [] }).lost).toEqual([]);
    notebook.hear({ step: 'still-there', id: 'a' });
    expect(judgeDecisions({ notebook, server: [], outbox: [] }).lost).toEqual(['a']);
  });

  test('asks for a refused decision after the store was erased, unless a person had dealt with it', () => {
    const notebook = notebookOf(decision('a'), decision('b'));
    notebook.see([
      refused('a', 'Usul berubah.'),
      { ...refused('b', 'Usul berubah.'), handled: true },
    ]);
    const { lost, returned } = judgeDecisions({ notebook, server: [], outbox: [] });
    expect({ lost, returned }).toEqual({ lost: ['a'], returned: ['b'] });
  });

  test('asks for what only the journal had, until the screen refuses it or a person takes it back', () => {
    const notebook = notebookOf();
    for (const note of ['note a', 'note b', 'note c', 'note d']) {
      notebook.hear({ step: 'journalled', of: { act: 'decide', note } });
    }
    notebook.refuse('note b');
    notebook.hear({ step: 'withdrawing', id: 'c', note: 'note c' });
    expect(judgeDecisions({ notebook, server: [decision('a')], outbox: [] }).lost).toEqual([
      'note d',
    ]);
    const outbox = [refused('d', 'Usul berubah.')];
    expect(judgeDecisions({ notebook, server: [decision('a')], outbox }).lost).toEqual([]);
  });

  test('sees content that is not what was on the screen', () => {
    const server = [decision('a', { note: 'another' })];
    const { altered } = judgeDecisions({ notebook: notebookOf(decision('a')), server, outbox: [] });
    expect(altered).toEqual(['a']);
  });
});

test('client and server agree only when each usul stands at the same place and each receipt is true', () => {
  const place = { id: 'u', revision: 1, version: 1 };
  const waits = { ...place, position: { kind: 'menunggu', stage: 'verifikasi' } } as const;
  const moved = { ...place, position: { kind: 'menunggu', stage: 'persetujuan' } } as const;
  const sent: OutboxLine = { ...decision('a'), state: 'terkirim', reason: '', handled: false };
  const server = { usul: [waits], decisions: [decision('a')] };
  expect(findDisagreements({ usul: [waits], outbox: [sent] }, server)).toEqual([]);
  expect(findDisagreements({ usul: [moved], outbox: [sent] }, server)).toHaveLength(2);
  expect(
    findDisagreements({ usul: [waits], outbox: [sent] }, { ...server, decisions: [] }),
  ).toEqual(['decision a is terkirim on the PC']);
});
