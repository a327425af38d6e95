import { describe, expect, test } from 'vitest';
import type { KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import { findRefusedOthers, keepRefused } from '#renderer/core/outbox/refused-others.ts';
import type { OutboxState, RefusalHandling } from '#renderer/data/schema/rows.ts';
import type { ApiErrorKind } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { commandKinds, type Command } from '#shared/workflow/commands.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

const usulId = '00000000-0000-4000-8000-000000000001';
const deviceId = '00000000-0000-4000-8000-000000000002';
const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const made = { deviceId, appVersion: '0.2.0', madeAt: '2026-11-22T01:00:00.000Z' };

const taking = { usulId, stage: 'verifikasi', assignment: 3, madeAt: made.madeAt };
const thread = { threadId: usulId, usulId, ...made };
/** One of each kind that is no decision. */
const others = [
  { kind: 'ambil', ...taking },
  { kind: 'ambil_alih', ...taking, reason: 'Rekan cuti.' },
  { kind: 'pesan', ...thread, text: 'SK yang mana?' },
  { kind: 'utas', ...thread, act: 'tangani', upTo: 1 },
  { kind: 'utas', ...thread, act: 'lepas', upTo: 1 },
  { kind: 'tiket', ...made, ticketKind: 'akun', text: 'Saya lupa sandi.' },
  { kind: 'setujuiMassal', ...made, items: [{ usulId, revision: 1, version: 1 }] },
  { kind: 'sahkanMassal', ...made, bulkId: idOf(99) },
  { kind: 'batalkanMassal', ...made, bulkId: idOf(99) },
].map((one, at) => commandKinds.schema.parse({ id: idOf(at + 1), ...one }));

function refused(
  command: Command,
  kind: ApiErrorKind = 'tidak_ditemukan',
  handled: RefusalHandling = { kind: 'belum' },
): KnownCommand {
  const state: OutboxState = { kind: 'ditolak', error: makeApiError(kind), current: null, handled };
  const shown = { employeeName: 'Rina Contoh', nip: '', recordType: '', usulKind: '' };
  const { id } = command;
  return { id, usulId: null, state: 'ditolak', entry: { command, ...shown, state }, heldUntil: 0 };
}
const sentencesOf = (...commands: KnownCommand[]) =>
  findRefusedOthers(commands).map(({ sentence }) => sentence);

describe('what else than a decision was refused', () => {
  test('is told of every kind that can be sent, each in words of its own, with what to do', () => {
    const told = sentencesOf(...others.map((command) => refused(command)));
    expect(told).toHaveLength(others.length);
    expect(new Set(told).size).toBe(others.length);
    for (const sentence of told) {
      expect(sentence).toMatch(/^[^.]+\. [^.]+\. .+\.$/);
      expect(sentence).not.toMatch(/keputusan/i);
    }
  });

  test('also of a kind that this version has no words for', () => {
    expect(sentencesOf(refused({ kind: 'kelak', id: idOf(1) }))).toEqual([
      expect.stringContaining('Tindakan Anda atas usul Rina Contoh tidak diterima server.'),
    ]);
  });

  test('keeps what was typed, and comes in the order in which it was done', () => {
    const [take, over, message, , , ticket] = others;
    const found = findRefusedOthers([ticket!, message!, over!, take!].map((one) => refused(one)));
    expect(found.map(({ typed }) => typed)).toEqual([
      '',
      'Rekan cuti.',
      'SK yang mana?',
      'Saya lupa sandi.',
    ]);
  });

  test('speaks of taking, not of a decision, whatever the server says of it', () => {
    const kinds: ApiErrorKind[] = ['usul_berubah', 'tidak_berwenang', 'ditugaskan_kepada_lain'];
    for (const kind of kinds) {
      for (const command of others.slice(0, 2)) {
        expect(sentencesOf(refused(command, kind))[0]).not.toMatch(/keputusan|memutus/i);
      }
    }
  });

  test('is gone once it was let go; what was read, and decisions, are not among it', () => {
    const at = '2026-11-22T02:00:00.000Z';
    const read = commandKinds.schema.parse({
      kind: 'utas',
      id: idOf(1),
      ...thread,
      act: 'baca',
      upTo: 1,
    });
    const decision = rejectionOf(sampleUsul(1), 1, new Date()).entry.command;
    const gone = others.map((one) => refused(one, 'tidak_sah', { kind: 'dilepas', at }));
    expect(sentencesOf(refused(read), refused(decision), ...gone)).toEqual([]);
  });

  test('is the same list while it has the same commands', () => {
    const [one] = others;
    const before = findRefusedOthers([refused(one!)]);
    expect(keepRefused(before, findRefusedOthers([refused(one!)]))).toBe(before);
    expect(keepRefused(before, [])).toEqual([]);
  });
});
