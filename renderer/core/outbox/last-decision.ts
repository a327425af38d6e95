import { decisionIn } from '#shared/workflow/commands.ts';
import { decisionEntryOf } from '#renderer/data/outbox/decision-entries.ts';
import type { KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import type { LastDecision } from '#renderer/core/outbox/outbox-contract.ts';

/**
 * The newest decision that can be taken back, of those made since the start (`before` has the ids of older ones); null
 * when there is none, or the newest is on its way already.
 */
export function findLastDecision(
  rows: Iterable<KnownCommand>,
  before: ReadonlySet<string>,
): LastDecision | null {
  let newest: KnownCommand | null = null;
  for (const row of rows) {
    // What else is done meanwhile (a message, say) keeps nobody from taking a decision back.
    if (before.has(row.id) || !decisionIn(row.entry.command)) continue;
    if (newest === null || row.id > newest.id) newest = row;
  }
  if (newest?.state !== 'menunggu') return null;
  const entry = decisionEntryOf(newest.entry);
  if (!entry) return null;
  const { id: decisionId, usulId, outcome } = entry.decision;
  const { heldUntil } = newest;
  return { decisionId, usulId, employeeName: entry.employeeName, outcome, heldUntil };
}

/** The same value object while nothing changed, so that views that read it rest. */
export function keepLast(now: LastDecision | null, next: LastDecision | null): LastDecision | null {
  const same = now?.decisionId === next?.decisionId && now?.heldUntil === next?.heldUntil;
  return same ? now : next;
}
