import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { amendInBoth, withdrawInBoth } from '#renderer/data/journal/keep-both.ts';
import { followOutbox } from '#renderer/data/live/follow-table.ts';
import { followUnreadable } from '#renderer/data/live/follow-unreadable.ts';
import {
  amendCommand,
  asksForAction,
  letGoOfCommand,
  readOutboxEntry,
} from '#renderer/data/outbox/outbox.ts';
import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import { redoDecision, withdrawDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { DecisionEntry, OutboxEntry } from '#renderer/data/schema/rows.ts';
import { draftOfDecision } from '#renderer/core/case/draft.ts';
import { KnownCommands, type KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import { findLastDecision, keepLast } from '#renderer/core/outbox/last-decision.ts';
import { findRefusedOthers, isReading, keepRefused } from '#renderer/core/outbox/refused-others.ts';
import { findUnread, keepUnread } from '#renderer/core/outbox/unread-decisions.ts';
import { ReturnedToDesk } from '#renderer/core/outbox/returned-to-desk.ts';
import { outboxSentences, refusalShown } from '#renderer/core/outbox/outbox-sentences.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { MessageEntry, OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';
import { commandOfDecision, isAboutThread, messageIn } from '#shared/workflow/commands.ts';
import { withoutUnread } from '#shared/workflow/decision.ts';

/** What the outbox needs beside the database. */
export interface OutboxPorts {
  readonly now: () => Date;
  /** How long a decision can be corrected before it is sent, in milliseconds. */
  readonly holdMs: number;
  /** A decision may be sent sooner than was said: the exchange may want to run. */
  readonly onHoldCut: () => void;
  /** A decision that was not sent is a draft again; what stands on the desk knows it when this resolves. */
  readonly onTakenBack: (decisionId: string, usulId: string) => Promise<void>;
  readonly onError: (cause: unknown) => void;
}

interface Followed {
  readonly database: AccountDatabase;
  readonly journal: CommandJournal;
}

/** The outbox store and how to bind it to an account's database (returns how to let go). */
export interface OutboxDesk {
  readonly store: StoreApi<OutboxStore>;
  follow(database: AccountDatabase, journal: CommandJournal): () => void;
  /**
   * A decision was just stored here: it counts from now on, before the database tells of it. Else a key pressed at once
   * would take back the decision before it.
   */
  showDecided(entry: DecisionEntry, heldUntil: number): void;
  /** Says a sentence about the decisions at this desk. */
  tell(sentence: string): void;
  /**
   * The documents of a decision that waits were read meanwhile, but for what this PC left out (`leftOut`), and say nothing that
   * it did not answer.
   */
  noteRead(decisionId: string, leftOut: readonly string[]): Promise<void>;
  /** They say this beside: unless it is on its way, its usul comes back to the desk, and the person is told. */
  bringBack(decisionId: string, warnings: readonly OpenWarning[]): Promise<void>;
}

const nothing = {
  ready: false,
  last: null,
  entries: [],
  unread: [],
  broughtBack: [],
  messages: [],
  refusedOthers: [],
  waiting: 0,
  refused: 0,
  unreadable: 0,
  told: null,
} as const;

/** Builds the "Antrean Kirim". */
export function makeOutboxStore(ports: OutboxPorts): OutboxDesk {
  return new Outbox(ports);
}

class Outbox implements OutboxDesk {
  readonly store: StoreApi<OutboxStore>;
  readonly #ports: OutboxPorts;
  readonly #returned: ReturnedToDesk;
  #followed: Followed | null = null;
  #commands = new KnownCommands();
  // Decisions from before this sitting; leaving the desk for a while (locking it) does not begin a new one.
  #older: { readonly name: string; readonly ids: ReadonlySet<string> } | null = null;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    const { onError } = ports;
    this.#returned = new ReturnedToDesk({ onChange: () => this.#publish(), onError });
    this.store = createStore<OutboxStore>()(() => ({
      ...nothing,
      noteOpened: (usulId) => void (this.#returned.forget(usulId) && this.#publish()),
      reopen: (decisionId) => this.#guard((open) => this.#reopen(open, decisionId)),
      letGo: (commandId) => this.#guard((open) => this.#letGo(open, commandId)),
    }));
  }

  showDecided(entry: DecisionEntry, heldUntil: number): void {
    this.#commands.made(knownOf(entry, heldUntil));
    this.#publish();
  }

  tell(told: string): void {
    this.store.setState({ told });
  }

  async noteRead(decisionId: string, leftOut: readonly string[]): Promise<void> {
    // What fails leaves the decision as it is: whoever decides next is told that it was made too early.
    await this.#guard(async ({ database, journal }) => {
      const entry = await readOutboxEntry(database, decisionId);
      const found = entry && decisionEntryOf(entry);
      if (!entry || !found) return fail(outboxSentences.decisionNotFound);
      const { now, holdMs, onHoldCut } = this.#ports;
      const decision = withoutUnread(found.decision, leftOut);
      const heldAtMost = Date.parse(decision.decidedAt) + holdMs;
      const saysTheSame = decision.acknowledged?.length === found.decision.acknowledged?.length;
      if (saysTheSame && now().getTime() >= heldAtMost) return succeed(undefined);
      const command = commandOfDecision(decision);
      const put = () => amendCommand(database, { ...entry, command }, heldAtMost);
      const amended = await amendInBoth(journal, command, put);
      if (!amended.ok) return fail(outboxSentences.outboxUnchanged);
      onHoldCut();
      return succeed(undefined);
    });
  }

  async bringBack(decisionId: string, warnings: readonly OpenWarning[]): Promise<void> {
    await this.#guard(async (open) => {
      const { database } = open;
      const found = await readOutboxEntry(database, decisionId);
      const entry = found && decisionEntryOf(found);
      // Taken back meanwhile, here or in another window; or on its way.
      if (entry?.state.kind !== 'menunggu') return fail(outboxSentences.decisionNotFound);
      const { employeeName, decision } = entry;
      const { usulId } = decision;
      const sentences = warnings.map(({ sentence }) => sentence);
      const returned = { usulId, decisionId, employeeName, sentences };
      return this.#returned.bring(database, returned, () => this.#reopen(open, decisionId));
    });
  }

  follow(database: AccountDatabase, journal: CommandJournal): () => void {
    const { onError } = this.#ports;
    this.#followed = { database, journal };
    let stopReturned: (() => void) | null = null;
    const stopRows = followOutbox(database, {
      onChange: (change) => {
        this.#commands.change(change);
        if (this.#older?.name !== database.name) {
          this.#older = { name: database.name, ids: this.#commands.foundIds() };
        }
        this.#publish();
        this.store.setState({ ready: true });
        // What stands in the outbox did not come back.
        stopReturned ??= this.#returned.follow(database);
      },
      onError,
    });
    const showUnreadable = (unreadable: number): void => this.store.setState({ unreadable });
    const stopUnreadable = followUnreadable(database, 'outbox', showUnreadable, onError);
    return () => {
      stopRows();
      stopUnreadable();
      stopReturned?.();
      this.#followed = null;
      this.#commands = new KnownCommands();
      this.store.setState(nothing);
    };
  }

  #publish(): void {
    const all = this.#commands.all();
    const found = findLastDecision(all, this.#older?.ids ?? new Set());
    const before = this.store.getState();
    const last = keepLast(before.last, found);
    const unread = keepUnread(before.unread, findUnread(all));
    const broughtBack = this.#returned.told(all);
    const refusedOthers = keepRefused(before.refusedOthers, findRefusedOthers(all));
    this.store.setState({ last, unread, broughtBack, refusedOthers, ...summarize(all) });
    this.#letReadingGo(all).catch(this.#ports.onError);
  }

  /** That something was read and the server did not take it, concerns nobody: nobody is asked about it. */
  async #letReadingGo(all: readonly KnownCommand[]): Promise<void> {
    const database = this.#followed?.database;
    for (const { id, entry } of all) {
      if (!isReading(entry) || !asksForAction(entry.state)) continue;
      if (database) await letGoOfCommand(database, id, this.#ports.now());
    }
  }

  /** A transaction that fails (no space, damaged store) changed nothing; the person is told beside the button. */
  async #guard<T>(
    act: (open: Followed) => Promise<Result<T, ShownError>>,
  ): Promise<Result<T, ShownError>> {
    if (!this.#followed) return fail(sharedSentences.notSignedIn);
    try {
      return await act(this.#followed);
    } catch (cause) {
      this.#ports.onError(cause);
      return fail(outboxSentences.outboxUnchanged);
    }
  }

  async #reopen(
    open: Followed,
    decisionId: string,
  ): Promise<Result<{ readonly usulId: string }, ShownError>> {
    const reopened = await reopen(open, decisionId, this.#ports.now());
    if (!reopened.ok) return reopened;
    const { usulId, withdrawn } = reopened.value;
    if (withdrawn && open === this.#followed) {
      this.#commands.taken(decisionId);
      this.#publish();
      await this.#ports.onTakenBack(decisionId, usulId);
    }
    return succeed({ usulId });
  }

  async #letGo(open: Followed, commandId: string): Promise<Result<void, ShownError>> {
    const at = this.#ports.now();
    const done = await letGo(open.database, commandId, at);
    if (done.ok && open === this.#followed) {
      this.#commands.letGo(commandId, at.toISOString());
      this.#publish();
    }
    return done;
  }
}

