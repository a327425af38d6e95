import type { CommandJournal, ReadJournal } from '#renderer/data/journal/command-journal.ts';
import type { JournalCommand, JournalEntry } from '#renderer/data/journal/entries.ts';
import { findSettled, settledEntry } from '#renderer/data/journal/settled.ts';
import {
  areJournalReceiptsWanted,
  restoreReceipts,
} from '#renderer/data/receipts/kept-receipts.ts';
import { readOutbox, restoreCommand } from '#renderer/data/outbox/restore.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';
import type { JournalAnswer, JournalFault } from '#shared/bridge/journal-port.ts';
import { succeed } from '#shared/kernel/result.ts';

/** What must be done so that journal and outbox say the same. */
export interface ReconcilePlan {
  /** Commands that the outbox has lost. */
  readonly restore: readonly JournalCommand[];
  /** What the journal has lost or does not know yet. */
  readonly add: readonly JournalEntry[];
}

/** What was done. `fault`: the journal could not be written; the outbox is right all the same. */
export interface Reconciled {
  readonly restored: number;
  /** Commands of the outbox that the journal did not have: from before there was one, or damaged in it. */
  readonly noted: number;
  readonly settled: number;
  readonly unreadable: number;
  /** Bytes of damaged records; of an append that a crash cut off nothing is told, nobody waits for it. */
  readonly damagedBytes: number;
  readonly fault: JournalFault | null;
}

/** Compares the two; pure. */
export function planReconcile(
  { standing, open }: Pick<ReadJournal, 'standing' | 'open'>,
  rows: ReadonlyMap<string, OutboxRow>,
): ReconcilePlan {
  const states = statesOf(rows);
  const settled = new Set(findSettled(states));
  const unknown = [...rows.values()].filter((row) => !settled.has(row.id) && !standing.has(row.id));
  return {
    restore: open.filter(({ command }) => !rows.has(command.id)),
    add: [
      ...unknown.map((row) => ({ kind: 'putusan' as const, ...contentOf(row, rows) })),
      ...[...standing.keys()]
        .filter((id) => settled.has(id))
        .map((id) => settledEntry(id, states.get(id))),
    ],
  };
}

/** Makes journal and outbox say the same; before anybody decides. Fails when the journal cannot be read. */
export async function reconcile(
  database: AccountDatabase,
  journal: CommandJournal,
  at: Date,
): Promise<JournalAnswer<Reconciled>> {
  return journal.inTurn(async (turn) => {
    const read = await turn.read();
    if (!read.ok) return read;
    if (await areJournalReceiptsWanted(database)) {
      await restoreReceipts(database, await turn.openDelivered(read.value));
    }
    const rows = new Map((await readOutbox(database)).map((row) => [row.id, row]));
    const plan = planReconcile(read.value, rows);
    for (const content of plan.restore) {
      // oxlint-disable-next-line no-await-in-loop -- in the order in which they were made
      await restoreCommand(database, content, at);
    }
    const added = await turn.add(plan.add);
    const done = added.ok ? await compact(turn) : added;
    const noted = plan.add.filter(({ kind }) => kind === 'putusan').length;
    const { unreadable, damagedBytes } = read.value;
    return succeed({
      restored: plan.restore.length,
      noted,
      settled: plan.add.length - noted,
      unreadable,
      damagedBytes,
      fault: done.ok ? null : done.error,
    });
  });
}

async function compact(
  turn: Parameters<Parameters<CommandJournal['inTurn']>[0]>[0],
): Promise<JournalAnswer<null>> {
  const read = await turn.read();
  return read.ok ? turn.compact(read.value) : read;
}

/** How far each command is. */
export function statesOf(rows: ReadonlyMap<string, OutboxRow>): ReadonlyMap<string, OutboxState> {
  return new Map([...rows].map(([id, { entry }]) => [id, entry.state]));
}

/** What the journal says of a command of the outbox. */
function contentOf(row: OutboxRow, rows: ReadonlyMap<string, OutboxRow>): JournalCommand {
  const { state: _state, ...content } = row.entry;
  const replaces = [...rows.values()].filter(({ entry: { state } }) => {
    if (state.kind !== 'ditolak' || state.handled.kind !== 'diputuskan_ulang') return false;
    return state.handled.by === row.id;
  });
  const { heldUntil, shas } = row;
  return { ...content, heldUntil, shas, replaces: replaces.map(({ id }) => id) };
}
