import { useCallback, useRef, useState } from 'react';
import type { StoreApi } from 'zustand';
import { remedyOf } from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';

interface RemedyPorts {
  readonly outbox: StoreApi<OutboxStore>;
  readonly onOpen: (usulId: string) => void;
  readonly announce: (sentence: string) => void;
  /** The decision lost its buttons, and with them the focus. */
  readonly onLetGo: () => void;
}

/** Correcting a decision, deciding again, and letting go; `failure` is why the last of them did not work. */
export function useRemedies({ outbox, onOpen, announce, onLetGo }: RemedyPorts): {
  readonly failure: ShownError | null;
  readonly reopen: (decisionId: string) => void;
  readonly letGo: (decisionId: string) => void;
} {
  const [failure, setFailure] = useState<ShownError | null>(null);
  // What is being done to a decision is not done to it, or undone, by the next key.
  const busy = useRef(new Set<string>());
  const reopen = useCallback(
    async (decisionId: string): Promise<void> => {
      if (busy.current.has(decisionId)) return;
      setFailure(null);
      const store = outbox.getState();
      const entry = store.entries.find(({ decision }) => decision.id === decisionId);
      const withdrawn = entry !== undefined && remedyOf(entry) === 'perbaiki';
      const result = await alone(busy.current, decisionId, () => store.reopen(decisionId));
      if (!result.ok) return setFailure(result.error);
      if (withdrawn) announce(outboxText.withdrawn);
      onOpen(result.value.usulId);
    },
    [outbox, onOpen, announce],
  );
  const letGo = useCallback(
    async (decisionId: string): Promise<void> => {
      if (busy.current.has(decisionId)) return;
      const store = outbox.getState();
      const result = await alone(busy.current, decisionId, () => store.letGo(decisionId));
      setFailure(result.ok ? null : result.error);
      if (!result.ok) return;
      onLetGo();
      announce(outboxText.letGoDone);
    },
    [outbox, announce, onLetGo],
  );
  return {
    failure,
    reopen: useCallback((decisionId) => void reopen(decisionId), [reopen]),
    letGo: useCallback((decisionId) => void letGo(decisionId), [letGo]),
  };
}

async function alone<T>(busy: Set<string>, id: string, act: () => Promise<T>): Promise<T> {
  busy.add(id);
  try {
    return await act();
  } finally {
    busy.delete(id);
  }
}