function knownOf({ decision, ...entry }: DecisionEntry, heldUntil: number): KnownCommand {
  const { id, usulId } = decision;
  const state = 'menunggu';
  return {
    id,
    usulId,
    state,
    entry: { command: commandOfDecision(decision), ...entry },
    heldUntil,
  };
}

/** Decisions newest first (their ids are made in the order of time), messages, and the two numbers of the status bar. */
function summarize(
  rows: Iterable<KnownCommand>,
): Pick<OutboxStore, 'entries' | 'messages' | 'waiting' | 'refused'> {
  const all = [...rows].map(({ entry }) => entry);
  // What is written is told of beside what it is about.
  const states = all.filter(({ command }) => !isAboutThread(command)).map(({ state }) => state);
  const entries = all.flatMap((entry) => decisionEntryOf(entry) ?? []).map(shownEntry);
  return {
    entries: entries.toSorted((a, b) => (a.decision.id < b.decision.id ? 1 : -1)),
    messages: all.flatMap(messageEntryOf).toSorted(byMessageId),
    waiting: states.filter(({ kind }) => kind === 'menunggu' || kind === 'mengirim').length,
    // Whatever else was refused has no decision to be made again.
    refused: entries.filter(({ state }) => asksForAction(state)).length,
  };
}

function messageEntryOf({ command, state, employeeName }: OutboxEntry): MessageEntry[] {
  const message = messageIn(command);
  return message ? [{ message, state, employeeName }] : [];
}

