import type { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { findSettled, settledEntry } from '#renderer/data/journal/settled.ts';
import { followCommandMarks } from '#renderer/data/live/follow-table.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';
import type { JournalFault } from '#shared/bridge/journal-port.ts';

/** Who is told when something could not be noted; the next change, or the next start, tries again. */
export interface SettledListener {
  readonly onFault: (fault: JournalFault) => void;
  readonly onError: (cause: unknown) => void;
}

/**
 * Notes in the journal every command that is delivered, or handled after a refusal, from now on; what was settled
 * before is the matter of `reconcile`. Returns how to stop.
 */
export function keepSettled(
  database: AccountDatabase,
  journal: CommandJournal,
  { onFault, onError }: SettledListener,
): () => void {
  const states = new Map<string, OutboxState>();
  let known: Set<string> | null = null;
  const note = async (ids: readonly string[], from: Set<string>): Promise<void> => {
    const noted = await journal.noteSettled(ids.map((id) => settledEntry(id, states.get(id))));
    if (noted.ok) return;
    for (const id of ids) from.delete(id);
    onFault(noted.error);
  };
  return followCommandMarks(database, {
    onChange: (change) => {
      for (const id of change.removed) states.delete(id);
      for (const row of change.rows) states.set(row.id, row.progress);
      const settled = findSettled(states);
      // The first call tells all that is there.
      const before = (known ??= new Set(settled));
      // What goes again to a server that went back in time is noted anew when it is settled again.
      const now = new Set(settled);
      for (const id of before) if (!now.has(id)) before.delete(id);
      const fresh = settled.filter((id) => !before.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) before.add(id);
      note(fresh, before).catch(onError);
    },
    onError,
  });
}
