import { describe, expect, test } from 'vitest';
import {
  recordKinds,
  type JournalCommand,
  type JournalEntry,
} from '#renderer/data/journal/entries.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { foldJournal, type ReadRecord } from '#renderer/data/journal/fold.ts';

function decisionOf(id: string, replaces: readonly string[] = []): JournalCommand {
  return {
    command: commandOfDecision({
      id,
      usulId: 'u',
      revision: 1,
      version: 1,
      outcome: 'teruskan',
      reasons: [],
      note: '',
      verdicts: [],
      evidence: [],
      deviceId: 'd',
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    }),
    employeeName: 'Contoh',
    nip: '-',
    recordType: 'penghargaan',
    usulKind: 'tambah',
    heldUntil: 0,
    shas: [],
    replaces,
  };
}

function decided(id: string, replaces?: readonly string[]): JournalEntry {
  return { kind: 'putusan', ...decisionOf(id, replaces) };
}

function sealed(entry: JournalEntry | null): ReadRecord {
  return { record: { kind: recordKinds.entry, payload: new Uint8Array(1) }, entry };
}

function envelope(text: string): ReadRecord {
  const payload = new TextEncoder().encode(text);
  return { record: { kind: recordKinds.envelope, payload }, entry: null };
}

function openIds(records: readonly ReadRecord[]): string[] {
  return foldJournal(records).open.map(({ command }) => command.id);
}

describe('the last word on a decision counts', () => {
  test('decided and neither withdrawn nor settled: open', () => {
    expect(openIds([sealed(decided('a')), sealed(decided('b'))])).toEqual(['a', 'b']);
    expect(openIds([sealed(decided('a')), sealed({ kind: 'tarik', id: 'a' })])).toEqual([]);
    expect(openIds([sealed(decided('a')), sealed({ kind: 'selesai', id: 'a' })])).toEqual([]);
  });

  test('decided again after it was withdrawn: open', () => {
    const again = [decided('a'), { kind: 'tarik', id: 'a' } as const, decided('a')].map(sealed);
    expect(openIds(again)).toEqual(['a']);
  });

  test('said twice: open once', () => {
    expect(openIds([sealed(decided('a')), sealed(decided('a'))])).toEqual(['a']);
  });
});

describe('a refused decision', () => {
  test('is not open while the one in its place stands', () => {
    const both = [sealed(decided('a')), sealed(decided('b', ['a']))];
    expect(openIds(both)).toEqual(['b']);
    expect([...foldJournal(both).standing.keys()]).toEqual(['a', 'b']);
    expect(openIds([...both, sealed({ kind: 'tarik', id: 'b' })])).toEqual(['a']);
  });
});

describe('what is left when a journal is compacted', () => {
  const key = envelope('{"kunci":1}');
  const changed = envelope('{"kunci":2}');
  const open = sealed(decided('a'));
  const settled = [sealed(decided('b')), sealed({ kind: 'selesai', id: 'b' })];

  test('is the newest envelope and what stands', () => {
    const { live } = foldJournal([key, open, ...settled, changed]);
    expect(live).toEqual([open.record, changed.record]);
  });

  test('is all that nobody can read as well, with every key that may open it and every word about it', () => {
    const unreadable = sealed(null);
    const aboutIt = sealed({ kind: 'tarik', id: 'x' });
    const sameKey = envelope('{"kunci":1}');
    const folded = foldJournal([key, unreadable, sameKey, open, ...settled, aboutIt, changed]);
    expect(folded.unreadable).toBe(1);
    expect(folded.live).toEqual([
      unreadable.record,
      sameKey.record,
      open.record,
      aboutIt.record,
      changed.record,
    ]);
  });

  test('is a record of a kind that only a newer version knows', () => {
    const newer: ReadRecord = { record: { kind: 9, payload: new Uint8Array(1) }, entry: null };
    expect(foldJournal([newer]).live).toEqual([newer.record]);
  });
});
