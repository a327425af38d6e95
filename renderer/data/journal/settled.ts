import type { JournalEntry } from '#renderer/data/journal/entries.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';

/**
 * The commands of the outbox (state by id) that need nothing more: delivered, or refused and handled by a person. One
 * that is being made again counts once the new command can no longer be taken back; until then it may ask for a
 * person again.
 */
export function findSettled(states: ReadonlyMap<string, OutboxState>): string[] {
  return [...states].filter(([, state]) => isSettled(state, states)).map(([id]) => id);
}

/** What the journal notes of a command that needs nothing more. */
export type SettledEntry = Extract<JournalEntry, { kind: 'selesai' }>;

/** The word on a settled command; of one that was delivered with the server's answer, so that it can be again. */
export function settledEntry(id: string, state: OutboxState | undefined): SettledEntry {
  if (state?.kind !== 'terkirim') return { kind: 'selesai', id };
  const { kind: _kind, ...receipt } = state;
  return { kind: 'selesai', id, ...receipt };
}

function isSettled(state: OutboxState, states: ReadonlyMap<string, OutboxState>): boolean {
  if (state.kind !== 'ditolak') return state.kind === 'terkirim';
  const { handled } = state;
  if (handled.kind !== 'diputuskan_ulang') return handled.kind === 'dilepas';
  return states.get(handled.by)?.kind !== 'menunggu';
}
