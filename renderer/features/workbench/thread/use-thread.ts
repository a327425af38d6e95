import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { threadText } from '#renderer/features/workbench/text/thread.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ShownThread } from '#renderer/core/threads/thread-contract.ts';
import type { Result } from '#shared/kernel/result.ts';

/** The conversations about the open usul, and what is done in the one that waits for its answer. */
export interface ThreadWork {
  /** The one that waits; null: none does. */
  readonly open: ShownThread | null;
  /** Those that are over. */
  readonly closed: readonly ShownThread[];
  readonly failure: ShownError | null;
  /** Whether the message is what is written on this usul: nothing is decided or answered. */
  readonly writes: boolean;
  /** Keeps what is typed. */
  readonly write: (text: string) => void;
  /** Sends what was typed. */
  readonly send: () => void;
  /** Takes the question on, or leaves it to others; false where that is not for whoever sits here. */
  readonly toggleHold: () => boolean;
}

/** What whoever sits here writes about the open usul. */
export function useThread(open: OpenCase, ports: WorkbenchPorts): ThreadWork {
  const { threads, currentCase } = ports.desk;
  const shown = useStore(threads, (store) => store.shown);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const waiting = shown.find((thread) => thread.open) ?? null;
  const closed = useMemo(() => shown.filter((thread) => !thread.open), [shown]);
  // Whoever answers writes in the place of the answer: a message there leaves the question open.
  const answers = open.task === 'answer' && open.readOnlyBecause === null;
  const text = answers ? open.draft.note : (waiting?.text ?? '');
  const { announce } = ports;
  const tell = useCallback(
    (result: Result<void, ShownError>, said: string): boolean => {
      setFailure(result.ok ? null : result.error);
      announce(result.ok ? said : `${result.error.message} ${result.error.action}`);
      return result.ok;
    },
    [announce],
  );
  const deliver = useCallback(async (): Promise<void> => {
    const isStored = tell(await threads.getState().send(text), threadText.stored);
    if (isStored && answers) currentCase.getState().writeNote('');
  }, [threads, text, tell, answers, currentCase]);
  const send = useCallback(() => void deliver(), [deliver]);
  const write = useCallback((typed: string) => threads.getState().write(typed), [threads]);
  const setHold = useCallback(
    async (on: boolean): Promise<void> => {
      tell(await threads.getState().hold(on), on ? threadText.taken : threadText.released);
    },
    [threads, tell],
  );
  const toggleHold = useCallback((): boolean => {
    if (waiting?.part !== 'answers' || !waiting.mayWrite) return false;
    void setHold(!waiting.held);
    return true;
  }, [waiting, setHold]);
  const writes = !answers && waiting?.mayWrite === true;
  return useMemo(
    () => ({ open: waiting, closed, failure, writes, write, send, toggleHold }),
    [waiting, closed, failure, writes, write, send, toggleHold],
  );
}