function byMessageId({ message: a }: MessageEntry, { message: b }: MessageEntry): number {
  return a.id < b.id ? -1 : 1;
}

function shownEntry(entry: DecisionEntry): DecisionEntry {
  const { state } = entry;
  return state.kind === 'ditolak'
    ? { ...entry, state: { ...state, error: refusalShown(state) } }
    : entry;
}

async function letGo(
  database: AccountDatabase,
  commandId: string,
  at: Date,
): Promise<Result<void, ShownError>> {
  const done = await letGoOfCommand(database, commandId, at);
  return done ? succeed(undefined) : fail(outboxSentences.needsNoLettingGo);
}

async function reopen(
  { database, journal }: Followed,
  decisionId: string,
  at: Date,
): Promise<Result<{ readonly usulId: string; readonly withdrawn: boolean }, ShownError>> {
  const found = await readOutboxEntry(database, decisionId);
  const entry = found && decisionEntryOf(found);
  if (!entry) return fail(outboxSentences.decisionNotFound);
  const { decision, state } = entry;
  if (state.kind === 'mengirim') return fail(outboxSentences.beingSent);
  if (state.kind === 'terkirim') return fail(outboxSentences.alreadyDelivered);
  if (state.kind === 'ditolak') {
    if (state.handled.kind === 'diputuskan_ulang') return fail(outboxSentences.alreadyRedone);
    if (state.handled.kind === 'dilepas') return fail(outboxSentences.alreadyLetGo);
  }
  const usul = await readUsul(database, decision.usulId);
  if (!usul) {
    return fail(state.kind === 'ditolak' ? outboxSentences.usulGone : outboxSentences.sentAnyway);
  }
  const draft = draftOfDecision(decision, usul, entry.judged);
  if (state.kind === 'ditolak') {
    await redoDecision(database, decisionId, draft, at);
    return succeed({ usulId: decision.usulId, withdrawn: false });
  }
  const taken = await withdrawInBoth(journal, decisionId, () =>
    withdrawDecision(database, decisionId, draft, at),
  );
  if (!taken.ok) return fail(outboxSentences.outboxUnchanged);
  if (!taken.value) return fail(outboxSentences.beingSent);
  return succeed({ usulId: decision.usulId, withdrawn: true });
}
