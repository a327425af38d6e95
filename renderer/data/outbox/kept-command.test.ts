import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { reconcile } from '#renderer/data/journal/reconcile.ts';
import { accountMigrations } from '#renderer/data/migrations/account-migrations.ts';
import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import { takeBatch } from '#renderer/data/outbox/delivery.ts';
import { readOutboxEntry } from '#renderer/data/outbox/outbox.ts';
import { accountDatabaseName } from '#renderer/data/schema/open-database.ts';
import { sealedSchema } from '#renderer/data/sealing/vault.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';
import { commandOfDecision, decisionIn } from '#shared/workflow/commands.ts';
import { decisionSchema, type Decision } from '#shared/workflow/decision.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';
import { makeJournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { sampleDecision } from '#tests/support/journal/sample-decision.ts';

const accountId = '01900000-0000-7000-9000-000000000001';
const at = new Date('2026-11-22T00:00:00.000Z');

/** A decision and what shows it, in the shape in which versions 1 to 5 kept them. */
function asOfBefore(n: number): { readonly decision: Decision } & Record<string, unknown> {
  const {
    command,
    heldUntil: _held,
    shas: _shas,
    replaces: _by,
    ...shown
  } = sampleDecision(n, sampleUsul(n));
  return { decision: decisionIn(command)!, ...shown, judged: { jabatan: 'Bendahara' } };
}

/** How versions 1 to 5 read what they had kept; written down here, so that it does not move with the code. */
const contentOfBefore = z.object({
  decision: decisionSchema,
  employeeName: z.string(),
  nip: z.string(),
  recordType: z.string(),
  usulKind: z.string(),
  judged: z.record(z.string(), z.string()).optional(),
});
const entryOfBefore = z.discriminatedUnion('kind', [
  contentOfBefore.omit({ judged: true }).extend({
    kind: z.literal('putusan'),
    heldUntil: z.number(),
    shas: z.array(z.string()),
    replaces: z.array(z.string()),
  }),
  z.object({ kind: z.literal('tarik'), id: z.string() }),
  z.object({ kind: z.literal('selesai'), id: z.string() }),
]);

/** A sealed outbox as a version left it: one decision that waits, one on its way, one delivered. */
async function sealedBy(version: number, ports: { indexedDB: IDBFactory }): Promise<void> {
  const old = new Dexie(accountDatabaseName(accountId), { ...ports, IDBKeyRange });
  for (const migration of accountMigrations.slice(0, version)) {
    old.version(migration.version).stores({ ...migration.stores });
  }
  const states = [
    { kind: 'menunggu' },
    { kind: 'mengirim', attempts: 1 },
    { kind: 'terkirim', receivedAt: at.toISOString(), chainSeq: 1 },
  ];
  for (const [index, progress] of states.entries()) {
    const content = asOfBefore(index + 1);
    const { id, usulId, version: judged, revision } = content.decision;
    // oxlint-disable-next-line no-await-in-loop -- few
    const sealed = await testVault.seal(`outbox:${id}`, content);
    const row = { id, touched: index + 1, usulId, version: judged, revision, state: progress.kind };
    // oxlint-disable-next-line no-await-in-loop -- few
    await old.table('outbox').add({ ...row, progress, heldUntil: 0, shas: [], sealed });
  }
  old.close();
}

function openJournal(disk = makeJournalDisk()) {
  const place = { journal: disk.journal, accountId, exclusively: takeTurns() };
  return new CommandJournal(place, testVault);
}

async function openSealed(sealed: unknown, place: string): Promise<unknown> {
  const opened = await testVault.open(place, sealedSchema.parse(sealed));
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

describe.each([4, 5])('what version %i sealed', (version) => {
  test('is read as commands, every state and value as it was, and sent in its order', async () => {
    const ports = { indexedDB: new IDBFactory(), IDBKeyRange };
    await sealedBy(version, ports);
    const database = makeTestDatabase(ports);
    for (const n of [1, 2, 3]) {
      const { decision, ...shown } = asOfBefore(n);
      // oxlint-disable-next-line no-await-in-loop -- few
      const entry = await readOutboxEntry(database, decision.id);
      expect(entry).toMatchObject({ command: commandOfDecision(decision), ...shown });
      expect(entry && decisionEntryOf(entry)?.decision).toEqual(decision);
    }
    const batch = await takeBatch(database, 10, { now: at.getTime(), holdMs: 0 });
    const [first, second] = [asOfBefore(1), asOfBefore(2)];
    expect(batch).toEqual([second, first].map(({ decision }) => commandOfDecision(decision)));
    expect(await database.setAside.count()).toBe(0);
    database.close();
  });
});

describe('a journal from before there were kinds', () => {
  test('gives back its decisions, and not what it says is over', async () => {
    const disk = makeJournalDisk();
    const rest = { heldUntil: 0, shas: [], replaces: [] };
    const [open, withdrawn, settled] = [asOfBefore(1), asOfBefore(2), asOfBefore(3)];
    const entries = [
      ...[open, withdrawn, settled].map((content) => ({ kind: 'putusan', ...content, ...rest })),
      { kind: 'tarik', id: withdrawn.decision.id },
      { kind: 'selesai', id: settled.decision.id },
    ];
    for (const entry of entries) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      const payload = await testVault.seal('journal', entry);
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await disk.journal.append(accountId, encodeRecord({ kind: 2, payload }));
    }
    const database = makeTestDatabase();
    const done = await reconcile(database, openJournal(disk), at);
    expect(done).toMatchObject({ ok: true, value: { restored: 1, unreadable: 0 } });
    const batch = await takeBatch(database, 10, { now: at.getTime(), holdMs: 0 });
    expect(batch).toEqual([commandOfDecision(open.decision)]);
    database.close();
  });
});

describe('an application from before there were kinds', () => {
  test('reads the decisions of the outbox and of the journal, so that it can send them', async () => {
    const disk = makeJournalDisk();
    const database = makeTestDatabase();
    const made = sampleDecision(1, sampleUsul(1));
    await openJournal(disk).inTurn((turn) => turn.add([{ kind: 'putusan', ...made }]));
    await reconcile(database, openJournal(disk), at);
    const { id } = made.command;
    const stored = z.looseObject({ sealed: sealedSchema }).parse(await database.outbox.get(id));
    const content = contentOfBefore.parse(await openSealed(stored.sealed, `outbox:${id}`));
    expect(content.decision).toEqual(decisionIn(made.command));
    const [record] = decodeJournal(disk.files.get(accountId)!).records;
    const entry = entryOfBefore.parse(await openSealed(record?.payload, 'journal'));
    expect(entry).toMatchObject({ kind: 'putusan', decision: decisionIn(made.command) });
    database.close();
  });
});
