import { useCallback, useMemo, useState } from 'react';
import {
  indexAt,
  returnedDecisions,
  type ConflictPlace,
} from '#renderer/features/outbox/conflict/conflict-place.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';

/** The returned decision that is shown, where it stands among them, and the ways to its neighbours. */
export interface ConflictWalk {
  readonly entry: OutboxEntryView | undefined;
  /** From 1; 0 when there is none. */
  readonly at: number;
  readonly all: number;
  readonly previous: () => void;
  readonly next: () => void;
}

/** Walks through the returned decisions; when the one that is shown is settled, the next takes its place. */
export function useConflictWalk(
  entries: readonly OutboxEntryView[],
  startAt: string | null,
): ConflictWalk {
  const [place, setPlace] = useState<ConflictPlace>({ decisionId: startAt, index: 0 });
  const conflicts = useMemo(() => returnedDecisions(entries), [entries]);
  const index = indexAt(conflicts, place);
  const entry = conflicts[index];
  // Remembered while it is shown, so that its neighbour follows when it goes.
  if (entry && (place.decisionId !== entry.decision.id || place.index !== index)) {
    setPlace({ decisionId: entry.decision.id, index });
  }
  const step = useCallback(
    (by: number) => {
      const to = conflicts[index + by];
      if (to) setPlace({ decisionId: to.decision.id, index: index + by });
    },
    [conflicts, index],
  );
  return {
    entry,
    at: index + 1,
    all: conflicts.length,
    previous: useCallback(() => step(-1), [step]),
    next: useCallback(() => step(1), [step]),
  };
}
