import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readDraft, saveDraft } from '#renderer/data/drafts/drafts.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { storeInBoth } from '#renderer/data/journal/keep-both.ts';
import { reconcile } from '#renderer/data/journal/reconcile.ts';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { applyResults, takeUndelivered, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { letGoOfCommand, readOutboxEntry, saveCommand } from '#renderer/data/outbox/outbox.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { makeLocalDate } from '#shared/kernel/local-date.ts';
import { succeed } from '#shared/kernel/result.ts';
import {
  declareCommands,
  decisionKind,
  type Command,
  type CommandKind,
} from '#shared/workflow/commands.ts';
import { rejectionOf } from '#tests/support/desk/made-decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';
import { makeJournalDisk, type JournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { sampleDecision, sampleDraft } from '#tests/support/journal/sample-decision.ts';

/** A kind that only this test declares, as a new one would be: a message, about an usul or about none. */
const messageSchema = z.object({
  kind: z.literal('pesan'),
  id: z.uuidv7(),
  usulId: z.uuid().nullable(),
  text: z.string().max(100),
  writtenAt: z.iso.datetime(),
});
type Message = z.infer<typeof messageSchema>;
const messageKind: CommandKind<Message> = {
  schema: messageSchema,
  auditName: 'pesan',
  subjectOf: ({ usulId }) => (usulId === null ? null : { usulId, judged: null }),
  madeAt: ({ writtenAt }) => writtenAt,
};
const kinds = declareCommands({ putusan: decisionKind, pesan: messageKind });

const at = new Date('2026-11-22T03:00:00.000Z');
const clock = { now: at.getTime(), holdMs: 0 };
const usul = sampleUsul(1);
const accountId = '01900000-0000-7000-9000-000000000001';

let disk: JournalDisk;
let database: AccountDatabase;

function openDatabase(): AccountDatabase {
  return makeTestDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }, kinds);
}

function openJournal(): CommandJournal {
  const place = { journal: disk.journal, accountId, exclusively: takeTurns() };
  return new CommandJournal(place, testVault, kinds);
}

beforeEach(async () => {
  disk = makeJournalDisk();
  database = openDatabase();
  const page = {
    changes: [{ kind: 'usul' as const, seq: 1, usul }],
    cursor: 'c',
    remaining: 0,
    serverTime: at.toISOString(),
  };
  await applyChanges(database, page, undefined, makeLocalDate(2026, 11, 22)!);
});

function message(n: number, usulId: string | null): Message {
  const id = `01900000-0000-7000-8000-00000002${String(n).padStart(4, '0')}`;
  return { kind: 'pesan', id, usulId, text: `Pesan ${n}.`, writtenAt: at.toISOString() };
}

async function write(command: Command): Promise<void> {
  const shown = { employeeName: '', nip: '', recordType: '', usulKind: '' };
  const made = await storeInBoth(
    openJournal(),
    { command, ...shown, heldUntil: 0, shas: [], replaces: [] },
    {
      check: async () => succeed(undefined),
      save: () => {
        const entry = { command, ...shown, state: { kind: 'menunggu' } } as const;
        return saveCommand(database, { entry, heldUntil: 0, shas: [], at });
      },
    },
  );
  expect(made).toEqual(succeed(undefined));
}

function accepted({ id }: Command): CommandResult {
  return { kind: 'diterima', id, receivedAt: at.toISOString(), chainSeq: 1, hash: 'h' };
}

function refused({ id }: Command): CommandResult {
  const error = { kind: 'tidak_sah', message: 'Tidak sah.', action: 'Perbaiki.' } as const;
  return { kind: 'ditolak', id, error, current: null };
}

async function auditEvents(): Promise<unknown[]> {
  return (await database.audit.toArray()).map((line) => Object(line).event);
}

test('is delivered in its turn among the others, whole, and its answer is kept', async () => {
  const [about, free] = [message(1, usul.id), message(2, null)];
  await write(about);
  await write(free);
  await saveCommand(database, rejectionOf(usul, 1, at));
  const batch = await takeBatch(database, 10, clock);
  expect(batch.filter(({ kind }) => kind === 'pesan')).toEqual([about, free]);
  expect(batch.map(({ kind }) => kind)).toEqual(['putusan', 'pesan', 'pesan']);
  await applyResults(database, [accepted(about), refused(free)], at);
  expect((await readOutboxEntry(database, about.id))?.state.kind).toBe('terkirim');
  expect((await readOutboxEntry(database, free.id))?.state).toMatchObject({
    kind: 'ditolak',
    handled: { kind: 'belum' },
  });
  expect(await letGoOfCommand(database, free.id, at)).toBe(true);
  expect(await auditEvents()).toEqual([
    'pesan_disimpan',
    'pesan_disimpan',
    'keputusan_disimpan',
    'pesan_terkirim',
    'pesan_ditolak',
    'pesan_dilepas',
  ]);
});

test('does not stand in the way of a decision on its usul, nor touch what is typed there', async () => {
  const draft = { ...sampleDraft(sampleDecision(1, usul)), note: 'sedang diketik' };
  await saveDraft(database, draft);
  await write(message(1, usul.id));
  expect((await readDraft(database, usul.id))?.note).toBe('sedang diketik');
  expect(await isDecidedHere(database, usul.id, usul.version)).toBe(false);
  expect(await saveCommand(database, rejectionOf(usul, 1, at))).toEqual(succeed(undefined));
  await write(message(2, usul.id));
  expect(await listDecisionsOf(database, usul.id)).toHaveLength(1);
});

test('comes back out of the journal when the database is lost, once, and not when it was settled', async () => {
  const [lost, settled] = [message(1, usul.id), message(2, null)];
  await write(lost);
  await write(settled);
  await openJournal().noteSettled([{ kind: 'selesai', id: settled.id }]);
  database.close();
  database = openDatabase();
  for (const restored of [1, 0]) {
    const done = await reconcile(database, openJournal(), at);
    expect(done).toMatchObject({ ok: true, value: { restored, unreadable: 0 } });
  }
  expect(await takeUndelivered(database)).toEqual([lost]);
});

test('that an application does not know is kept in the journal for the one that does', async () => {
  const command = message(1, usul.id);
  await write(command);
  const place = { journal: disk.journal, accountId, exclusively: takeTurns() };
  const without = new CommandJournal(place, testVault);
  const other = makeTestDatabase();
  const done = await reconcile(other, without, at);
  expect(done).toMatchObject({ ok: true, value: { restored: 0, unreadable: 1 } });
  other.close();
  database.close();
  database = openDatabase();
  await reconcile(database, openJournal(), at);
  expect(await takeUndelivered(database)).toEqual([command]);
});

test('of which something is missing is never stored', async () => {
  const { text: _text, ...broken } = message(1, null);
  await expect(write(broken)).rejects.toThrow('text');
  expect(await takeUndelivered(database)).toEqual([]);
});
