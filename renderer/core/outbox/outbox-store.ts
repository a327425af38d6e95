import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { withdrawInBoth } from '#renderer/data/journal/keep-both.ts';
import { followOutbox } from '#renderer/data/live/follow-table.ts';
import { followUnreadable } from '#renderer/data/live/follow-unreadable.ts';
import { asksForAction, letGoOfCommand, readOutboxEntry } from '#renderer/data/outbox/outbox.ts';
import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import { redoDecision, withdrawDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';
import { draftOfDecision } from '#renderer/core/case/draft.ts';
import { findLastDecision, keepLast, lastOf } from '#renderer/core/outbox/last-decision.ts';
import { outboxSentences, refusalShown } from '#renderer/core/outbox/outbox-sentences.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { LastDecision, OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What the outbox needs beside the database. */
export interface OutboxPorts {
  readonly now: () => Date;
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
   * A decision was just stored here: it is the last one from now on, before the database tells of it. Else a key pressed at
   * once would take back the decision before it.
   */
  showDecided(entry: DecisionEntry, heldUntil: number): void;
  /** Says a sentence about the decisions at this desk. */
  tell(sentence: string): void;
}

const nothing = {
  ready: false,
  last: null,
  entries: [],
  waiting: 0,
  refused: 0,
  unreadable: 0,
  told: null,
} as const;

/** Builds the "Antrean Kirim". */
export function makeOutboxStore(ports: OutboxPorts): OutboxDesk {
  let followed: Followed | null = null;
  const rows = new Map<string, OutboxRow>();
  // Stored, and not yet among the rows that are followed.
  let decided: LastDecision | null = null;
  // Decisions from before this sitting; leaving the desk for a while (locking it) does not begin a new one.
  let older: { readonly name: string; readonly ids: ReadonlySet<string> } | null = null;
  // A transaction that fails (no space, damaged store) changed nothing; the person is told beside the button.
  const guard = async <T>(
    act: (open: Followed) => Promise<Result<T, ShownError>>,
  ): Promise<Result<T, ShownError>> => {
    if (!followed) return fail(sharedSentences.notSignedIn);
    try {
      return await act(followed);
    } catch (cause) {
      ports.onError(cause);
      return fail(outboxSentences.outboxUnchanged);
    }
  };
  const store = createStore<OutboxStore>()(() => ({
    ...nothing,
    reopen: async (decisionId) => {
      const reopened = await guard((open) => reopen(open, decisionId, ports.now()));
      if (reopened.ok) showTakenBack(decisionId);
      return reopened;
    },
    letGo: (decisionId) => guard(({ database }) => letGo(database, decisionId, ports.now())),
  }));

  const showUnreadable = (unreadable: number): void => store.setState({ unreadable });
  const lastNow = (): LastDecision | null =>
    keepLast(
      store.getState().last,
      decided ?? findLastDecision(rows.values(), older?.ids ?? new Set()),
    );
  /** The one before it is the last from now on, before the database tells of it: the same key may be pressed again at once. */
  const showTakenBack = (decisionId: string): void => {
    if (decided?.decisionId === decisionId) decided = null;
    const row = rows.get(decisionId);
    if (row?.state === 'menunggu') rows.delete(decisionId);
    store.setState({ last: lastNow() });
  };
  return {
    store,
    showDecided: (entry, heldUntil) => {
      decided = lastOf(entry, heldUntil);
      store.setState({ last: decided });
    },
    tell: (told) => store.setState({ told }),
    follow: (next, journal) => {
      followed = { database: next, journal };
      rows.clear();
      const stopRows = followOutbox(next, {
        onChange: (change) => {
          for (const id of change.removed) rows.delete(id);
          for (const row of change.rows) rows.set(row.id, row);
          if (older?.name !== next.name) older = { name: next.name, ids: new Set(rows.keys()) };
          if (decided && rows.has(decided.decisionId)) decided = null;
          store.setState({ ready: true, last: lastNow(), ...summarize(rows.values()) });
        },
        onError: ports.onError,
      });
      const stopUnreadable = followUnreadable(next, 'outbox', showUnreadable, ports.onError);
      return () => {
        stopRows();
        stopUnreadable();
        [followed, decided] = [null, null];
        store.setState(nothing);
      };
    },
  };
}

/** Decisions newest first (their ids are made in the order of time), with the two numbers of the status bar. */
function summarize(
  rows: Iterable<OutboxRow>,
): Pick<OutboxStore, 'entries' | 'waiting' | 'refused'> {
  const all = [...rows].map(({ entry }) => entry);
  const states = all.map(({ state }) => state);
  const entries = all.flatMap((entry) => decisionEntryOf(entry) ?? []).map(shownEntry);
  return {
    entries: entries.toSorted((a, b) => (a.decision.id < b.decision.id ? 1 : -1)),
    waiting: states.filter(({ kind }) => kind === 'menunggu' || kind === 'mengirim').length,
    refused: states.filter((state) => asksForAction(state)).length,
  };
}

function shownEntry(entry: DecisionEntry): DecisionEntry {
  const { state } = entry;
  return state.kind === 'ditolak'
    ? { ...entry, state: { ...state, error: refusalShown(state) } }
    : entry;
}

async function letGo(
  database: AccountDatabase,
  decisionId: string,
  at: Date,
): Promise<Result<void, ShownError>> {
  const done = await letGoOfCommand(database, decisionId, at);
  return done ? succeed(undefined) : fail(outboxSentences.needsNoLettingGo);
}

async function reopen(
  { database, journal }: Followed,
  decisionId: string,
  at: Date,
): Promise<Result<{ readonly usulId: string }, ShownError>> {
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
    return succeed({ usulId: decision.usulId });
  }
  const taken = await withdrawInBoth(journal, decisionId, () =>
    withdrawDecision(database, decisionId, draft, at),
  );
  if (!taken.ok) return fail(outboxSentences.outboxUnchanged);
  if (!taken.value) return fail(outboxSentences.beingSent);
  return succeed({ usulId: decision.usulId });
}
