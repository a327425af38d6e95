import { openRows } from '#renderer/data/rows/sealed-rows.ts';
import { outboxForm } from '#renderer/data/outbox/outbox-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { DecisionEntry, OutboxEntry } from '#renderer/data/schema/rows.ts';
import { decisionIn } from '#shared/workflow/commands.ts';

/** The decision on its way; null for a command of another kind. */
export function decisionEntryOf({ command, ...rest }: OutboxEntry): DecisionEntry | null {
  const decision = decisionIn(command);
  return decision && { decision, ...rest };
}

/** The decisions made here on an usul, oldest first. */
export async function listDecisionsOf(
  database: AccountDatabase,
  usulId: string,
): Promise<DecisionEntry[]> {
  const rows = await database.outbox.where('usulId').equals(usulId).sortBy('id');
  const opened = await openRows(database, outboxForm(database), rows);
  return opened.flatMap(({ entry }) => decisionEntryOf(entry) ?? []);
}
