import { describe, expect, test } from 'vitest';
import type { UsulThread } from '#shared/records/usul-thread.ts';
import { commandKinds } from '#shared/workflow/commands.ts';
import {
  heldUntil,
  isHeldByOther,
  maxMessageLength,
  threadPart,
  unreadFor,
} from '#shared/workflow/threads/thread-rules.ts';

type Message = UsulThread['messages'][number];

const message = (seq: number, kind: string, own: Partial<Message> = {}): Message => ({
  id: '6f0d1c57-0000-4000-8000-000000000000',
  seq,
  at: '2026-12-01T01:00:00.000Z',
  kind,
  authorName: 'Contoh',
  authorRole: 'verifikator',
  text: 'Teks.',
  ...own,
});
const mine = { mine: true } as const;
const until = '2026-12-02T01:00:00.000Z';

test('whoever decides at the stage asks, BKPSDM answers, and nobody else takes part', () => {
  expect(threadPart('verifikator', 'verifikasi')).toBe('asks');
  expect(threadPart('verifikator', 'validasi')).toBeNull();
  expect(threadPart('validator', 'validasi')).toBe('asks');
  for (const stage of ['verifikasi', 'validasi', 'persetujuan'] as const) {
    expect(threadPart('approver', stage)).toBe('answers');
    for (const role of ['asn', 'monitor', 'admin', 'helpdesk'] as const) {
      expect(threadPart(role, stage)).toBeNull();
    }
  }
});

describe('messages that a person has not read', () => {
  const asked = [message(1, 'tanya', mine), message(2, 'pesan'), message(3, 'jawab')];

  test('are those of others after the last one read, in what he or she asked', () => {
    expect(unreadFor({ holder: null, messages: asked }, 'asks', 0)).toBe(2);
    expect(unreadFor({ holder: null, messages: asked }, 'asks', 2)).toBe(1);
    expect(unreadFor({ holder: null, messages: asked }, 'asks', 3)).toBe(0);
  });

  test('are none of a colleague’s question, nor the question itself', () => {
    const others = asked.map(({ mine: _mine, ...one }) => one);
    expect(unreadFor({ holder: null, messages: others }, 'asks', 0)).toBe(0);
    expect(unreadFor({ holder: null, messages: [message(1, 'tanya')] }, 'answers', 0)).toBe(0);
  });

  test('are for whoever answers it, and for all of them while nobody does', () => {
    const messages = [message(1, 'tanya'), message(2, 'pesan')];
    const other = { name: 'Lain', until };
    expect(unreadFor({ holder: null, messages }, 'answers', 0)).toBe(1);
    expect(unreadFor({ holder: { ...other, mine: true }, messages }, 'answers', 0)).toBe(1);
    expect(unreadFor({ holder: other, messages }, 'answers', 0)).toBe(0);
  });
});

test('a thread is held for a day after the last word of its holder', () => {
  expect(heldUntil(new Date('2026-12-01T01:00:00Z')).toISOString()).toBe(until);
  const held = { holder: { name: 'Lain', until } };
  expect(isHeldByOther(held, new Date('2026-12-02T00:59:59Z'))).toBe(true);
  expect(isHeldByOther(held, new Date(until))).toBe(false);
  expect(isHeldByOther({ holder: { name: 'Saya', until, mine: true } }, new Date(0))).toBe(false);
  expect(isHeldByOther({ holder: null }, new Date(0))).toBe(false);
});

describe('a message as a command', () => {
  const command = {
    kind: 'pesan',
    id: '0192f0c4-7b1a-7cc1-8a3b-111111111111',
    threadId: '6f0d1c57-0000-4000-8000-000000000000',
    usulId: '6f0d1c57-0000-4000-8000-000000000001',
    deviceId: '6f0d1c57-0000-4000-8000-000000000002',
    appVersion: '0.3.0',
    madeAt: '2026-12-01T01:00:00.000Z',
    text: 'Teks.',
  };
  const fits = (change: object): boolean =>
    commandKinds.schema.safeParse({ ...command, ...change }).success;

  test('says something, and no more than fits', () => {
    expect(fits({})).toBe(true);
    expect(fits({ text: 'x'.repeat(maxMessageLength) })).toBe(true);
    for (const text of ['', '  \n\t', 'x'.repeat(maxMessageLength + 1), null, 1]) {
      expect(fits({ text })).toBe(false);
    }
  });

  test('judges no state of its usul: any number of them, at any time', () => {
    const { usulId } = command;
    expect(commandKinds.kindOf(command).subjectOf(command)).toEqual({ usulId, judged: null });
    const { usulId: _usulId, ...ticket } = command;
    expect(commandKinds.kindOf(command).subjectOf(ticket)).toBeNull();
  });
});
