import { v7 as makeUuidV7 } from 'uuid';
import { expect } from 'vitest';
import type { CommandResult } from '#shared/contract/commands.ts';
import { currentUsul, makeRefusal } from '#tests/support/builders.ts';
import type { Office } from '#tests/support/office.ts';

/** Whether a command was taken, or why it was not. */
export const kindOf = (result: CommandResult): string =>
  result.kind === 'diterima' ? 'diterima' : result.error.kind;

/** What is done to a thread, as the command that a PC sends. */
export const made = () => ({
  id: makeUuidV7(),
  deviceId: '00000000-0000-4000-8000-000000000001',
  appVersion: '0.3.0',
  madeAt: '2026-11-22T01:00:00.000Z',
});

/** An usul about which the verifikator has asked BKPSDM, with the thread of the question. */
export async function asked(office: Office) {
  const { db } = office.server;
  const usul = await office.newUsul();
  const question = makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note: 'Asli?' });
  expect(kindOf(await office.decide(question))).toBe('diterima');
  const thread = await db
    .selectFrom('thread')
    .selectAll()
    .where('usul_id', '=', usul.id)
    .executeTakeFirstOrThrow();
  return { usul: await currentUsul(db, usul.id), threadId: thread.id, questionId: question.id };
}

/** A ticket to open. */
export const ticketOf = (change: object = {}) => ({
  id: makeUuidV7(),
  ticketKind: 'akun',
  text: 'Tidak dapat masuk.',
  ...change,
});
