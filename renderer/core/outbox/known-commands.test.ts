import { beforeEach, describe, expect, test } from 'vitest';
import { KnownCommands, type KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import type { OutboxState, RefusalHandling } from '#renderer/data/schema/rows.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

let commands: KnownCommands;
beforeEach(() => {
  commands = new KnownCommands();
});

const waiting: OutboxState = { kind: 'menunggu' };
const refused = (handled: RefusalHandling = { kind: 'belum' }): OutboxState => ({
  kind: 'ditolak',
  error: makeApiError('usul_berubah'),
  current: null,
  handled,
});

/** The command number `n` about usul `about`. */
function command(n: number, state: OutboxState = waiting, about = n): KnownCommand {
  const { entry } = rejectionOf(sampleUsul(about), n, new Date());
  const { id, usulId } = entry.command;
  return { id, usulId, state: state.kind, entry: { ...entry, state }, heldUntil: 0 };
}

function row(n: number, state: OutboxState = waiting, about = n): OutboxRow {
  return { ...command(n, state, about), touched: n, kind: 'putusan', shas: [] };
}

const { id: one } = command(1);
const shown = () => commands.all().map(({ id, entry: { state } }) => [id, state.kind]);
const handled = () =>
  commands.all().flatMap(({ entry: { state } }) => (state.kind === 'ditolak' ? state.handled : []));

describe('what was just done here', () => {
  test('counts before the database tells of it, and once', () => {
    commands.made(command(1));
    expect(shown()).toEqual([[one, 'menunggu']]);
    commands.change({ rows: [row(1, { kind: 'mengirim', attempts: 1 })], removed: [] });
    expect(shown()).toEqual([[one, 'mengirim']]);
    expect([...commands.foundIds()]).toEqual([]);
  });

  test('and was taken back is gone, also when the database tells late that it was made', () => {
    commands.made(command(1));
    commands.taken(one);
    expect(shown()).toEqual([]);
    commands.change({ rows: [row(1)], removed: [] });
    expect(shown()).toEqual([]);
    commands.change({ rows: [], removed: [one] });
    expect(shown()).toEqual([]);
  });

  test('to a refused one holds until the database says the same', () => {
    commands.change({ rows: [row(1, refused())], removed: [] });
    commands.letGo(one, '2026-11-22T00:00:00.000Z');
    expect(handled()).toEqual([{ kind: 'dilepas', at: '2026-11-22T00:00:00.000Z' }]);
    commands.change({ rows: [row(1, refused())], removed: [] });
    expect(handled()).toEqual([{ kind: 'dilepas', at: '2026-11-22T00:00:00.000Z' }]);
  });

  test('in the place of a refused one settles that, unless it is taken back', () => {
    const { id: two } = command(2);
    commands.change({ rows: [row(1, refused())], removed: [] });
    commands.made(command(2, waiting, 1));
    expect(handled()).toEqual([{ kind: 'diputuskan_ulang', by: two }]);
    commands.change({
      rows: [row(1, refused({ kind: 'diputuskan_ulang', by: two })), row(2, waiting, 1)],
      removed: [],
    });
    commands.taken(two);
    expect(handled()).toEqual([{ kind: 'belum' }]);
  });

  test('is no older decision of somebody who sat here before', () => {
    commands.made(command(2));
    commands.change({ rows: [row(1), row(2)], removed: [] });
    expect([...commands.foundIds()]).toEqual([one]);
  });
});
