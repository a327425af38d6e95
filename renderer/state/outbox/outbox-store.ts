import { createStore, type StoreApi } from 'zustand/vanilla';
import { followOutbox } from '#renderer/data/live/follow-table.ts';
import {
  letGoOfDecision,
  readOutboxEntry,
  redoDecision,
  withdrawDecision,
} from '#renderer/data/outbox/outbox.ts';
import { readUsul } from '#renderer/data/repositories/usul.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxEntry, OutboxState } from '#renderer/data/schema/rows.ts';
import { draftOfDecision } from '#renderer/state/case/draft.ts';
import { refusalShown, sentences } from '#renderer/state/sentences.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { OutboxStore } from '#renderer/state/store-contracts.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What the outbox needs beside the database. */
export interface OutboxPorts {
  readonly now: () => Date;
  readonly onError: (cause: unknown) => void;
}

/** The outbox store and how to bind it to an account's database (returns how to let go). */
export interface OutboxDesk {
  readonly store: StoreApi<OutboxStore>;
  follow(database: AccountDatabase): () => void;
}

const nothing = { ready: false, entries: [], waiting: 0, refused: 0 } as const;

/** Builds the "Antrean Kirim". */
export function makeOutboxStore(ports: OutboxPorts): OutboxDesk {
  let database: AccountDatabase | null = null;
  // A transaction that fails (no space, damaged store) changed nothing; the person is told beside the button.
  const guard = async <T>(
    act: (open: AccountDatabase) => Promise<Result<T, ShownError>>,
  ): Promise<Result<T, ShownError>> => {
    if (!database) return fail(sentences.belumMasuk);
    try {
      return await act(database);
    } catch (cause) {
      ports.onError(cause);
      return fail(sentences.antreanGagalDiubah);
    }
  };
  const store = createStore<OutboxStore>()(() => ({
    ...nothing,
    reopen: (decisionId) => guard((open) => reopen(open, decisionId, ports.now())),
    letGo: (decisionId) => guard((open) => letGo(open, decisionId, ports.now())),
  }));

  return {
    store,
    follow: (next) => {
      database = next;
      const entries = new Map<string, OutboxEntry>();
      const stop = followOutbox(next, {
        onChange: ({ rows, removed }) => {
          for (const id of removed) entries.delete(id);
          for (const row of rows) entries.set(row.id, shownEntry(row.entry));
          store.setState({ ready: true, ...summarize([...entries.values()]) });
        },
        onError: ports.onError,
      });
      return () => {
        stop();
        database = null;
        store.setState(nothing);
      };
    },
  };
}

/** Entries newest first (their ids are made in the order of time), with the two numbers of the status bar. */
export function summarize(
  entries: readonly OutboxEntry[],
): Pick<OutboxStore, 'entries' | 'waiting' | 'refused'> {
  const states = entries.map((entry) => entry.state);
  return {
    entries: entries.toSorted((a, b) => (a.decision.id < b.decision.id ? 1 : -1)),
    waiting: states.filter(({ kind }) => kind === 'menunggu' || kind === 'mengirim').length,
    refused: states.filter((state) => asksForAction(state)).length,
  };
}

function shownEntry(entry: OutboxEntry): OutboxEntry {
  const { state } = entry;
  return state.kind === 'ditolak'
    ? { ...entry, state: { ...state, error: refusalShown(state) } }
    : entry;
}

function asksForAction(state: OutboxState): boolean {
  return state.kind === 'ditolak' && state.handled.kind === 'belum';
}

async function letGo(
  database: AccountDatabase,
  decisionId: string,
  at: Date,
): Promise<Result<void, ShownError>> {
  const done = await letGoOfDecision(database, decisionId, at);
  return done ? succeed(undefined) : fail(sentences.tidakPerluDilepas);
}

async function reopen(
  database: AccountDatabase,
  decisionId: string,
  at: Date,
): Promise<Result<{ readonly usulId: string }, ShownError>> {
  const entry = await readOutboxEntry(database, decisionId);
  if (!entry) return fail(sentences.keputusanTidakDitemukan);
  const { decision, state } = entry;
  if (state.kind === 'mengirim') return fail(sentences.sedangDikirim);
  if (state.kind === 'terkirim') return fail(sentences.sudahTerkirim);
  if (state.kind === 'ditolak') {
    if (state.handled.kind === 'diputuskan_ulang') return fail(sentences.sudahDiulang);
    if (state.handled.kind === 'dilepas') return fail(sentences.sudahDilepas);
  }
  const usul = await readUsul(database, decision.usulId);
  if (!usul) {
    return fail(state.kind === 'ditolak' ? sentences.usulTidakAdaLagi : sentences.tetapDikirim);
  }
  const draft = draftOfDecision(decision, usul);
  if (state.kind === 'ditolak') {
    await redoDecision(database, decisionId, draft, at);
  } else if (!(await withdrawDecision(database, decisionId, draft, at))) {
    return fail(sentences.sedangDikirim);
  }
  return succeed({ usulId: decision.usulId });
}
