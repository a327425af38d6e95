import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { outboxRowSchema, type StoredCommand } from '#renderer/data/schema/stored-rows.ts';
import {
  noteCommand,
  outboxForm,
  putProgress,
  readCommand,
} from '#renderer/data/outbox/outbox-rows.ts';
import { noteReceipt, receiptIn } from '#renderer/data/receipts/newest-receipt.ts';
import { openRows } from '#renderer/data/rows/sealed-rows.ts';
import { parseRows } from '#renderer/data/rows/set-aside.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Command } from '#shared/workflow/commands.ts';

/** When a command may go: `holdMs` is how long it can be corrected; `now` in ms epoch. */
export interface HoldClock {
  readonly now: number;
  readonly holdMs: number;
}

/**
 * Takes the next commands to send and marks them `mengirim`, in the order in which they were made: first those whose
 * answer never came, under their own ids, then those whose hold is over; those in `except` stay. Empty when nothing
 * may go now.
 */
export async function takeBatch(
  database: AccountDatabase,
  limit: number,
  clock: HoldClock,
  except: ReadonlySet<string> = new Set(),
): Promise<Command[]> {
  const { meta, outbox } = database;
  const taken = await database.transaction('rw', [meta, outbox], async () => {
    const rows = await listUndelivered(database);
    const due = rows.filter(
      (row) => !except.has(row.id) && (row.state === 'mengirim' || leftOfHold(row, clock) === 0),
    );
    const batch = due.toSorted(bySending).slice(0, limit);
    const marked: StoredCommand[] = [];
    for (const row of batch) {
      const { progress } = row;
      const attempts = progress.kind === 'mengirim' ? progress.attempts + 1 : 1;
      marked.push(await putProgress(database, row, { kind: 'mengirim', attempts }));
    }
    return marked;
  });
  const opened = await openRows(database, outboxForm(database), taken);
  // Commands that nobody can open any more must not keep back those behind them.
  if (taken.length > 0 && opened.length === 0) {
    const broken = taken.map(({ id }) => id);
    return takeBatch(database, limit, clock, new Set([...except, ...broken]));
  }
  return opened.map((row) => row.entry.command);
}

/**
 * Takes every command that is not delivered and can be read out of this PC in a file, in the order in which they were made: all
 * are `mengirim` from now on, for the file may reach the server before this PC does.
 */
export async function takeUndelivered(database: AccountDatabase): Promise<Command[]> {
  const { meta, outbox } = database;
  const taken = await database.transaction('rw', [meta, outbox], async () => {
    const rows: StoredCommand[] = [];
    for (const row of await listUndelivered(database)) {
      const waits = row.state === 'menunggu';
      rows.push(waits ? await putProgress(database, row, { kind: 'mengirim', attempts: 1 }) : row);
    }
    return rows;
  });
  const opened = await openRows(database, outboxForm(database), taken);
  return opened.map(({ entry }) => entry.command).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Milliseconds until the next held command may go; null when none is held. */
export async function nextHoldEnd(
  database: AccountDatabase,
  clock: HoldClock,
): Promise<number | null> {
  const held = (await listUndelivered(database)).filter((row) => row.state === 'menunggu');
  return held.length === 0 ? null : Math.min(...held.map((row) => leftOfHold(row, clock)));
}

/** What came of a delivery; `released` are documents that these commands no longer keep on this PC. */
export interface Delivered {
  readonly accepted: number;
  readonly refused: number;
  readonly released: ReadonlySet<string>;
}

/** Writes the server's answers into the outbox, in one transaction. Answers to unknown ids are ignored. */
export async function applyResults(
  database: AccountDatabase,
  results: readonly CommandResult[],
  at: Date,
): Promise<Delivered> {
  const { audit, meta, outbox } = database;
  return database.transaction('rw', [audit, meta, outbox], async () => {
    const sum = { accepted: 0, refused: 0, released: new Set<string>() };
    for (const result of results) {
      const row = await readCommand(database, result.id);
      if (row?.state !== 'mengirim') continue;
      for (const sha256 of row.shas) sum.released.add(sha256);
      const free = { ...row, shas: [] };
      if (result.kind === 'diterima') {
        const receipt = receiptIn(result);
        await putProgress(database, free, { kind: 'terkirim', ...receipt });
        await noteReceipt(database, { id: row.id, ...receipt });
        await noteCommand(database, row, 'terkirim', at);
        sum.accepted += 1;
      } else {
        const { error, current } = result;
        await putProgress(database, free, {
          kind: 'ditolak',
          error,
          current,
          handled: { kind: 'belum' },
        });
        await noteCommand(database, row, 'ditolak', at);
        sum.refused += 1;
      }
    }
    return sum;
  });
}

async function listUndelivered(database: AccountDatabase): Promise<StoredCommand[]> {
  const stored = await database.outbox.where('state').anyOf('menunggu', 'mengirim').toArray();
  return parseRows(database, 'outbox', outboxRowSchema, stored);
}

// A PC clock that was set back must not hold a command for years: a wait longer than the hold itself counts as over.
function leftOfHold(row: StoredCommand, { now, holdMs }: HoldClock): number {
  const left = row.heldUntil - now;
  return left > holdMs ? 0 : Math.max(0, left);
}

function bySending(a: StoredCommand, b: StoredCommand): number {
  if (a.state !== b.state) return a.state === 'mengirim' ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
